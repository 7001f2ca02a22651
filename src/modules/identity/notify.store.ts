/** Telling a party: in their inbox always, by e-mail to an address they have proved. */
import type { Ctx } from '#kernel/ctx.ts'
import { notify, type Told } from '#kernel/notice.store.ts'
import { locales } from '#kernel/text.ts'
import { findParty } from './party.store.ts'

/** What telling needs to know of a party. */
export type Addressee = {
  readonly partyId: string
  readonly email: string | null
  readonly emailVerifiedAt: Date | null
  readonly locale: string
}

/** In the transaction of `ctx.db`. */
export async function notifyParty(ctx: Ctx, partyId: string, told: Omit<Told, 'to'>): Promise<void> {
  const party = await findParty(ctx.db, partyId)
  if (party) await notifyAddressee(ctx, { ...party, partyId }, told)
}

/** As `notifyParty`, for whoever has looked the party up already. */
export async function notifyAddressee(ctx: Ctx, party: Addressee, told: Omit<Told, 'to'>): Promise<void> {
  const { partyId } = party
  const email = party.emailVerifiedAt ? party.email : null
  const locale = locales.find((known) => known === party.locale) ?? 'vi'
  await notify(ctx, { ...told, to: { partyId, email, locale } })
}
