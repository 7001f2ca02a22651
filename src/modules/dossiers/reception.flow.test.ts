import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, card, done, fileOne, handOver, logOf, pageOf, rowOf, steppedService } from '#test/dossier-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
})
afterAll(() => town.close())

test('a dossier filed online is received under its code, with the appointment that its owner reads', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  const received = await done(town.as('mai'), id, 'receive', card)
  expect(received['code']).toMatch(/250514-0001$/)
  const row = await rowOf(town, id)
  expect(row).toMatchObject({ state: 'received', receivedBy: town.accountId('mai'), finance: 'due', holderId: null })
  // Five working days after a Wednesday, at the end of work.
  expect(row.dueAt?.toISOString()).toBe('2025-05-21T10:00:00.000Z')
  expect(row.promisedAt).toEqual(row.dueAt)
  const page = await pageOf(town.asCitizen('ha'), id)
  expect(page).toContain('Đã tiếp nhận')
  expect(page).toContain(String(received['code']))
  expect(page).toContain('17:00, 21/05/2025')
  const log = await logOf(town, id)
  expect(log).toMatchObject([{ action: 'receive', fromState: 'arrived', toState: 'received', byName: 'Cao Thị Mai' }])
  expect(log[0]?.rule).toContain('Điều 17')
  const told = await town.db
    .selectFrom('kernel.notice')
    .select('key')
    .where('partyId', '=', town.partyId('ha'))
    .execute()
  expect(told.map(({ key }) => key)).toContain('dossiers.notice.receive')
})

describe('§10.18 codes', () => {
  test('are given without a gap: what failed has taken none', async () => {
    const ids = [await fileOne(town.asCitizen('ha')), await fileOne(town.asCitizen('phuc'))]
    const failed = await act(town.as('mai'), ids[0] ?? '', 'receive', { ...card, competent: 'khong-co' })
    expect(failed.status).toBe(422)
    const codes = await Promise.all(ids.map(async (id) => (await done(town.as('mai'), id, 'receive', card))['code']))
    const numbers = codes.map((code) => Number(String(code).slice(-4))).toSorted((a, b) => a - b)
    expect(numbers).toEqual([2, 3])
  })

  test('begin again each day, and each unit counts by itself', async () => {
    town.at('2025-05-15T08:00')
    const [here, there] = [
      await fileOne(town.asCitizen('ha')),
      await fileOne(town.asCitizen('ha'), { receiver: 'xa-hoa-loc' }),
    ]
    const first = await done(town.as('mai'), here, 'receive', card)
    const other = await done(town.as('sang'), there, 'receive', card)
    expect([first['code'], other['code']].map(String).map((code) => code.slice(-11))).toEqual([
      '250515-0001',
      '250515-0001',
    ])
    expect(first['code']).not.toBe(other['code'])
    town.at('2025-05-14T08:00')
  })
})

test('two officers at once: one receives, the other is told so', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  const answers = await Promise.all([
    act(town.as('mai'), id, 'receive', card),
    act(town.as('nhan'), id, 'receive', card),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body['code']).toBe('dossiers.reception.received_already')
  expect(await logOf(town, id)).toHaveLength(1)
})

test('an officer of another unit finds the door shut', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  expect((await act(town.as('sang'), id, 'receive', card)).status).toBe(403)
})

test('a paper that is not there is named at its line, and nothing is received', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  await town.db.updateTable('filing.application').set({ caseCode: 'first' }).where('id', '=', id).execute()
  const answer = await act(town.as('mai'), id, 'receive', { ...card, components: [] })
  expect(answer.status).toBe(422)
  expect((answer.body['fields'] as { path: string }[]).map(({ path }) => path)).toEqual([
    'components.0.form',
    'components.1.form',
  ])
  const papers = [{ code: 'photo', form: 'original', digitised: true, copies: 2 }]
  await done(town.as('mai'), id, 'receive', { ...card, components: papers })
  const kept = await town.db.selectFrom('dossiers.component').selectAll().where('dossierId', '=', id).execute()
  expect(kept.map(({ code, form, digitised }) => [code, form, digitised])).toEqual([
    ['sketch', null, false],
    ['photo', 'original', true],
    ['identity', null, false],
  ])
})

describe('§10.21 refusal at the desk', () => {
  test('has a coded reason, words and its ground; its owner reads them and no code is given', async () => {
    const id = await fileOne(town.asCitizen('ha'))
    const why = { reason: 'not_ours', text: 'Khu vườn thuộc xã Hòa Lộc, xin nộp ở đó.', basis: 'QĐ mẫu 01, Điều 2' }
    expect((await act(town.as('mai'), id, 'refuse-at-desk', { ...why, reason: 'E_500' })).status).toBe(422)
    expect((await act(town.as('mai'), id, 'refuse-at-desk', { ...why, text: 'lỗi' })).status).toBe(422)
    await done(town.as('mai'), id, 'refuse-at-desk', why)
    expect(await rowOf(town, id)).toMatchObject({ state: 'refused_at_desk', code: null, finance: 'none' })
    const page = await pageOf(town.asCitizen('ha'), id)
    expect(page).toContain('Không được tiếp nhận')
    expect(page).toContain('thuộc xã Hòa Lộc')
    expect((await act(town.as('mai'), id, 'receive', card)).status).toBe(409)
  })
})

test('what came on paper before is entered under its own day, and marked so', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  await town.db.updateTable('filing.application').set({ channel: 'direct' }).where('id', '=', id).execute()
  const paper = { ...card, receivedOn: '2025-05-12', receivedTime: '9h30' }
  expect((await act(town.as('mai'), id, 'receive', { ...paper, receivedOn: '2025-05-16' })).status).toBe(422)
  const { code } = await done(town.as('mai'), id, 'receive', paper)
  expect(code).toMatch(/250512-0001$/)
  const row = await rowOf(town, id)
  expect(row).toMatchObject({ backdated: true })
  expect(row.receivedAt?.toISOString()).toBe('2025-05-12T02:30:00.000Z')
})

test('many are handed over at once, or none of them', async () => {
  const ids = [await fileOne(town.asCitizen('ha')), await fileOne(town.asCitizen('phuc'))]
  for (const id of ids) await done(town.as('mai'), id, 'receive', card)
  const unreceived = await fileOne(town.asCitizen('ha'))
  expect((await handOver(town, [...ids, unreceived])).status).toBe(404)
  expect((await rowOf(town, ids[0] ?? '')).state).toBe('received')
  expect((await handOver(town, ids, 'kiet')).status).toBe(200)
  for (const id of ids) {
    expect(await rowOf(town, id)).toMatchObject({ state: 'processing', holderId: town.accountId('kiet') })
    expect((await logOf(town, id)).at(-1)).toMatchObject({ action: 'hand_over', toName: 'Trịnh Tuấn Kiệt' })
  }
  expect((await handOver(town, ids)).status).toBe(409)
})

test('received elsewhere, its time begins when the deciding unit has it', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  await done(town.as('mai'), id, 'receive', { ...card, competent: 'xa-hoa-loc' })
  expect(await rowOf(town, id)).toMatchObject({ dueAt: null, competentId: town.unitId('xa-hoa-loc') })
  await handOver(town, [id])
  expect((await act(town.as('kiet'), id, 'reach', {})).status).toBe(403)
})
