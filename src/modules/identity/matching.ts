/** Whose account an electronic identity opens. The key that the provider never changes and the identity number must agree. */

export type Outcome = 'signed_in' | 'mapped' | 'created' | 'conflict'

/** `byKey`: the party that this identity opened before; `byNumber`: the party with the number, and the identity it has. */
export function outcomeOf(
  techId: string,
  byKey: { partyId: string } | undefined,
  byNumber: { partyId: string; techId: string | null } | undefined,
): Outcome {
  if (byKey) return byNumber?.partyId === byKey.partyId ? 'signed_in' : 'conflict'
  if (!byNumber) return 'created'
  return byNumber.techId === null || byNumber.techId === techId ? 'mapped' : 'conflict'
}
