/** What acts on a dossier would cost its unit in the quarter of now. */
import { reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { inLocale, t } from '#kernel/text.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { type Act, acts, costOf } from './cost.ts'
import { asOf } from './count.ts'
import { findFact } from './fact.store.ts'
import { inputsIn } from './input.ts'
import { listInputs } from './input.store.ts'
import { sumsFrom } from './months.ts'
import { periodOf } from './period.ts'
import { sheetOn } from './service-index.ts'
import { listMonths } from './sums.store.ts'

type Told = {
  act: Act
  says: { vi: string; en: string }
  points: number
  indicators: { code: string; points: number }[]
}

export async function costsOf(ctx: Ctx, dossierId: string): Promise<Told[]> {
  const { db, now } = ctx
  const fact = (await findFact(db, dossierId)) ?? refuse('missing', 'kernel.missing')
  if (!(await reaches(ctx, fact.unitId))) refuse('forbidden', 'kernel.outside_your_unit')
  const today = dayOf(now)
  const period = periodOf('quarter', today)
  const asked = asOf(period, plusDays(today, -1))
  const units = [fact.unitId]
  const sums = sumsFrom(await listMonths(db, { units, ...asked }), asked)
  const sheet = sheetOn(today)
  const inputs = inputsIn(await listInputs(db, units, period.to), sheet, period)
  return acts.flatMap((act) => {
    const cost = costOf({ fact, act, now, sheet, sums, inputs })
    if (!cost) return []
    const says = { vi: inLocale('vi', () => t(cost.says)), en: inLocale('en', () => t(cost.says)) }
    return [{ act, says, points: cost.points, indicators: [...cost.indicators] }]
  })
}
