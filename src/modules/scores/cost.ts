/** What an act would cost, told before it is done. */
import type { Key } from '#kernel/text.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { plusSums, type Sums, weightOf } from './count.ts'
import { type DossierFact, judge } from './fact.ts'
import { indexOf, type Inputs, type Sheet } from './service-index.ts'

export const acts = ['second_supplement', 'undigitised', 'late_finish', 'no_e_result'] as const
export type Act = (typeof acts)[number]

const hour = 3_600_000
const latest = (...moments: (Date | null)[]): number => Math.max(...moments.map((moment) => moment?.getTime() ?? 0))

/** The dossier as it would be after the act. */
const after: Readonly<Record<Act, (fact: DossierFact, now: Date) => DossierFact>> = {
  second_supplement: (fact, now) => ({ ...fact, state: 5, supplementsAsked: [...fact.supplementsAsked, now] }),
  undigitised: (fact) => ({
    ...fact,
    componentsTotal: Math.max(1, fact.componentsTotal),
    componentsDigitised: Math.max(0, Math.max(1, fact.componentsTotal) - 1),
  }),
  late_finish: (fact, now) => ({
    ...finished(fact, now),
    endedAt: new Date(latest(fact.dueAt ?? fact.limitAt, now) + fact.supplementMinutes * 60_000 + hour),
  }),
  no_e_result: (fact, now) => ({ ...finished(fact, now), resultLink: false, resultDigitised: false, resultCodes: 0 }),
}

const finished = (fact: DossierFact, now: Date): DossierFact => ({
  ...fact,
  state: 9,
  endedAt: fact.endedAt ?? now,
  endedBy: fact.endedBy ?? 'result',
})

/** What the act is measured against: the same, done well. A dossier that is open loses nothing by being finished. */
const instead: Readonly<Record<Act, (fact: DossierFact, now: Date) => DossierFact>> = {
  second_supplement: (fact) => fact,
  undigitised: (fact) => ({ ...fact, componentsDigitised: fact.componentsTotal }),
  late_finish: finished,
  no_e_result: (fact, now) => ({
    ...finished(fact, now),
    resultLink: true,
    resultDigitised: true,
    resultCodes: Math.max(1, fact.resultCodes),
  }),
}

export type Cost = {
  /** What it would do, in a sentence. */
  readonly says: Key
  /** Lost of the index of the unit, all indicators together. */
  readonly points: number
  readonly indicators: readonly { readonly code: string; readonly points: number }[]
}

type Told = {
  readonly fact: DossierFact
  readonly act: Act
  readonly now: Date
  readonly sheet: Sheet
  /** Of the unit in the period, this dossier among them as it stands. */
  readonly sums: Sums
  readonly inputs: Inputs
}

const round = (value: number) => Math.round(value * 100) / 100

/** Null when the act costs nothing: no indicator falls. */
export function costOf({ fact, act, now, sheet, sums, inputs }: Told): Cost | null {
  const today: Day = dayOf(now)
  const weigh = (as: DossierFact) => weightOf(judge(as, sheet.judging), today)
  const others = plusSums(sums, weigh(fact), -1)
  const scoreWith = (as: DossierFact) => indexOf(sheet, plusSums(others, weigh(as)), inputs).scored
  const [well, badly] = [scoreWith(instead[act](fact, now)), scoreWith(after[act](fact, now))]
  const indicators = well.flatMap(({ indicator: { code }, points }, at) => {
    const lost = round((points ?? 0) - (badly[at]?.points ?? 0))
    return lost > 0 ? [{ code, points: lost }] : []
  })
  if (!indicators.length && !isCostly(weigh(instead[act](fact, now)), weigh(after[act](fact, now)))) return null
  return {
    says: `scores.cost.${act}`,
    points: round(indicators.reduce((sum, { points }) => sum + points, 0)),
    indicators,
  }
}

/** Among very many dossiers one may cost less than a hundredth of a point; it is told all the same. */
const isCostly = (well: Sums, badly: Sums): boolean =>
  badly.late > well.late || badly.digitised < well.digitised || badly.eResult < well.eResult
