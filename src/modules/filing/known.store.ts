/** What the platform knows of the person a draft is filled in for, with who said so and when (§10.11). */
import type { Ctx } from '#kernel/ctx.ts'
import type { FormDefinition } from '#fields/form.ts'
import type { Knowns } from '#fields/known.ts'
import { findParty, profileOf } from '#modules/identity/public.ts'
import { listApplications } from './application.store.ts'
import type { Draft } from './draft.ts'
import { factsOfContact, factsOfEarlier, factsOfProfile, keysAsked } from './known.ts'
import { getService } from './service.store.ts'

/** Nothing is known of somebody who has not signed in. Of several sources the one that vouches for it counts. */
export async function knownsOf(
  ctx: Ctx,
  draft: Pick<Draft, 'personId' | 'partyId'>,
  form: FormDefinition,
): Promise<Knowns> {
  const { personId, partyId } = draft
  const asked = keysAsked(form)
  if (personId === null || partyId === null || asked.size === 0) return {}
  const person = await profileOf(ctx.db, personId)
  const party = partyId === personId ? undefined : await profileOf(ctx.db, partyId)
  const told = { ...(person && factsOfProfile(person)), ...(party?.kind === 'organisation' && factsOfProfile(party)) }
  const contact = asked.has('person.email') ? await findParty(ctx.db, personId) : undefined
  const vouched: Knowns = { ...(contact && factsOfContact(contact)), ...told }
  const isOpen = [...asked].some((key) => vouched[key] === undefined)
  return isOpen ? { ...(await fromEarlier(ctx, partyId)), ...vouched } : vouched
}

/** The dossier filed last, for the same party. */
async function fromEarlier(ctx: Ctx, partyId: string): Promise<Knowns> {
  const [last] = await listApplications(ctx.db, { partyId }, { limit: 1 })
  if (!last) return {}
  const { form } = await getService(ctx.db, last.procedureCode, last.serviceVersion)
  return factsOfEarlier(form, last.answers, last.filedAt)
}
