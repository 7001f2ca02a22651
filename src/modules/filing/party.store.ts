/** Who a dossier belongs to and who fills it in, as far as filing has to know them. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { findParty, type Profile, profileOf } from '#modules/identity/public.ts'
import type { Draft } from './draft.ts'

/** `party`: whose it is; `person`: who fills it in. The same for most; null while nobody has signed in. */
export type Whose = { readonly party: Profile; readonly person: Profile } | null

export async function whoseIs(db: Db, { personId, partyId }: Pick<Draft, 'personId' | 'partyId'>): Promise<Whose> {
  if (personId === null || partyId === null) return null
  const person = await getProfile(db, personId)
  return { person, party: partyId === personId ? person : await getProfile(db, partyId) }
}

export const getProfile = async (db: Db, partyId: string): Promise<Profile> =>
  (await profileOf(db, partyId)) ?? refuse('missing', 'kernel.missing')

export const numberOfParty = async (db: Db, partyId: string): Promise<string> =>
  (await findParty(db, partyId))?.number ?? ''
