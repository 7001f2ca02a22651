import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  act,
  begun,
  card,
  done,
  examined,
  fileOne,
  logOf,
  pageOf,
  rowOf,
  steppedService,
} from '#test/dossier-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const stepsOf = async (id: string) =>
  (
    await town.db
      .selectFrom('dossiers.step')
      .select(['code', 'outcome', 'dueAt'])
      .where('dossierId', '=', id)
      .orderBy('seq')
      .execute()
  ).map(({ code, outcome }) => `${code} ${outcome ?? 'open'}`)

describe('§10.23 §10.24 steps side by side', () => {
  test('open together, each with its own time; the signer has it when both are done', async () => {
    const id = await begun(town)
    expect(await stepsOf(id)).toEqual(['receive done', 'examine open', 'ask_health open'])
    const rows = await town.db
      .selectFrom('dossiers.step')
      .select(['code', 'dueAt'])
      .where('dossierId', '=', id)
      .execute()
    const due = Object.fromEntries(rows.map(({ code, dueAt }) => [code, dueAt.toISOString()]))
    // Eight hours of work for the department, sixteen for the specialist, from Wednesday 8:00.
    expect(due).toMatchObject({ ask_health: '2025-05-15T01:00:00.000Z', examine: '2025-05-16T01:00:00.000Z' })
    await done(town.as('kiet'), id, 'finish-step', { step: 'examine', note: 'Đủ điều kiện' })
    expect(await rowOf(town, id)).toMatchObject({ state: 'processing' })
    const early = await act(town.as('kiet'), id, 'record-silence', { step: 'ask_health' })
    expect([early.status, early.body['code']]).toEqual([409, 'dossiers.handling.agency_has_time'])
    const wrong = await act(town.as('kiet'), id, 'finish-step', { step: 'ask_health' })
    expect(wrong.body['code']).toBe('dossiers.handling.agency_answers')
    await done(town.as('kiet'), id, 'record-answer', {
      step: 'ask_health',
      answer: 'Thống nhất',
      to: town.accountId('uyen'),
    })
    expect(await rowOf(town, id)).toMatchObject({ state: 'awaiting_signature', holderId: town.accountId('uyen') })
    const log = await logOf(town, id)
    expect(log.at(-1)).toMatchObject({
      action: 'put_before_signer',
      step: 'ask_health',
      result: 'early',
      note: 'Thống nhất',
    })
  })

  test('the silence of an agency is written down once its time is over, and work goes on', async () => {
    const id = await begun(town)
    await done(town.as('kiet'), id, 'finish-step', { step: 'examine' })
    town.at('2025-05-15T09:00')
    await done(town.as('kiet'), id, 'record-silence', { step: 'ask_health', note: 'Đã gọi hai lần' })
    town.at('2025-05-14T08:00')
    expect(await stepsOf(id)).toContain('ask_health silent')
    expect((await logOf(town, id)).at(-1)).toMatchObject({ result: 'late', note: 'Đã gọi hai lần' })
    expect((await rowOf(town, id)).state).toBe('awaiting_signature')
  })
})

describe('whose it is', () => {
  test('a step on the dossier of somebody else is refused; whoever answers for the unit may give it to another', async () => {
    const id = await begun(town)
    const other = await act(town.as('loan'), id, 'finish-step', { step: 'examine' })
    expect([other.status, other.body['code']]).toEqual([409, 'dossiers.dossier.held_by_another'])
    expect((await act(town.as('loan'), id, 'take')).body['code']).toBe('dossiers.dossier.held_by_another')
    await done(town.as('uyen'), id, 'assign', { to: town.accountId('loan'), note: 'Anh Kiệt nghỉ phép' })
    await done(town.as('loan'), id, 'finish-step', { step: 'examine' })
    expect((await act(town.as('kiet'), id, 'record-answer', { step: 'ask_health', answer: 'x' })).status).toBe(409)
  })

  test('from the pool it is taken first, and by one', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), id, 'receive', card)
    await town.as('mai').api('/dossiers/hand-over', { ids: [id] })
    expect((await act(town.as('kiet'), id, 'finish-step', { step: 'examine' })).body['code']).toBe(
      'dossiers.dossier.take_first',
    )
    const takers = await Promise.all([act(town.as('kiet'), id, 'take'), act(town.as('loan'), id, 'take')])
    expect(takers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test('who saw an older state is told who was faster', async () => {
    const id = await begun(town)
    const { revision } = await rowOf(town, id)
    await done(town.as('kiet'), id, 'finish-step', { step: 'examine', revision })
    const late = await act(town.as('kiet'), id, 'record-answer', { step: 'ask_health', answer: 'Thống nhất', revision })
    expect([late.status, late.body['code']]).toEqual([409, 'dossiers.dossier.moved_on'])
    expect((await logOf(town, id)).filter(({ action }) => action === 'record_answer')).toEqual([])
  })
})

describe('before the signer', () => {
  test('sent back it begins again where the process says, and what came after counts no more', async () => {
    const id = await begun(town)
    await examined(town, id)
    expect((await act(town.as('kiet'), id, 'issue', { kind: 'register', entry: 'Sổ 1' })).status).toBe(409)
    await done(town.as('uyen'), id, 'send-back', { reason: 'Thiếu biên bản kiểm tra' })
    expect(await stepsOf(id)).toEqual([
      'receive done',
      'examine superseded',
      'ask_health answered',
      'sign sent_back',
      'examine open',
    ])
    expect(await rowOf(town, id)).toMatchObject({ state: 'processing', holderId: town.accountId('kiet') })
    await done(town.as('kiet'), id, 'finish-step', { step: 'examine' })
    expect((await rowOf(town, id)).state).toBe('awaiting_signature')
  })

  test('§10.29 approved, issued under its code and returned; finished before its day it is early', async () => {
    const id = await begun(town)
    await examined(town, id)
    await done(town.as('uyen'), id, 'approve')
    expect((await act(town.as('mai'), id, 'return', { how: 'electronic' })).status).toBe(409)
    const { code } = await done(town.as('kiet'), id, 'issue', { kind: 'register', entry: 'Sổ vườn mẫu 2025, số 14' })
    expect(await rowOf(town, id)).toMatchObject({ state: 'finished', outcome: 'early', delivery: 'ready' })
    const [result] = await town.db.selectFrom('dossiers.result').selectAll().where('dossierId', '=', id).execute()
    expect(result).toMatchObject({ code: `${String(code)}-KQ1`, kind: 'register', resultType: 'KQ.X99.000001' })
    expect(await pageOf(town.asCitizen('ha'), id)).toContain(`/ho-so/${id}/ket-qua`)
    await done(town.as('mai'), id, 'return', { how: 'counter', to: 'Nguyễn Thị Thu Hà' })
    expect(await rowOf(town, id)).toMatchObject({ state: 'returned', returnedHow: 'counter', delivery: 'delivered' })
    expect(await stepsOf(id)).toContain('give done')
    expect((await act(town.as('mai'), id, 'return', { how: 'electronic' })).body['code']).toBe('dossiers.dossier.ended')
  })

  test('a refusal after appraisal is signed, goes out as a result and is told in its words', async () => {
    const id = await begun(town)
    const why = { reason: 'conditions', text: 'Vườn chưa đủ ba năm theo điều kiện.', basis: 'QĐ mẫu 01, Điều 4' }
    await done(town.as('kiet'), id, 'propose-refusal', why)
    expect((await rowOf(town, id)).state).toBe('awaiting_signature')
    await done(town.as('uyen'), id, 'approve')
    expect(await rowOf(town, id)).toMatchObject({ state: 'finished', outcome: 'early' })
    const [result] = await town.db.selectFrom('dossiers.result').selectAll().where('dossierId', '=', id).execute()
    expect(result).toMatchObject({ kind: 'refusal', entry: why.text })
    expect(await stepsOf(id)).toContain('refuse open')
    expect(await pageOf(town.asCitizen('ha'), id)).toContain('chưa đủ ba năm')
  })
})

test('§10.31 the log has a line for each change, agrees with the state, and cannot be rewritten', async () => {
  const id = await begun(town)
  await examined(town, id)
  await done(town.as('uyen'), id, 'approve')
  const log = await logOf(town, id)
  expect(log.map(({ action }) => action)).toEqual([
    'receive',
    'hand_over',
    'finish_step',
    'put_before_signer',
    'approve',
  ])
  expect(log.every(({ rule }) => rule !== null && rule.length > 10)).toBe(true)
  expect(log.at(-1)?.toState).toBe((await rowOf(town, id)).state)
  for (const [at, line] of log.entries()) if (at > 0) expect(line.fromState).toBe(log[at - 1]?.toState)
  const rewrite = town.db.updateTable('dossiers.step_log').set({ note: 'khác' }).where('dossierId', '=', id).execute()
  await expect(rewrite).rejects.toThrow()
  const events = await town.db
    .selectFrom('kernel.event')
    .select(['command', 'rule'])
    .where('about', '=', `dossiers.dossier/${id}`)
    .execute()
  expect(events).toHaveLength(5)
  expect(events.every(({ rule }) => rule !== null)).toBe(true)
})
