/** Telling a party: in their inbox always, by e-mail to an address they have proved. */
import type { Ctx } from '#kernel/ctx.ts'
import { notify, type Told } from '#kernel/notice.store.ts'
import { locales } from '#kernel/text.ts'
import { findParty } from './party.store.ts'

/** In the transaction of `ctx.db`. */
export async function notifyParty(ctx: Ctx, partyId: string, told: Omit<Told, 'to'>): Promise<void> {
  const party = await findParty(ctx.db, partyId)
  if (!party) return
  const email = party.emailVerifiedAt ? party.email : null
  const locale = locales.find((known) => known === party.locale) ?? 'vi'
  await notify(ctx, { ...told, to: { partyId, email, locale } })
}
