/** What the index needs to know of one dossier, and how it is judged by the rule in force on the day it came in. */
import { type Day, dayOf, daysBetween } from '#kernel/time.ts'
import type { Judging } from './judging.ts'

/** Kept up to date by whoever changes the dossier: `recordFact` in the transaction of the change. */
export type DossierFact = {
  readonly dossierId: string
  readonly code: string
  readonly procedureCode: string
  readonly unitId: number
  /** The account of whoever answers for it now. */
  readonly officerId: string | null
  /** KenhThucHien: at the desk, online, by post. */
  readonly channel: 1 | 2 | 3
  /** NgayTiepNhan */
  readonly receivedOn: Day
  /** NgayHenTra as printed, or as an extension moved it; the time of supplements is not in it but in `supplementMinutes`. */
  readonly dueAt: Date | null
  /** Without an appointment: when the longest time that the procedure allows is over. */
  readonly limitAt: Date | null
  readonly endedAt: Date | null
  readonly endedBy: EndedBy | null
  /** Of the ten national ones. */
  readonly state: number
  /** When supplements were asked for, the oldest first. */
  readonly supplementsAsked: readonly Date[]
  /** How long the citizen took for those that came, by the clock on the wall. */
  readonly supplementMinutes: number
  readonly hasFee: boolean
  /** DuocThanhToanTrucTuyen: not, on the national platform, through another gateway. */
  readonly paidOnline: 0 | 1 | 2
  readonly signedInByVneid: boolean
  readonly componentsDigitised: number
  readonly componentsTotal: number
  readonly resultDigitised: boolean
  readonly resultLink: boolean
  readonly resultCodes: number
  readonly reused: number
  readonly fromShared: number
  readonly verifiedAgainstPopulation: boolean
  readonly complaint: boolean
  readonly disliked: boolean
  /** Held by a ministry's system, which counts it: never counted twice. */
  readonly mirrored: boolean
  readonly synced: boolean
}

export const endings = ['result', 'return', 'stop', 'refusal', 'withdrawal'] as const
export type EndedBy = (typeof endings)[number]

/** Which record of a dossier is its end: result ready (9), then handed out (10), then whatever else ended it. */
const endOrder: readonly (readonly [state: number, endedBy: EndedBy])[] = [
  [9, 'result'],
  [10, 'return'],
  [8, 'stop'],
  [3, 'refusal'],
  [7, 'withdrawal'],
]

/** `records`: every national state it has been in. Of a state met twice the last time counts. */
export function endOf(
  records: readonly { readonly state: number; readonly at: Date }[],
): { endedAt: Date; endedBy: EndedBy } | null {
  for (const [state, endedBy] of endOrder) {
    const found = records.findLast((record) => record.state === state)
    if (found) return { endedAt: found.at, endedBy }
  }
  return null
}

export const lateReasons = ['due', 'limit', 'asked'] as const
export type LateReason = (typeof lateReasons)[number]

export type Judged = DossierFact & {
  readonly counted: boolean
  readonly endedOn: Day | null
  /** At the end of this day it is late, unless it ends before; also a day to come. Null: it ended in time. */
  readonly lateOn: Day | null
  readonly lateBy: LateReason | null
  /** Ended with a result. */
  readonly finished: boolean
  readonly eResult: boolean
  readonly wholeOnline: boolean
  readonly digitised: boolean
  readonly shared: boolean
}

export function judge(fact: DossierFact, rule: Judging): Judged {
  const late = lateOf(fact, rule)
  const finished = fact.endedBy === 'result' || fact.endedBy === 'return'
  const { resultLink, resultDigitised } = fact
  return {
    ...fact,
    counted: !fact.mirrored && !rule.uncountedStates.includes(fact.state),
    endedOn: fact.endedAt && notBefore(fact.receivedOn, dayOf(fact.endedAt)),
    lateOn: late && notBefore(fact.receivedOn, dayOf(late.at)),
    lateBy: late?.by ?? null,
    finished,
    eResult: finished && resultLink,
    wholeOnline: fact.channel === 2 && (!finished || (resultLink && fact.resultCodes > 0)),
    digitised: fact.componentsDigitised >= fact.componentsTotal && (!finished || resultDigitised || resultLink),
    shared: fact.fromShared > 0 || (resultLink && fact.synced),
  }
}

const notBefore = (first: Day, on: Day): Day => (on < first ? first : on)

type Late = { at: Date; by: LateReason }

/** The moment from which it is late: one request for a supplement too many, or its time over before its end. */
function lateOf(fact: DossierFact, rule: Judging): Late | null {
  const asked = fact.supplementsAsked[rule.mostSupplements]
  const tooOften = asked && (fact.endedAt === null || asked <= fact.endedAt) ? asked : null
  const due = fact.dueAt ?? fact.limitAt
  const until = due && new Date(due.getTime() + fact.supplementMinutes * 60_000)
  const end = fact.endedAt ?? waitingSince(fact, rule)
  const missed: Late | null =
    until && (end === null || end > until) ? { at: until, by: fact.dueAt ? 'due' : 'limit' } : null
  if (!tooOften || (missed && missed.at <= tooOften)) return missed
  return { at: tooOften, by: 'asked' }
}

/** While the citizen is to send something, the request stands for the end. */
const waitingSince = (fact: DossierFact, rule: Judging): Date | null =>
  rule.waitingStates.includes(fact.state) ? (fact.supplementsAsked.at(-1) ?? null) : null

export const daysTaken = ({ receivedOn, endedOn }: Judged): number => (endedOn ? daysBetween(receivedOn, endedOn) : 0)
