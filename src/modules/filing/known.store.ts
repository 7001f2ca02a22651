/** What the platform knows of the person a draft is filled in for, with who said so and when (§10.11). */
import type { Ctx } from '#kernel/ctx.ts'
import type { FormDefinition } from '#fields/form.ts'
import type { Knowns } from '#fields/known.ts'
import { dayOf } from '#kernel/time.ts'
import { listApplications } from './application.store.ts'
import type { Draft } from './draft.ts'
import { factsOfContact, factsOfEarlier, factsOfProfile, keysAsked, keysUnanswered } from './known.ts'
import type { Whose } from './party.store.ts'
import { getService } from './service.store.ts'

/**
 * Nothing is known of somebody who has not signed in. What is vouched for stands before what they typed; what they filed
 * before helps only where they have typed nothing.
 */
export async function knownsOf(ctx: Ctx, draft: Draft, form: FormDefinition, whose: Whose): Promise<Knowns> {
  if (whose === null || keysAsked(form).size === 0) return {}
  const { person, party } = whose
  const vouched: Knowns = {
    ...factsOfContact(person),
    ...factsOfProfile(person),
    ...(party.kind === 'organisation' && factsOfProfile(party)),
  }
  const open = [...keysUnanswered(form, draft.answers, dayOf(ctx.now))].filter((key) => vouched[key] === undefined)
  if (open.length === 0) return vouched
  const earlier = await fromEarlier(ctx, party.partyId)
  return { ...Object.fromEntries(open.map((key) => [key, earlier[key]])), ...vouched }
}

/** The dossier filed last, for the same party. */
async function fromEarlier(ctx: Ctx, partyId: string): Promise<Knowns> {
  const [last] = await listApplications(ctx.db, { partyId }, { limit: 1 })
  if (!last) return {}
  const { form } = await getService(ctx.db, last.procedureCode, last.serviceVersion)
  return factsOfEarlier(form, last.answers, last.filedAt)
}
