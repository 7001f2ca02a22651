import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recountLoad } from '#modules/overview/public.ts'
import { recompute } from '#modules/scores/public.ts'
import { act, begun, card, defect, done, examined, fileOne, rowOf, steppedService } from '#test/dossier-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'
import { factsOf, rebuildFacts } from './fact.store.ts'
import { rebuildOpen } from './open.store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
})
afterAll(() => town.close())

const factOf = (id: string) =>
  town.db.selectFrom('scores.fact').selectAll().where('dossierId', '=', id).executeTakeFirst()

/** The overview holds each dossier that has not ended, once, and nothing else. */
async function openIsWhatHasNotEnded(): Promise<void> {
  const rows = await town.db.selectFrom('dossiers.dossier').select(['id', 'state']).orderBy('id').execute()
  const ended = ['refused_at_desk', 'returned', 'withdrawn', 'stopped']
  const open = await town.db.selectFrom('overview.open_dossier').select('dossierId').orderBy('dossierId').execute()
  expect(open.map(({ dossierId }) => dossierId)).toEqual(
    rows.filter(({ state }) => !ended.includes(state)).map(({ id }) => id),
  )
  expect(open.length).toBeLessThan(rows.length)
}

const rebuilt = () => rebuildFacts(town.db, town.now())

type Step = readonly [who: 'mai' | 'kiet' | 'loan' | 'uyen' | 'ha', path: string, body: object]
/** Whatever may be asked of a dossier, whether it stands there or not. */
const steps: readonly Step[] = [
  ['mai', 'ask-supplement', { defects: [defect], dueOn: '2025-07-30' }],
  [
    'uyen',
    'ask-supplement-again',
    { defects: [defect], dueOn: '2025-07-30', reason: 'Còn thiếu một giấy', seen: true },
  ],
  ['mai', 'take-supplement', { how: 'direct', note: 'Đã mang đến' }],
  ['kiet', 'take', {}],
  ['loan', 'take', {}],
  ['kiet', 'finish-step', { step: 'examine' }],
  ['kiet', 'record-answer', { step: 'ask_health', answer: 'Thống nhất' }],
  ['kiet', 'propose-refusal', { reason: 'conditions', text: 'Vườn chưa đủ ba năm.', basis: 'QĐ mẫu 01, Điều 4' }],
  ['uyen', 'approve', {}],
  ['uyen', 'send-back', { reason: 'Xem lại biên bản' }],
  ['kiet', 'issue', { kind: 'register', entry: 'Sổ 1' }],
  ['mai', 'return', { how: 'electronic' }],
  ['mai', 'ask-payment', { dueOn: '2025-07-30' }],
  ['mai', 'note-payment', { note: 'Đã thu tại quầy' }],
  ['uyen', 'extend', { dueOn: '2025-07-31', apology: 'Xin lỗi, cần thêm thời gian kiểm tra.' }],
  ['kiet', 'stop', { reason: 'no_supplement', text: 'Không còn điều kiện giải quyết.', basis: 'QĐ mẫu 01, Điều 5' }],
  ['mai', 'note-refund', { note: 'Đã trả lại' }],
  ['ha', 'ask-withdrawal', { because: 'Tôi đổi ý' }],
  ['kiet', 'decide-withdrawal', { grant: 'yes' }],
  ['kiet', 'decide-withdrawal', { grant: 'no', text: 'Đã ký kết quả' }],
]

const moments = ['2025-05-15T09:00', '2025-05-16T15:00', '2025-05-20T10:00', '2025-05-23T08:30', '2025-06-03T08:00']

test('§10.46 after any history of commands the facts are those that the rows give again, and so are the sums', async () => {
  const seen = { done: new Set<string>(), ends: new Set<string>() }
  const walks = fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat({ max: 4 })), { minLength: 8, maxLength: 22 })
  const roads = fc.constantFrom<readonly string[]>([], ['examined'], ['examined', 'approved'])
  await fc.assert(
    fc.asyncProperty(walks, roads, async (walk, road) => {
      town.at('2025-05-14T08:00')
      const id = await begun(town)
      if (road.includes('examined')) await examined(town, id)
      if (road.includes('approved')) await done(town.as('uyen'), id, 'approve')
      const ordered = walk.map(([, at]) => at).toSorted((a, b) => a - b)
      for (const [index, [[who, path, body]]] of walk.entries()) {
        town.at(moments[ordered[index] ?? 0] ?? '')
        const { status } = await act(who === 'ha' ? town.asCitizen('ha') : town.as(who), id, path, body)
        expect(status).toBeLessThan(500)
        if (status === 200) seen.done.add(path)
      }
      const [again] = await factsOf(town.db, [id])
      expect(await factOf(id)).toMatchObject(again ?? {})
      seen.ends.add((await rowOf(town, id)).state)
    }),
    { numRuns: 14, seed: 766 },
  )
  expect(await rebuilt()).toMatchObject({ wrong: 0 })
  expect(await recompute(town.db)).toEqual({ wrong: 0 })
  expect(await rebuildOpen(town.db, town.now())).toEqual({ wrong: 0 })
  expect(await recountLoad(town.db)).toEqual({ wrong: 0 })
  await openIsWhatHasNotEnded()
  // The histories went somewhere.
  expect(seen.done.size).toBeGreaterThan(9)
  expect(seen.ends.size).toBeGreaterThan(3)
}, 180_000)

describe('what each change says of a dossier', () => {
  test('before it is received nothing is counted; from then on it is with whoever has it', async () => {
    town.at('2025-05-14T08:00')
    const id = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), id, 'ask-supplement', { defects: [defect], dueOn: '2025-05-30' })
    expect(await factOf(id)).toBeUndefined()
    await done(town.as('mai'), id, 'take-supplement', { how: 'direct', note: 'Đã mang đến' })
    await done(town.as('mai'), id, 'receive', card)
    expect(await factOf(id)).toMatchObject({
      state: 2,
      channel: 2,
      receivedOn: '2025-05-14',
      officerId: town.accountId('mai'),
      signedInByVneid: true,
      mirrored: false,
      // What was asked before reception is a request all the same, and no time of the appointment.
      supplementMinutes: 0,
      lateBy: 'due',
    })
    await town.as('mai').api('/dossiers/hand-over', { ids: [id], to: town.accountId('kiet') })
    expect(await factOf(id)).toMatchObject({ state: 4, officerId: town.accountId('kiet') })
  })

  test('§10.48 the time its owner took is taken off once, also when it is extended afterwards', async () => {
    town.at('2025-05-14T08:00')
    const id = await begun(town)
    const printed = (await factOf(id))?.dueAt
    town.at('2025-05-20T08:00')
    await done(town.as('kiet'), id, 'ask-supplement', { defects: [defect], dueOn: '2025-06-10' })
    expect(await factOf(id)).toMatchObject({ state: 5, supplementMinutes: 0 })
    town.at('2025-05-22T08:00')
    await done(town.as('mai'), id, 'take-supplement', { how: 'direct', note: 'Đã mang đến' })
    expect(await factOf(id)).toMatchObject({ state: 4, supplementMinutes: 2 * 1440, dueAt: printed })
    await done(town.as('uyen'), id, 'extend', { dueOn: '2025-05-28', apology: 'Xin lỗi, cần thêm thời gian kiểm tra.' })
    expect(await factOf(id)).toMatchObject({ supplementMinutes: 0, lateOn: '2025-05-28' })
  })

  test('finished it has its end, its result and whoever worked on it; what changes afterwards moves no end', async () => {
    town.at('2025-05-14T08:00')
    const id = await begun(town)
    await examined(town, id)
    await done(town.as('uyen'), id, 'approve')
    await done(town.as('kiet'), id, 'issue', { kind: 'register', entry: 'Sổ vườn mẫu 2025, số 14' })
    const end = {
      finished: true,
      eResult: true,
      wholeOnline: true,
      endedOn: '2025-05-14',
      endedBy: 'result',
      lateOn: null,
    }
    expect(await factOf(id)).toMatchObject({ ...end, state: 9, officerId: town.accountId('kiet') })
    town.at('2025-05-20T08:00')
    await done(town.as('mai'), id, 'return', { how: 'electronic' })
    expect(await factOf(id)).toMatchObject({ ...end, state: 10 })
  })

  test('a result on paper alone is none that can be used again', async () => {
    town.at('2025-05-14T08:00')
    const id = await begun(town)
    await examined(town, id)
    await done(town.as('uyen'), id, 'approve')
    await done(town.as('kiet'), id, 'issue', { kind: 'document', entry: 'Số 14/GCN' })
    expect(await factOf(id)).toMatchObject({ finished: true, eResult: false, wholeOnline: false })
  })

  test('a change that fails is not counted', async () => {
    town.at('2025-05-14T08:00')
    const ids = [await fileOne(town.asCitizen('ha')), await fileOne(town.asCitizen('ha'))]
    await done(town.as('mai'), ids[0] ?? '', 'receive', card)
    const before = await factOf(ids[0] ?? '')
    // The second was not received: neither of them is handed over.
    expect((await town.as('mai').api('/dossiers/hand-over', { ids, to: town.accountId('kiet') })).status).not.toBe(200)
    expect(await factOf(ids[0] ?? '')).toEqual(before)
  })

  test('what a rebuild finds missing or wrong it puts right and says so', async () => {
    const id = await begun(town)
    const fact = await factOf(id)
    await town.db.updateTable('scores.fact').set({ state: 9, resultLink: true }).where('dossierId', '=', id).execute()
    expect(await rebuilt()).toMatchObject({ wrong: 1 })
    expect({ ...(await factOf(id)), recordedAt: null }).toEqual({ ...fact, recordedAt: null })
  })
})
