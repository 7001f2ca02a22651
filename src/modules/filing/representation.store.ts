/** On what ground somebody who is signed in acts for the party they act for now. */
import type { Citizen } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Relation } from './draft.ts'

export async function relationNow(_: Ctx, { personId, partyId }: Citizen): Promise<Relation> {
  return personId === partyId ? 'self' : 'organisation'
}
