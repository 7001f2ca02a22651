import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { begun, card, defect, done, examined, fileOne, steppedService } from '#test/dossier-of-town.ts'
import { htmlOf } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

/** Its paper is the result of an earlier procedure. */
const digitising = {
  ...steppedService,
  components: steppedService.components.map((component) => ({ ...component, digitise: true })),
}

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, digitising)
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const says = {
  second_supplement: 'Yêu cầu bổ sung lần này làm hồ sơ bị tính là trễ hẹn',
  undigitised: 'Thiếu bản số hóa của thành phần hồ sơ',
  late_finish: 'Kết thúc sau ngày hẹn',
  no_e_result: 'Trả kết quả không có bản điện tử',
} as const
type Act = keyof typeof says

/** The points that the page tells for an act; undefined when it does not warn of it. */
const warned = (html: string, act: Act): number | undefined => {
  const [, points] = new RegExp(`${says[act]}[^<]*</strong>[^<]*mất ([\\d,]+) điểm`).exec(html) ?? []
  return points === undefined ? undefined : Number(points.replace(',', '.'))
}

/** What the interface says that it costs. */
async function costOf(id: string, act: Act): Promise<number | undefined> {
  const { items } = (await (await town.as('uyen').api(`/scores/dossiers/${id}/costs`)).json()) as {
    items: { act: string; points: number }[]
  }
  return items.find((one) => one.act === act)?.points
}

const page = (who: 'mai' | 'kiet' | 'uyen', id: string, at = '') => htmlOf(town.as(who), `/mot-cua/ho-so/${id}${at}`)

test('§10.46 before a second request to complete its points stand on the page, and not before the first', async () => {
  const id = await begun(town)
  expect(warned(await page('kiet', id, '/bo-sung'), 'second_supplement')).toBeUndefined()
  await done(town.as('kiet'), id, 'ask-supplement', { defects: [defect], dueOn: '2025-06-10' })
  await done(town.as('mai'), id, 'take-supplement', { how: 'direct', note: 'Đã mang đến' })
  const told = warned(await page('uyen', id, '/bo-sung'), 'second_supplement')
  expect(told).toBeGreaterThan(0)
  expect(told).toBe(await costOf(id, 'second_supplement'))
})

test('§10.46 at reception what a paper without its digital copy costs is told, where one has to have it', async () => {
  const id = await fileOne(town.asCitizen('ha'))
  const told = warned(await page('mai', id, '/tiep-nhan'), 'undigitised')
  expect(told).toBeGreaterThan(0)
  // Taken in without it the dossier has cost that already.
  await done(town.as('mai'), id, 'receive', card)
  const fact = await town.db.selectFrom('scores.fact').selectAll().where('dossierId', '=', id).executeTakeFirst()
  expect(fact).toMatchObject({ digitised: false, componentsTotal: 1, componentsDigitised: 0 })
})

test('§10.46 before a result is issued it is told what it costs late, and without its electronic document', async () => {
  const id = await begun(town)
  await examined(town, id)
  await done(town.as('uyen'), id, 'approve')
  const early = await page('kiet', id)
  for (const act of ['late_finish', 'no_e_result'] as const) {
    expect(warned(early, act)).toBeGreaterThan(0)
    expect(warned(early, act)).toBe(await costOf(id, act))
  }
  // Past its appointment it is late however it ends.
  town.at('2025-06-03T08:00')
  const late = await page('kiet', id)
  expect(warned(late, 'late_finish')).toBeUndefined()
  expect(warned(late, 'no_e_result')).toBeGreaterThan(0)
})
