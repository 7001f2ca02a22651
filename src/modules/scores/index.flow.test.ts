import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { rollUp } from '#kernel/measure-closing.store.ts'
import { valueOf } from '#kernel/measure.store.ts'
import { day, momentOf } from '#kernel/time.ts'
import { plainFact } from '#test/dossier-facts.ts'
import { openTown, type Town, type UnitSlug } from '#test/town.ts'
import type { DossierFact } from './fact.ts'
import { recordFact } from './fact.store.ts'
import { countMarkedDays } from './scores.jobs.ts'

let town: Town
let no = 0
beforeAll(async () => {
  town = await openTown()
  const inTime = {
    state: 10,
    endedAt: momentOf(day('2025-04-20'), 9),
    endedBy: 'result',
    resultLink: true,
    resultCodes: 1,
  } as const
  await dossier('xa-an-binh', { ...inTime, code: 'H58.1-250416-0001', officerId: town.accountId('mai') })
  await dossier('xa-an-binh', {
    ...inTime,
    code: 'H58.1-250416-0002',
    officerId: town.accountId('binh'),
    channel: 1,
    complaint: true,
  })
  await dossier('xa-an-binh', { code: 'H58.1-250416-0003', officerId: town.accountId('binh') })
  await dossier('xa-phu-my', { ...inTime, code: 'H58.2-250416-0001' })
  await dossier('xa-phu-my', { code: 'H58.2-250416-0002', mirrored: true })
})
afterAll(() => town.close())

async function dossier(unit: UnitSlug, change: Partial<DossierFact>) {
  no += 1
  const own = {
    ...plainFact,
    dossierId: `01940000-0000-7000-8000-${String(no).padStart(12, '0')}`,
    unitId: town.unitId(unit),
    receivedOn: day('2025-04-16'),
    dueAt: momentOf(day('2025-04-25'), 17),
  }
  const fact = { ...own, ...change }
  await town.db.transaction().execute((db) => recordFact({ db, now: town.now() }, fact))
}

const textOf = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')

test('§10.46 a leader sees the points of the province, and goes down to the dossiers that cost them', async () => {
  const page = await textOf(await town.as('tam').open('/diem-766?ky=2025-q2'))
  expect(page).toContain('UBND huyện Đông')
  expect(page).toContain('3 / 4')
  expect(page).toContain('/diem-766/2.1/ho-so?don-vi=tinh-mau&amp;ky=2025-q2')
  const list = await textOf(await town.as('tam').open('/diem-766/2.1/ho-so?don-vi=tinh-mau&ky=2025-q2'))
  expect(list).toContain('H58.1-250416-0003')
  expect(list).toContain('quá hẹn từ 25/04/2025')
  for (const other of ['H58.1-250416-0001', 'H58.2-250416-0001', 'H58.2-250416-0002']) expect(list).not.toContain(other)
  const unhappy = await textOf(await town.as('tam').open('/diem-766/5.4/ho-so?ky=2025-q2'))
  expect(unhappy).toContain('có phản ánh, kiến nghị')
})

test('an officer sees their own points and those of nobody else; dossiers of another unit are not shown', async () => {
  const mai = town.as('mai')
  const own = await textOf(await mai.open('/diem-766?ky=2025-q2&theo=can-bo'))
  expect(own).toContain('Cao Thị Mai')
  expect(own).not.toContain('Đỗ Thanh Bình')
  expect((await mai.open('/diem-766?can-bo=mai&ky=2025-q2')).status).toBe(200)
  expect((await mai.open('/diem-766?can-bo=binh&ky=2025-q2')).status).toBe(403)
  expect((await mai.open('/diem-766?don-vi=xa-phu-my&ky=2025-q2')).status).toBe(200)
  expect((await mai.open('/diem-766/2.1/ho-so?don-vi=xa-phu-my')).status).toBe(403)
  expect((await mai.open('/diem-766/5.2/ho-so')).status).toBe(404)
  const all = await textOf(await town.as('tam').open('/diem-766?don-vi=xa-an-binh&ky=2025-q2&theo=can-bo'))
  expect(all).toContain('Đỗ Thanh Bình')
})

test('everybody may see how a unit serves, without officers and dossiers', async () => {
  const page = await textOf(await town.as().open('/chat-luong-phuc-vu?ky=2025-q2'))
  expect(page).toContain('UBND huyện Tây')
  expect(page).not.toContain('H58.')
  expect(page).not.toContain('Cao Thị Mai')
})

test('the interface tells the same, and lists every costly dossier once, page by page', async () => {
  const index = (await (await town.as('tam').api('/scores/index?period=2025-q2')).json()) as {
    indicators: { code: string; share: number | null; points: number | null; missing: string | null }[]
  }
  const indicator = (code: string) => index.indicators.find((one) => one.code === code)
  expect(indicator('2.1')).toMatchObject({ share: 75, points: 15 })
  expect(indicator('5.2')).toMatchObject({ points: null, missing: 'not_measured' })
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const path = `/scores/indicators/4.3/dossiers?period=2025-q2&limit=1&after=${next}`
    const page = (await (await town.as('tam').api(path)).json()) as { items: { code: string }[]; next: string | null }
    seen.push(...page.items.map(({ code }) => code))
    next = page.next
  }
  expect(seen.toSorted()).toEqual(['H58.1-250416-0001', 'H58.1-250416-0002', 'H58.1-250416-0003', 'H58.2-250416-0001'])
  const parts = (await (await town.as('tam').api('/scores/index/by/thu-tuc?period=2025-q2')).json()) as {
    items: { code: string; received: number }[]
  }
  expect(parts.items).toMatchObject([{ code: '1.004222', received: 4 }])
})

test('§10.46 what an act would cost is told before it is done, to those whose dossier it is', async () => {
  const id = '01940000-0000-7000-8000-000000000003'
  const costs = (await (await town.as('mai').api(`/scores/dossiers/${id}/costs`)).json()) as {
    items: { act: string; says: { vi: string }; points: number }[]
  }
  // It is past its appointment already: only a result without its document would cost more.
  expect(costs.items.map(({ act }) => act)).toEqual(['undigitised', 'no_e_result'])
  expect(costs.items[1]?.says.vi).toContain('không có bản điện tử')
  expect(costs.items[1]?.points).toBeGreaterThan(0)
  expect((await town.as('van').api(`/scores/dossiers/${id}/costs`)).status).toBe(403)
})

test('what another system counts is told with its source, and shows as such', async () => {
  const told = {
    indicator: '5.2',
    unit: 'tinh-mau',
    month: '2025-04-15',
    numerator: 18,
    denominator: 20,
    source: 'Hệ thống 1022',
  }
  const thu = town.as('thu')
  expect((await town.as('tam').api('/scores/inputs', told)).status).toBe(403)
  expect((await thu.api('/scores/inputs', { ...told, indicator: '2.1' })).status).toBe(422)
  expect((await thu.api('/scores/inputs', { ...told, numerator: 21 })).status).toBe(422)
  expect((await thu.api('/scores/inputs', { ...told, month: '2025-06-01' })).status).toBe(422)
  expect((await thu.api('/scores/inputs', told)).status).toBe(200)
  expect((await thu.api('/scores/inputs', { ...told, numerator: 19 })).status).toBe(200)
  const page = await textOf(await town.as('tam').open('/diem-766?ky=2025-q2'))
  expect(page).toContain('19 / 20')
  expect(page).toContain('Hệ thống 1022')
})

test('the plan’s targets read what dossiers and the list of services say', async () => {
  const now = momentOf(day('2025-05-14'), 8)
  const services = { indicator: '3.1', unit: 'tinh-mau', month: '2025-04-01', numerator: 1482, denominator: 1614 }
  await town.as('thu').api('/scores/inputs', { ...services, source: 'Danh mục tỉnh' })
  await countMarkedDays({ db: town.db, actor: nobody, now, requestId: 'count' })
  await countMarkedDays({ db: town.db, actor: nobody, now, requestId: 'again' })
  await rollUp(town.db, day('2025-05-14'))
  const period = { from: day('2025-04-01'), to: day('2025-04-30') }
  const value = (measure: string, unit: UnitSlug = 'tinh-mau') =>
    valueOf(town.db, { measure, unitId: town.unitId(unit), period })
  expect(await value('scores.online_whole')).toMatchObject({ numerator: 3, denominator: 4 })
  expect(await value('scores.online_whole', 'huyen-tay')).toMatchObject({ numerator: 1, denominator: 1 })
  expect(await value('scores.vneid')).toMatchObject({ numerator: 3, denominator: 3 })
  expect(await value('scores.e_results')).toMatchObject({ numerator: 3, denominator: 3 })
  expect(await value('scores.no_complaint')).toMatchObject({ numerator: 3, denominator: 4 })
  expect(await value('scores.services_online')).toMatchObject({ numerator: 1482, denominator: 1614 })
})
