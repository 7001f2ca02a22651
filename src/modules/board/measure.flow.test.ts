import { afterEach, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { yearToDate } from '#kernel/measure.ts'
import { factsOf } from '#kernel/measure-fact.store.ts'
import { valueOf } from '#kernel/measure.store.ts'
import { day, momentOf } from '#kernel/time.ts'
import { givePlan } from '#test/plan-of-town.ts'
import { openTown, type Town, type UnitSlug } from '#test/town.ts'
import { countMeasures } from './measure.jobs.ts'

let town: Town
afterEach(() => town.close())

const countOn = (on: string) => {
  const now = momentOf(day(on), 5, 15)
  return countMeasures({ db: town.db, actor: nobody, now, requestId: 'count' })
}
const valueAt = (measure: string, unit: UnitSlug, to: string) =>
  valueOf(town.db, { measure, unitId: town.unitId(unit), period: yearToDate(day(to)) })

const monthly = { reportedBy: 'district', everyMonths: 1 }

async function reports(who: 'hoa' | 'van', unit: UnitSlug, valueId: string, asOf: string, sentOn: string) {
  town.at(`${sentOn}T09:00`)
  const form = { asOf, numerator: '90', denominator: '100', source: 'Phần mềm một cửa' }
  const answer = await town.as(who).send(`/ke-hoach/so-lieu/bao/${valueId}/${town.unitId(unit)}`, form)
  expect(answer.status).toBe(303)
}

test('figures are counted as in time or not, by unit, with the way down to each of them', async () => {
  town = await openTown()
  const planned = await givePlan(town, { targets: [{ ref: '2.1.1', values: [monthly] }] })
  const valueId = planned.targets.get('2.1.1')?.valueIds[0] ?? ''
  await reports('hoa', 'huyen-dong', valueId, '2025-01-31', '2025-02-03')
  await reports('hoa', 'huyen-dong', valueId, '2025-02-28', '2025-03-05')
  await reports('van', 'huyen-tay', valueId, '2025-01-31', '2025-02-09')
  await countOn('2025-03-07')
  expect(await valueAt('plan.figures_given', 'huyen-dong', '2025-03-31')).toMatchObject({
    numerator: 2,
    denominator: 2,
  })
  expect(await valueAt('plan.figures_given', 'huyen-tay', '2025-03-31')).toMatchObject({ numerator: 0, denominator: 2 })
  expect(await valueAt('plan.figures_given', 'tinh-mau', '2025-03-31')).toMatchObject({ numerator: 2, denominator: 4 })
  const path = '/ke-hoach/so-do/plan.figures_given'
  const rows = await (await town.as('tam').open(`${path}/huyen-tay?tu=2025-01-01&den=2025-03-31`)).text()
  expect(rows).toContain('0 đúng hạn trên 2')
  expect(rows).toContain('/ke-hoach/ke-hoach-2025/chi-tieu/2.1.1#gia-tri-0')
  expect(rows).not.toContain('UBND huyện Đông')
  expect((await town.as('tam').open(`${path}/khong-co`)).status).toBe(404)
  expect((await town.as('tam').open('/ke-hoach/so-do/plan.nothing/tinh-mau')).status).toBe(404)
})

test('days that were missed are made up for, and a day is counted once', async () => {
  town = await openTown()
  await givePlan(town, {
    targets: [{ ref: '2.1.1', values: [monthly] }],
    tasks: [{ ref: 'III.1', dueOn: day('2025-02-10') }],
  })
  const facts = async (measure: string, unit: UnitSlug) => {
    const period = { from: day('2025-01-01'), to: day('2025-12-31') }
    const kept = await factsOf(town.db, { measure, unitIds: [town.unitId(unit)], period })
    return kept.map((fact) => [fact.day, fact.value.numerator, fact.value.denominator])
  }
  await countOn('2025-02-06')
  expect(await facts('plan.figures_given', 'huyen-dong')).toEqual([['2025-02-05', 0, 1]])
  expect(await facts('plan.tasks_on_time', 'so-y-te')).toEqual([])
  await countOn('2025-04-06')
  await countOn('2025-04-06')
  expect(await facts('plan.figures_given', 'huyen-dong')).toEqual([
    ['2025-02-05', 0, 1],
    ['2025-03-05', 0, 1],
    ['2025-04-05', 0, 1],
  ])
  expect(await facts('plan.tasks_on_time', 'so-y-te')).toEqual([['2025-02-10', 0, 1]])
})

test('reminders are counted by whether they were answered, also when they were sent back', async () => {
  town = await openTown()
  await givePlan(town, { targets: [{ ref: '2.1.1' }] })
  const remind = { plan: 'ke-hoach-2025', units: [town.unitId('huyen-dong'), town.unitId('huyen-tay')] }
  const sent = await town
    .as('tam')
    .api('/plan/reminders', { ...remind, wording: 'Xin gửi số liệu', answerDueOn: '2025-05-16' })
  const { ids } = (await sent.json()) as { ids: [string, string] }
  town.at('2025-05-15T09:00')
  await town.as('hoa').api(`/plan/reminders/${ids[0]}/answer`, { answer: 'Đã gửi' })
  await town
    .as('tam')
    .api(`/plan/reminders/${ids[0]}/return`, { wording: 'Thiếu minh chứng', answerDueOn: '2025-05-19' })
  await countOn('2025-05-21')
  expect(await valueAt('plan.reminders_answered', 'huyen-dong', '2025-05-31')).toMatchObject({
    numerator: 1,
    denominator: 2,
  })
  expect(await valueAt('plan.reminders_answered', 'huyen-tay', '2025-05-31')).toMatchObject({
    numerator: 0,
    denominator: 1,
  })
  const path = '/ke-hoach/so-do/plan.reminders_answered/tinh-mau?tu=2025-05-01&den=2025-05-31'
  const seenByLeader = await (await town.as('tam').open(path)).text()
  const seenByDistrict = await (await town.as('hoa').open(path)).text()
  expect(seenByLeader).toContain(`/ke-hoach/don-doc/${ids[1]}`)
  expect(seenByDistrict).toContain(`/ke-hoach/don-doc/${ids[0]}`)
  expect(seenByDistrict).not.toContain(ids[1])
})

test('a target bound to a measure says what it is, and a value of one level counts its units alone', async () => {
  town = await openTown()
  const communes = { ...monthly, reportedBy: 'commune' }
  const { targets } = await givePlan(town, {
    targets: [
      { ref: '2.1.1', values: [monthly, communes] },
      { ref: '2.1.6', values: [{ level: 'district' }, {}] },
    ],
  })
  const [ofDistricts, ofAll] = targets.get('2.1.6')?.valueIds ?? []
  await reports('hoa', 'huyen-dong', targets.get('2.1.1')?.valueIds[0] ?? '', '2025-01-31', '2025-02-03')
  for (const [at, id] of [ofDistricts, ofAll].entries()) {
    const bind = { basis: 'measure', measureCode: 'plan.figures_given', reportedBy: 'lead', everyMonths: '12' }
    const form = { ...bind, version: String(1 + at), deadline: '2025-12-31' }
    const bound = await town.as('lan').send(`/ke-hoach/ke-hoach-2025/chi-tieu/2.1.6/gia-tri/${at}`, form)
    expect([id, bound.status]).toEqual([id, 303])
  }
  await countOn('2025-02-06')
  town.at('2025-02-28T08:00')
  const page = await (await town.as('tam').open('/ke-hoach/ke-hoach-2025/chi-tieu/2.1.6')).text()
  const [first = '', second = ''] = page.split('id="gia-tri-1"')
  expect(first).toContain('1 trên 2')
  expect(second).toContain('1 trên 6')
  expect(page).toContain('Nghị định số 09/2019/NĐ-CP')
  expect(page).toContain('số liệu đã gửi trên hệ thống trong hạn ÷')
  expect(page).toContain('/ke-hoach/so-do/plan.figures_given/tinh-mau?tu=2025-01-01&amp;den=2025-02-28')
  const form = await (await town.as('lan').open('/ke-hoach/ke-hoach-2025/chi-tieu/2.1.6/gia-tri/0')).text()
  expect(form).toContain('Nhiệm vụ xong đúng hạn')
})
