/** What is counted of dossiers. Sums of counts are kept; shares and points are made of sums only. */
import type { Period } from '#kernel/measure.ts'
import { type Day, plusDays } from '#kernel/time.ts'
import { daysTaken, type Judged } from './fact.ts'

/** On the day a dossier was received. */
export const receivedCounts = [
  'received',
  'synced',
  'online',
  'vneid',
  'wholeOnline',
  'withFee',
  'paidOnline',
  'digitised',
  'reused',
  'shared',
  'verified',
  'unhappy',
] as const
/** On the day it ended. */
export const endedCounts = ['ended', 'endedLate', 'finished', 'eResult', 'handledDays'] as const

export const flows = [...receivedCounts, ...endedCounts] as const
export type Flow = (typeof flows)[number]
/** `late`: on the day from which it is late. */
export const tallied = [...flows, 'late'] as const
export type Tallied = (typeof tallied)[number]

/**
 * Of a period: the flows, `open` (ended in it, or not ended when it is over) and how many of those are `late`. A dossier
 * that is late is so in every period in which it is open from then on, and in no other.
 */
export type Sums = Readonly<Record<Flow | 'open' | 'late', number>>
/** What a formula may name. */
export const countNames = [...flows, 'open', 'late', 'onTime'] as const
export type CountName = (typeof countNames)[number]

export const noSums: Sums = Object.fromEntries([...flows, 'open', 'late'].map((name) => [name, 0])) as Sums

export const countIn = (sums: Sums, name: CountName): number => (name === 'onTime' ? sums.open - sums.late : sums[name])

export const plusSums = (a: Sums, b: Sums, sign: 1 | -1 = 1): Sums =>
  Object.fromEntries(Object.entries(a).map(([name, count]) => [name, count + sign * b[name as keyof Sums]])) as Sums

const one = (is: boolean): number => (is ? 1 : 0)

/** What a dossier adds to the counts of the day it was received on, if it is counted. */
const onReceived = (fact: Judged): Record<(typeof receivedCounts)[number], number> => ({
  received: 1,
  synced: one(fact.synced),
  online: one(fact.channel === 2),
  vneid: one(fact.channel === 2 && fact.signedInByVneid),
  wholeOnline: one(fact.wholeOnline),
  withFee: one(fact.hasFee),
  paidOnline: one(fact.hasFee && fact.paidOnline > 0),
  digitised: one(fact.digitised),
  reused: one(fact.reused > 0),
  shared: one(fact.shared),
  verified: one(fact.verifiedAgainstPopulation),
  unhappy: one(fact.complaint || fact.disliked),
})

const onEnded = (fact: Judged): Record<(typeof endedCounts)[number], number> => ({
  ended: 1,
  endedLate: one(fact.lateOn !== null),
  finished: one(fact.finished),
  eResult: one(fact.eResult),
  handledDays: daysTaken(fact),
})

/** What a dossier adds, and on which days. */
export function entriesOf(fact: Judged): { on: Day; counts: Partial<Record<Tallied, number>> }[] {
  if (!fact.counted) return []
  return [
    { on: fact.receivedOn, counts: onReceived(fact) },
    ...(fact.endedOn ? [{ on: fact.endedOn, counts: onEnded(fact) }] : []),
    ...(fact.lateOn ? [{ on: fact.lateOn, counts: { late: 1 } }] : []),
  ]
}

export type DueDay = { unitId: number; day: Day }
/** What a unit itself received and ended on a day. */
export type CountedDay = DueDay & Record<Flow, number>

/** A period and the last day whose end has come: lateness is looked at then, everything else up to the end of the period. */
export type Asked = Period & { readonly lateAsOf: Day }

/** The sums of a period over dossiers: what the tally must say too. */
export function sumsOf(facts: readonly Judged[], { from, to, lateAsOf }: Asked): Sums {
  const sums: Record<string, number> = { ...noSums }
  const add = (name: keyof Sums, count: number) => void (sums[name] = (sums[name] ?? 0) + count)
  const within = (on: Day | null) => on !== null && from <= on && on <= to
  for (const fact of facts.filter(({ counted }) => counted)) {
    const isOpen = fact.receivedOn <= to && (fact.endedOn === null || fact.endedOn >= from)
    if (within(fact.receivedOn)) for (const name of receivedCounts) add(name, onReceived(fact)[name])
    if (within(fact.endedOn)) for (const name of endedCounts) add(name, onEnded(fact)[name])
    if (isOpen) add('open', 1)
    if (isOpen && fact.lateOn !== null && fact.lateOn <= lateAsOf) add('late', 1)
  }
  return sums as Sums
}

/** What one dossier weighs, whenever its days are; late only if it is by the day. */
export function weightOf(fact: Judged, today: Day): Sums {
  if (!fact.counted) return noSums
  const ended = fact.endedOn ? onEnded(fact) : {}
  // What was asked too often is late however long its appointment is off.
  const isCertain = fact.endedOn !== null || fact.lateBy === 'asked'
  const late = one(fact.lateOn !== null && (isCertain || fact.lateOn < today))
  return { ...noSums, ...onReceived(fact), ...ended, open: 1, late }
}

/** What has its hour today is not late yet: of a period that is not over, lateness is looked at as of yesterday. */
export function asOf(period: Period, yesterday: Day): Asked {
  const { from, to } = period
  const lateAsOf = to < yesterday ? to : yesterday
  return { from, to, lateAsOf: lateAsOf < from ? plusDays(from, -1) : lateAsOf }
}
