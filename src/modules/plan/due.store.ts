/** What plans in force ask by which day, from their rows: figures of units, tasks. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Period } from '#kernel/measure.ts'
import { type Day, dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { type Counted, type DuePeriod, type DueTask, givenOn, periodsDue } from './due.ts'
import { reportersOfValues } from './reporter.store.ts'
import { statusRuleOn } from './status.ts'
import { listTargetsInForce, listValues, type Target, type Value } from './target.store.ts'

/** The year of the oldest plan in force; null when none is. */
export async function firstYear(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('plan.plan')
    .select((c) => c.fn.min('year').as('year'))
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.year ?? null
}

export type AskedFigure = Counted & { target: Target; value: Value; endsOn: Day; sentOn: Day | null }

/**
 * The figures that were wanted of units by a day of `within`, of the plans in force, as they are bound now and as units
 * stood on that day. What ended before the plan was published is not asked.
 */
export async function askedFigures(db: Db, within: Period): Promise<AskedFigure[]> {
  const targets = await listTargetsInForce(db)
  const published = await publishedOn(db)
  const ids = targets.map(({ id }) => id)
  const values = (await listValues(db, ids)).filter(({ basis }) => basis === 'reported')
  const planOf = new Map(targets.map((target) => [target.id, target]))
  const due = values.flatMap((value) => {
    const plan = planOf.get(value.targetId)
    if (!plan) return []
    const since = published.get(plan.planId)
    return periodsOf(plan.planYear, value.everyMonths, within)
      .filter(({ endsOn }) => !since || since <= endsOn)
      .map((period) => ({ value, period }))
  })
  const figures = await figuresSent(
    db,
    due.map(({ value }) => value.id),
    within,
  )
  const rows: AskedFigure[] = []
  for (const [dueOn, group] of Map.groupBy(due, ({ period }) => period.dueOn)) {
    const wanted = group.map(({ value }) => value)
    for (const { value, target, unitIds } of await reportersOfValues(db, wanted, targets, dueOn)) {
      const period = group.find((one) => one.value === value)?.period
      for (const unitId of period ? unitIds : []) {
        const sentOn = period ? givenOn(figures.get(`${value.id} ${unitId}`) ?? [], period) : null
        rows.push({ unitId, target, value, dueOn, endsOn: period?.endsOn ?? dueOn, sentOn, inTime: sentOn !== null })
      }
    }
  }
  return rows
}

/** The rule of the day on which the period ended says how long units may take. */
const periodsOf = (year: number, everyMonths: number, within: Period): DuePeriod[] =>
  periodsDue(year, everyMonths, statusRuleOn(within.from).figure.dueWithinDays, within)

async function publishedOn(db: Db): Promise<Map<string, Day>> {
  const rows = await db.selectFrom('plan.version').select(['planId', 'publishedAt']).where('no', '=', 1).execute()
  return new Map(rows.map(({ planId, publishedAt }) => [planId, dayOf(publishedAt)]))
}

/** By value and unit, also those that were returned or corrected later: they had been sent. */
async function figuresSent(db: Db, valueIds: readonly string[], { to }: Period) {
  const rows = await db
    .selectFrom('plan.figure')
    .select(['valueId', 'unitId', 'sentAt'])
    .select((c) => c.ref('asOf').$castTo<Day>().as('asOf'))
    .where('valueId', '=', sql<string>`any(${[...new Set(valueIds)]}::uuid[])`)
    .where('sentAt', '<', momentOf(plusDays(to, 1)))
    .execute()
  return Map.groupBy(rows, ({ valueId, unitId }) => `${valueId} ${unitId}`)
}

export type CountedTask = DueTask & { ref: string; heading: string; wording: string; planCode: string }

/** Every task with a day and a unit that leads it, of plans in force, by day. */
export const dueTasks = (db: Db): Promise<CountedTask[]> =>
  db
    .selectFrom('plan.task as t')
    .innerJoin('plan.plan as p', 'p.id', 't.planId')
    .select(['t.ref', 't.heading', 't.wording', 'p.code as planCode', 'p.year'])
    .select((c) => [
      c.ref('t.leadUnitId').$castTo<number>().as('unitId'),
      c.ref('t.dueOn').$castTo<Day>().as('dueOn'),
      c.ref('t.doneOn').$castTo<Day | null>().as('doneOn'),
      c.ref('t.stoppedOn').$castTo<Day | null>().as('stoppedOn'),
    ])
    .where('p.state', '=', 'published')
    .where('t.endedIn', 'is', null)
    .where('t.leadUnitId', 'is not', null)
    .where('t.dueOn', 'is not', null)
    .orderBy('t.dueOn')
    .orderBy('t.position')
    .execute()
