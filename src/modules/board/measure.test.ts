import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day, plusDays } from '#kernel/time.ts'
import { type DueTask, isDueBy } from '#modules/plan/public.ts'
import { flowFacts, stockFacts } from './measure.ts'

test('what units were to do adds up by unit and day', () => {
  const row = (unitId: number, dueOn: string, inTime: boolean) => ({ unitId, dueOn: day(dueOn), inTime })
  const rows = [row(1, '2025-05-05', true), row(1, '2025-05-05', false), row(2, '2025-05-05', true)]
  expect(flowFacts('plan.figures_given', rows)).toEqual([
    { measure: 'plan.figures_given', unitId: 1, day: '2025-05-05', numerator: 1, denominator: 2 },
    { measure: 'plan.figures_given', unitId: 2, day: '2025-05-05', numerator: 1, denominator: 1 },
  ])
})

const task = (due: string, done: string | null, more: Partial<DueTask> = {}): DueTask => ({
  unitId: 1,
  year: 2025,
  dueOn: day(due),
  doneOn: done === null ? null : day(done),
  stoppedOn: null,
  ...more,
})

describe('tasks', () => {
  const within = (from: string, to: string) => ({ from: day(from), to: day(to) })

  test('are counted from their day on, and written down only when something changed', () => {
    const tasks = [task('2025-03-31', '2025-03-27'), task('2025-04-30', null)]
    const facts = stockFacts('plan.tasks_on_time', tasks, within('2025-03-01', '2025-05-14'), new Map())
    expect(facts.map(({ day: on, numerator, denominator }) => [on, numerator, denominator])).toEqual([
      ['2025-03-31', 1, 1],
      ['2025-04-30', 1, 2],
    ])
  })

  test('stopped before their day are owed no more; stopped later they were', () => {
    expect(isDueBy(task('2025-04-30', null, { stoppedOn: day('2025-04-20') }), day('2025-05-01'))).toBe(false)
    expect(isDueBy(task('2025-04-30', null, { stoppedOn: day('2025-05-20') }), day('2025-05-01'))).toBe(true)
  })

  test('of last year’s plan are no longer counted in the new year', () => {
    const before = new Map([[1, { numerator: 1, denominator: 2 }]])
    const facts = stockFacts(
      'plan.tasks_on_time',
      [task('2025-04-30', null)],
      within('2026-01-01', '2026-01-02'),
      before,
    )
    expect(facts).toMatchObject([{ day: '2026-01-01', numerator: 0, denominator: 0 }])
  })

  test('stand the same whether the days are counted at once or one by one', () => {
    const someDay = fc.integer({ min: 0, max: 40 }).map((at) => plusDays(day('2025-03-01'), at))
    const some = fc.array(
      fc.record({
        unitId: fc.integer({ min: 1, max: 3 }),
        year: fc.constant(2025),
        dueOn: someDay,
        doneOn: fc.option(someDay),
        stoppedOn: fc.option(someDay),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (tasks) => {
        const all = { from: day('2025-03-01'), to: day('2025-04-10') }
        const standing = new Map<number, { numerator: number; denominator: number | null }>()
        const oneByOne = []
        for (let on: Day = all.from; on <= all.to; on = plusDays(on, 1)) {
          const facts = stockFacts('plan.tasks_on_time', tasks, { from: on, to: on }, standing)
          for (const { unitId, numerator, denominator } of facts) standing.set(unitId, { numerator, denominator })
          oneByOne.push(...facts)
        }
        expect(oneByOne).toEqual(stockFacts('plan.tasks_on_time', tasks, all, new Map()))
      }),
    )
  })
})
