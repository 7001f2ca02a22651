/** Who may act for whom, and who may say so. Pure. */
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'

export const bases = ['child', 'parent', 'ward'] as const
export type Basis = 'organisation' | (typeof bases)[number]
export type Source = 'provider' | 'organisation' | 'declaration'
export type State = 'declared' | 'confirmed' | 'refused'

export type Representation = {
  readonly actorId: string
  readonly partyId: string
  readonly basis: Basis
  readonly source: Source
  readonly state: State
  readonly validFrom: Day
  /** The first day on which it is over. */
  readonly validTo: Day | null
}

type Span = Pick<Representation, 'validFrom' | 'validTo'>
export const isInForce = ({ validFrom, validTo }: Span, on: Day): boolean =>
  validFrom <= on && (validTo === null || on < validTo)

/** `known`: every representation between the two, in whatever state. Whoever acts for themself needs none. */
export function objectionToActFor(
  actorId: string,
  partyId: string,
  known: readonly Representation[],
  on: Day,
): Key | null {
  if (actorId === partyId) return null
  const between = known.filter((one) => one.actorId === actorId && one.partyId === partyId)
  if (between.length === 0) return 'identity.representation.none'
  const confirmed = between.filter(({ state }) => state === 'confirmed')
  if (confirmed.some((one) => isInForce(one, on))) return null
  if (confirmed.some(({ validFrom }) => validFrom > on)) return 'identity.representation.not_yet'
  if (confirmed.length > 0) return 'identity.representation.over'
  return between.some(({ state }) => state === 'declared')
    ? 'identity.representation.not_confirmed'
    : 'identity.representation.was_refused'
}

/** An organisation names its delegates itself, or by the person whom the provider knows as its head; delegates name nobody. */
export function objectionToDelegate(
  actor: { readonly personId: string; readonly partyId: string; readonly partyKind: 'person' | 'organisation' },
  known: readonly Representation[],
  on: Day,
): Key | null {
  if (actor.partyKind !== 'organisation') return 'identity.delegate.organisations_only'
  if (actor.personId === actor.partyId) return null
  const isHead = known.some(
    (one) =>
      one.actorId === actor.personId &&
      one.partyId === actor.partyId &&
      one.source === 'provider' &&
      one.state === 'confirmed' &&
      isInForce(one, on),
  )
  return isHead ? null : 'identity.delegate.head_only'
}

/** The other person confirms it themself; an officer does with the papers in hand. Nobody confirms what they declared. */
export function objectionToDecide(
  { state, actorId, partyId, source }: Representation,
  who: { readonly partyId: string } | 'officer',
): Key | null {
  if (source !== 'declaration') return 'identity.representation.not_a_declaration'
  if (who !== 'officer' && who.partyId === actorId) return 'identity.representation.own'
  if (who !== 'officer' && who.partyId !== partyId) return 'kernel.missing'
  return state === 'declared' ? null : 'identity.representation.decided_already'
}

/** Either side ends it, and the organisation's head; what is over stays over. */
export function objectionToEnd(
  { actorId, partyId, validTo }: Representation,
  who: readonly string[],
  on: Day,
): Key | null {
  if (!who.includes(actorId) && !who.includes(partyId)) return 'kernel.missing'
  return validTo !== null && validTo <= on ? 'identity.representation.over' : null
}

/** Lists are read by people; a person who declares without end is not one. */
/** Files that may lie with one declaration. */
export const mostPapers = 10

/** As the log and its papers know it. */
export const aboutRepresentation = (id: string): string => `identity.representation/${id}`

/** Whose own business it is: either side. */
export const concerns = ({ actorId, partyId }: { actorId: string; partyId: string }, ids: readonly string[]): boolean =>
  ids.includes(actorId) || ids.includes(partyId)

export const mostDeclared = 20
