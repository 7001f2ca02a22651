/** What is asked of units: numbers that nobody measures, with what each unit said last. */
import type { Scope } from '#kernel/access.store.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { askedFor, type AskState, askState } from './figure.ts'
import { type Figure, listFigures } from './figure.store.ts'
import { reportersOfValues } from './reporter.store.ts'
import { listTargetsInForce, listValues, type Target, type Value } from './target.store.ts'

export type Ask = {
  target: Target
  value: Value
  unitId: number
  /** The day for which a figure is wanted. */
  asOf: Day
  state: AskState
  /** Not replaced by another; the newest first. */
  figures: readonly Figure[]
}

const urgency: readonly AskState[] = ['returned', 'due', 'waiting', 'given']

/** Of all plans in force, for units in scope; what waits for them comes first. */
export async function listAsks(db: Db, scope: Scope, today: Day): Promise<Ask[]> {
  const targets = await listTargetsInForce(db)
  const values = (
    await listValues(
      db,
      targets.map(({ id }) => id),
    )
  ).filter(({ basis }) => basis === 'reported')
  const within = new Set(scope)
  const asked = (await reportersOfValues(db, values, targets, today)).map((one) => ({
    ...one,
    unitIds: one.unitIds.filter((id) => within.has(id)),
  }))
  const open = asked.filter(({ unitIds }) => unitIds.length > 0)
  const ids = open.map(({ value }) => value.id)
  const figures = Map.groupBy(
    (await listFigures(db, ids, scope)).filter(({ state }) => state !== 'replaced'),
    ({ valueId, unitId }) => `${valueId} ${unitId}`,
  )
  return open
    .flatMap(({ target, value, unitIds }) =>
      unitIds.map((unitId) => {
        const said = figures.get(`${value.id} ${unitId}`) ?? []
        const asOf = askedFor(today, value.everyMonths)
        return { target, value, unitId, asOf, figures: said, state: askState(said, asOf) }
      }),
    )
    .toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state))
}
