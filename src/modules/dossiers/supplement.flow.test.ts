import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, begun, card, defect, done, fileOne, logOf, pageOf, rowOf, steppedService } from '#test/dossier-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const asking = { defects: [defect], dueOn: '2025-05-23' }

describe('§10.20 one request with all defects', () => {
  test('before reception: asked, completed, received; no time has run', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    const { mend: _, ...without } = defect
    expect((await act(town.as('mai'), id, 'ask-supplement', { ...asking, defects: [without] })).status).toBe(422)
    expect((await act(town.as('mai'), id, 'ask-supplement', { ...asking, dueOn: '2025-05-14' })).status).toBe(422)
    await done(town.as('mai'), id, 'ask-supplement', asking)
    expect(await rowOf(town, id)).toMatchObject({ state: 'awaiting_supplement', resume: 'arrived', startsAt: null })
    const page = await pageOf(town.asCitizen('ha'), id)
    expect(page).toContain('Chờ bạn bổ sung')
    expect(page).toContain(`/ho-so/${id}/bo-sung`)
    expect((await act(town.asCitizen('ha'), id, 'complete', { answers: {} })).status).toBe(422)
    await done(town.asCitizen('ha'), id, 'complete', { answers: { planted_on: '2023-03-02' } })
    expect(await rowOf(town, id)).toMatchObject({ state: 'arrived', supplements: 1 })
    await done(town.as('mai'), id, 'receive', card)
    const second = await act(town.as('mai'), id, 'ask-supplement', asking)
    expect([second.status, second.body['code']]).toEqual([409, 'clock.objection.supplement_needs_supervisor'])
  })

  test('§10.27 in the middle the time stands still and goes on; early enough it begins anew', async () => {
    const id = await begun(town)
    town.at('2025-05-20T09:00')
    await done(town.as('kiet'), id, 'ask-supplement', asking)
    const paused = await rowOf(town, id)
    expect(paused).toMatchObject({ state: 'awaiting_supplement', resume: 'processing' })
    expect(paused.pausedAt?.toISOString()).toBe('2025-05-20T02:00:00.000Z')
    expect((await act(town.as('kiet'), id, 'finish-step', { step: 'examine' })).body['code']).toBe(
      'dossiers.dossier.waits',
    )
    town.at('2025-05-23T09:00')
    await done(town.asCitizen('ha'), id, 'complete', { answers: { planted_on: '2023-03-02' } })
    const resumed = await rowOf(town, id)
    // Due the 21st, one working day after the pause began: one working day after it ended, a Friday.
    expect(resumed.dueAt?.toISOString()).toBe('2025-05-26T10:00:00.000Z')
    expect(resumed.promisedAt?.toISOString()).toBe('2025-05-21T10:00:00.000Z')
    expect(resumed).toMatchObject({ state: 'processing', holderId: town.accountId('kiet'), pausedAt: null })
    town.at('2025-05-14T08:00')
    const anew = await begun(town)
    town.at('2025-05-15T09:00')
    await done(town.as('kiet'), anew, 'ask-supplement', asking)
    town.at('2025-05-19T09:00')
    await done(town.asCitizen('ha'), anew, 'complete', { answers: { planted_on: '2023-03-02' } })
    expect((await rowOf(town, anew)).dueAt?.toISOString()).toBe('2025-05-26T10:00:00.000Z')
    town.at('2025-05-14T08:00')
  })

  test('a second one only by whoever answers for it, with a reason, having seen its cost', async () => {
    const id = await begun(town)
    await done(town.as('kiet'), id, 'ask-supplement', asking)
    await done(town.asCitizen('ha'), id, 'complete', { answers: { planted_on: '2023-03-02' } })
    expect((await act(town.as('kiet'), id, 'ask-supplement', asking)).status).toBe(409)
    expect((await act(town.as('kiet'), id, 'ask-supplement-again', asking)).status).toBe(403)
    const again = { ...asking, reason: 'Giấy tờ mới phát hiện là giả' }
    expect((await act(town.as('uyen'), id, 'ask-supplement-again', again)).status).toBe(422)
    await done(town.as('uyen'), id, 'ask-supplement-again', { ...again, seen: true })
    expect(await rowOf(town, id)).toMatchObject({ state: 'awaiting_supplement', supplements: 2 })
    expect((await logOf(town, id)).at(-1)).toMatchObject({ action: 'ask_supplement', note: again.reason })
  })

  test('brought to the desk it is taken there', async () => {
    const id = await begun(town)
    await done(town.as('kiet'), id, 'ask-supplement', asking)
    await done(town.as('mai'), id, 'take-supplement', { how: 'direct', note: 'Nộp lại sổ, ngày trồng 02/3/2023' })
    expect((await rowOf(town, id)).state).toBe('processing')
    expect((await act(town.asCitizen('ha'), id, 'complete', { answers: {} })).body['code']).toBe(
      'dossiers.supplement.not_asked',
    )
  })

  test('nobody completes the dossier of another', async () => {
    const id = await begun(town)
    await done(town.as('kiet'), id, 'ask-supplement', asking)
    expect((await act(town.asCitizen('phuc'), id, 'complete', { answers: { planted_on: '2023-03-02' } })).status).toBe(
      404,
    )
  })
})

describe('§10.28 one extension', () => {
  test('with an apology at least a day before; not twice, not late, not backwards', async () => {
    const id = await begun(town)
    const later = { dueOn: '2025-05-28', apology: 'Xin lỗi bà, phải đo lại vườn nên cần thêm thời gian.' }
    expect((await act(town.as('uyen'), id, 'extend', { ...later, dueOn: '2025-05-20' })).body['code']).toBe(
      'clock.objection.extension_not_later',
    )
    expect((await act(town.as('uyen'), id, 'extend', { ...later, dueOn: '2025-05-25' })).status).toBe(422)
    await done(town.as('uyen'), id, 'extend', later)
    const row = await rowOf(town, id)
    expect([row.dueAt?.toISOString(), row.extensions]).toEqual(['2025-05-28T10:00:00.000Z', 1])
    expect(row.promisedAt?.toISOString()).toBe('2025-05-21T10:00:00.000Z')
    expect(await pageOf(town.asCitizen('ha'), id)).toContain('xin lỗi và hẹn lại')
    const twice = await act(town.as('uyen'), id, 'extend', { ...later, dueOn: '2025-05-30' })
    expect(twice.body['code']).toBe('clock.objection.extended_already')
    const last = await begun(town)
    town.at('2025-05-21T08:00')
    expect((await act(town.as('uyen'), last, 'extend', later)).body['code']).toBe('clock.objection.apology_too_late')
    town.at('2025-05-14T08:00')
  })
})

describe('§10.30 stop, withdrawal, refund', () => {
  test('stopped with its reason; a result for it is refused, and what was paid goes back', async () => {
    const id = await begun(town)
    await done(town.as('mai'), id, 'note-payment', { note: 'Biên lai 12' })
    const why = { reason: 'decision', text: 'Theo yêu cầu của cơ quan điều tra.', basis: 'CV 12/CQĐT' }
    await done(town.as('kiet'), id, 'stop', why)
    expect(await rowOf(town, id)).toMatchObject({ state: 'stopped', finance: 'refund_due', outcome: 'on_time' })
    const result = await act(town.as('uyen'), id, 'approve')
    expect([result.status, result.body['code']]).toEqual([409, 'dossiers.dossier.ended'])
    const issued = await act(town.as('kiet'), id, 'issue', { kind: 'register', entry: 'Sổ 1' })
    expect(issued.status).toBe(409)
    expect(await town.db.selectFrom('dossiers.result').select('n').where('dossierId', '=', id).execute()).toEqual([])
    await done(town.as('mai'), id, 'note-refund', { note: 'Chuyển khoản' })
    expect((await rowOf(town, id)).finance).toBe('refunded')
  })

  test('asked back after reception: nothing moves until it is decided', async () => {
    const id = await begun(town)
    await done(town.asCitizen('ha'), id, 'ask-withdrawal', { because: 'Tôi đổi ý' })
    expect((await act(town.as('kiet'), id, 'finish-step', { step: 'examine' })).body['code']).toBe(
      'dossiers.withdrawal.decide_first',
    )
    expect((await act(town.as('kiet'), id, 'decide-withdrawal', { grant: 'no' })).status).toBe(422)
    await done(town.as('kiet'), id, 'decide-withdrawal', { grant: 'no', text: 'Kết quả đã trình ký' })
    await done(town.asCitizen('ha'), id, 'ask-withdrawal')
    await done(town.as('kiet'), id, 'decide-withdrawal', { grant: 'yes' })
    expect(await rowOf(town, id)).toMatchObject({ state: 'withdrawn', finance: 'none' })
    expect(await pageOf(town.asCitizen('ha'), id)).toContain('Đã rút')
  })

  test('before reception it is theirs at once', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), id, 'ask-supplement', asking)
    await done(town.asCitizen('ha'), id, 'ask-withdrawal')
    expect((await rowOf(town, id)).state).toBe('withdrawn')
    expect((await act(town.as('mai'), id, 'receive', card)).status).toBe(409)
  })
})

test('§10.27 waiting for the fee the time stands still', async () => {
  const id = await begun(town)
  await done(town.as('kiet'), id, 'ask-payment', { dueOn: '2025-05-20' })
  expect(await rowOf(town, id)).toMatchObject({ state: 'awaiting_payment', resume: 'processing' })
  town.at('2025-05-16T08:00')
  await done(town.as('mai'), id, 'note-payment', { note: 'Biên lai 3' })
  const row = await rowOf(town, id)
  expect([row.state, row.finance, row.dueAt?.toISOString()]).toEqual(['processing', 'paid', '2025-05-23T10:00:00.000Z'])
  town.at('2025-05-14T08:00')
})
