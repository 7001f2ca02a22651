/** What the platform itself counts of the work on plans: figures, tasks and reminders, each in time or not. Pure. */
import { z } from 'zod'
import type { Fact, Measure, Period } from '#kernel/measure.ts'
import { Day, day, plusDays } from '#kernel/time.ts'
import { type Counted, type DueTask, isDoneInTime, isDueBy } from '#modules/plan/public.ts'
import file from '../../../data/national/plan-measures.json' with { type: 'json' }

const Cited = z.array(z.object({ text: z.string(), validFrom: Day }))
const citations: Readonly<Record<string, z.infer<typeof Cited>>> = z.record(z.string(), Cited).parse(file.citations)

export const measureCodes = ['plan.figures_given', 'plan.tasks_on_time', 'plan.reminders_answered'] as const
export type MeasureCode = (typeof measureCodes)[number]
export const isMeasureCode = (code: string): code is MeasureCode => measureCodes.some((one) => one === code)

export const rowsPath = (code: string, unitSlug: string, { from, to }: Period): string =>
  `/ke-hoach/so-do/${code}/${unitSlug}?tu=${from}&den=${to}`

const declared = (code: MeasureCode, kind: Measure['kind']): Measure => ({
  code,
  kind,
  title: `plan.measure.${code}`,
  numerator: `plan.measure.${code}.numerator`,
  denominator: `plan.measure.${code}.denominator`,
  unit: 'percent',
  direction: 'up',
  citations: citations[code] ?? [],
  rowsHref: (unitSlug, period) => rowsPath(code, unitSlug, period),
  validFrom: day('2021-01-01'),
})

/** Figures and reminders fall on the day by which they were wanted. Tasks stand as they stood at the end of the period. */
export const planMeasures: readonly Measure[] = [
  declared('plan.figures_given', 'flow'),
  declared('plan.tasks_on_time', 'stock'),
  declared('plan.reminders_answered', 'flow'),
]

/** Of what happened on each day: one fact for each unit and day on which something was due. */
export function flowFacts(measure: MeasureCode, rows: readonly Counted[]): Fact[] {
  const groups = Map.groupBy(rows, ({ unitId, dueOn }) => `${unitId} ${dueOn}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ measure, unitId: first.unitId, day: first.dueOn, ...countOf(group) }] : []
  })
}

export const countOf = (rows: readonly Counted[]) => ({
  numerator: rows.filter(({ inTime }) => inTime).length,
  denominator: rows.length,
})

type Standing = { readonly numerator: number; readonly denominator: number | null }

/** As things stood on each day of the period, where that differs from the day before (`before`: as last known, by unit). */
export function stockFacts(
  measure: MeasureCode,
  tasks: readonly DueTask[],
  within: Period,
  before: ReadonlyMap<number, Standing>,
): Fact[] {
  const last = new Map(before)
  const facts: Fact[] = []
  for (let on = within.from; on <= within.to; on = plusDays(on, 1)) {
    const due = Map.groupBy(
      tasks.filter((task) => isDueBy(task, on)),
      ({ unitId }) => unitId,
    )
    for (const unitId of new Set([...last.keys(), ...due.keys()])) {
      const rows = (due.get(unitId) ?? []).map((task) => ({ ...task, inTime: isDoneInTime(task) }))
      const now = countOf(rows)
      const was = last.get(unitId)
      if (was ? was.numerator === now.numerator && was.denominator === now.denominator : rows.length === 0) continue
      last.set(unitId, now)
      facts.push({ measure, unitId, day: on, ...now })
    }
  }
  return facts
}
