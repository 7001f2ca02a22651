/** The rows behind the measures of plans, and up to which day they were counted. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Period } from '#kernel/measure.ts'
import { type Day, dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { type Counted, type DuePeriod, type DueTask, givenOn, type MeasureCode, periodsDue } from './measure.ts'
import { reportersOfValues } from './reporter.store.ts'
import { statusRuleOn } from './status.ts'
import { listTargetsInForce, listValues, type Target, type Value } from './target.store.ts'

/** The last day counted; nobody else counts until this transaction ends. Null before the first time. */
export async function holdCountedTo(db: Db, measure: MeasureCode): Promise<Day | null> {
  const rows = await db
    .selectFrom('plan.counting')
    .select((c) => c.ref('countedTo').$castTo<Day>().as('countedTo'))
    .where('measure', '=', measure)
    .forUpdate()
    .execute()
  return rows[0]?.countedTo ?? null
}

export const updateCountedTo = (db: Db, measure: MeasureCode, countedTo: Day) =>
  db
    .insertInto('plan.counting')
    .values({ measure, countedTo })
    .onConflict((conflict) => conflict.column('measure').doUpdateSet({ countedTo }))
    .execute()

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

/** As last known before a day, by unit. */
export async function standingBefore(db: Db, measure: MeasureCode, on: Day) {
  const { rows } = await sql<{ unitId: number; numerator: string; denominator: string }>`
    select distinct on (f.unit_id) f.unit_id, f.numerator, f.denominator
    from kernel.fact f join kernel.measure m on m.no = f.measure_no
    where m.code = ${measure} and f.day < ${on}::date
    order by f.unit_id, f.day desc`.execute(db)
  return new Map(
    rows.map(({ unitId, numerator, denominator }) => [
      unitId,
      { numerator: Number(numerator), denominator: Number(denominator) },
    ]),
  )
}

export type WantedAnswer = Counted & { reminderId: string; wording: string; answeredOn: Day | null }

/**
 * Answers that were wanted by a day of `within`: when a reminder was sent, and each time its answer was sent back. One
 * that was closed before its day and without an answer is owed no more. Steps are only added to, so a day that is over
 * does not change.
 */
export async function wantedAnswers(db: Db, within: Period): Promise<WantedAnswer[]> {
  const { rows } = await sql<Omit<WantedAnswer, 'inTime'> & { closedOn: Day | null }>`
    select r.id as reminder_id, r.unit_id, s.wording, s.due_on,
      (select min((a.at at time zone 'Asia/Ho_Chi_Minh')::date) from plan.reminder_step a
        where a.reminder_id = r.id and a.kind = 'answered' and a.at > s.at) as answered_on,
      (r.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as closed_on
    from plan.reminder_step s join plan.reminder r on r.id = s.reminder_id
    where s.kind in ('sent', 'returned') and s.due_on between ${within.from}::date and ${within.to}::date
    order by s.due_on, s.id`.execute(db)
  return rows
    .map(({ reminderId, unitId, wording, dueOn, answeredOn, closedOn }) => {
      const inTime = answeredOn !== null && answeredOn <= dueOn
      const isOwed = inTime || closedOn === null || closedOn > dueOn
      return { isOwed, row: { reminderId, unitId, wording, dueOn, answeredOn, inTime } }
    })
    .flatMap(({ isOwed, row }) => (isOwed ? [row] : []))
}
