/** Under which consent a member of staff helps somebody, and that their data was read. */
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { consentInForce, recordAccess } from '#modules/identity/public.ts'
import type { Draft } from './draft.ts'

/** Consent to be helped with something else is none to file. */
export async function getConsentToFile({ db, actor, now }: Ctx, partyId: string): Promise<string> {
  const found = await consentInForce(db, partyId, actor, dayOf(now))
  return found?.purpose === 'file' ? found.id : refuse('conflict', 'filing.assist.no_consent')
}

/** Each time a helper opens the draft; its owner sees it in their account. */
export async function mustHelp(ctx: Ctx, { id, partyId }: Pick<Draft, 'id' | 'partyId'>): Promise<void> {
  if (partyId === null) return refuse('missing', 'filing.draft.missing')
  const consentId = await getConsentToFile(ctx, partyId)
  await recordAccess(ctx, { partyId, purpose: 'assist', what: 'dossier', about: `filing.draft/${id}`, consentId })
}
