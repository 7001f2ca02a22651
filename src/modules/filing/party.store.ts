/** Who a dossier belongs to, as far as filing has to know it. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'

export type Named = { readonly name: string; readonly number: string }
export type Names = { readonly party: Named; readonly person: Named | null }

const find = async (db: Db, id: string): Promise<Named | undefined> =>
  (await sql<Named>`select name, number from identity.party where id = ${id}`.execute(db)).rows[0]

export async function getNames(
  db: Db,
  { partyId, personId }: { partyId: string; personId: string | null },
): Promise<Names> {
  const party = (await find(db, partyId)) ?? refuse('missing', 'kernel.missing')
  if (personId === null) return { party, person: null }
  return { party, person: personId === partyId ? party : ((await find(db, personId)) ?? null) }
}

export const numberOfParty = async (db: Db, partyId: string): Promise<string> => (await find(db, partyId))?.number ?? ''
