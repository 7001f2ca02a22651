/** Who a dossier belongs to, as far as filing has to know it. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { findParty, type Party } from '#modules/identity/public.ts'

export type Names = { readonly party: Party; readonly person: Party | null }

export async function getNames(
  db: Db,
  { partyId, personId }: { partyId: string; personId: string | null },
): Promise<Names> {
  const party = (await findParty(db, partyId)) ?? refuse('missing', 'kernel.missing')
  if (personId === null) return { party, person: null }
  return { party, person: personId === partyId ? party : ((await findParty(db, personId)) ?? null) }
}

export const numberOfParty = async (db: Db, partyId: string): Promise<string> =>
  (await findParty(db, partyId))?.number ?? ''
