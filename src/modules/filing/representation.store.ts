/** On what ground somebody who is signed in acts for the party they act for now. */
import type { Citizen } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { listBetween, objectionToActFor } from '#modules/identity/public.ts'
import type { Relation } from './draft.ts'

export async function relationNow({ db }: Ctx, { personId, partyId }: Citizen): Promise<Relation> {
  if (personId === partyId) return 'self'
  const between = await listBetween(db, personId, partyId)
  return between.find(({ state }) => state === 'confirmed')?.basis ?? 'organisation'
}

/** Looked at once more when it counts: a session may be older than the end of a representation. */
export async function mustActFor({ db, now }: Ctx, { personId, partyId }: Citizen): Promise<void> {
  if (personId === partyId) return
  const objection = objectionToActFor(personId, partyId, await listBetween(db, personId, partyId), dayOf(now))
  if (objection) refuse('conflict', 'filing.file.not_acting')
}
