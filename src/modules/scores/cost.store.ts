/** What acts on a dossier would cost its unit in the quarter of now. */
import { reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { inLocale, t } from '#kernel/text.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { type Act, acts, type Cost, costOf } from './cost.ts'
import { asOf, plusSums, weightOf } from './count.ts'
import { type DossierFact, judge } from './fact.ts'
import { findFact } from './fact.store.ts'
import { inputsIn } from './input.ts'
import { listInputs } from './input.store.ts'
import { sumsFrom } from './months.ts'
import { periodOf } from './period.ts'
import { sheetOn } from './service-index.ts'
import { listMonths } from './sums.store.ts'

export type CostOfAct = Cost & { readonly act: Act }

/** Of a dossier as it stands, or as it would once it is received. */
export async function costsOfFact(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  fact: DossierFact,
  of: readonly Act[] = acts,
): Promise<CostOfAct[]> {
  const today = dayOf(now)
  const period = periodOf('quarter', today)
  const asked = asOf(period, plusDays(today, -1))
  const units = [fact.unitId]
  const kept = sumsFrom(await listMonths(db, { units, ...asked }), asked)
  const sheet = sheetOn(today)
  // What is not recorded yet is added, because its cost is told as that of one among the others.
  const isNew = (await findFact(db, fact.dossierId)) === undefined
  const sums = isNew ? plusSums(kept, weightOf(judge(fact, sheet.judging), today)) : kept
  const inputs = inputsIn(await listInputs(db, units, period.to), sheet, period)
  return of.flatMap((act) => {
    const cost = costOf({ fact, act, now, sheet, sums, inputs })
    return cost ? [{ act, ...cost }] : []
  })
}

type Told = {
  act: Act
  says: { vi: string; en: string }
  points: number
  indicators: { code: string; points: number }[]
}

export async function costsOf(ctx: Ctx, dossierId: string): Promise<Told[]> {
  const fact = (await findFact(ctx.db, dossierId)) ?? refuse('missing', 'kernel.missing')
  if (!(await reaches(ctx, fact.unitId))) refuse('forbidden', 'kernel.outside_your_unit')
  return (await costsOfFact(ctx, fact)).map(({ act, says: key, points, indicators }) => {
    const says = { vi: inLocale('vi', () => t(key)), en: inLocale('en', () => t(key)) }
    return { act, says, points, indicators: [...indicators] }
  })
}
