/** For portals with a key of their own: the national portal can be the front, and this house what stands behind it. */
import { z } from 'zod'
import { act, change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Listing, listOfItems, upTo } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { getApplication, withdrawAsPartner } from './application.commands.ts'
import { findByReference, getReceiptText, listApplications } from './application.store.ts'
import { ApplicationView, viewOf } from './application.api.ts'
import { fileAsPartner, PartnerFiling } from './partner.commands.ts'
import { Receipt } from './receipt.ts'

const needs = 'filing.partner'
const Reference = z.object({ reference: z.string().max(120) })
const PartnerView = ApplicationView.extend({ reference: z.string() })

async function getByReference(ctx: Ctx, reference: string) {
  const found = await findByReference(ctx.db, ctx.actor.clientId ?? '', reference)
  return found ?? refuse('missing', 'filing.application.missing')
}

/** The reference is the key: sent again, the first answer comes again. */
const keyOf = ({ actor, key }: Ctx, reference: string) => key ?? `filing ${actor.clientId} ${reference}`

export const partnerApi = [
  act(
    '/filing/partner/applications',
    {
      says: 'Files for an identified party; `reference` is the partner’s own number of it, and the same again is the same dossier',
      needs,
      input: PartnerFiling,
      returns: z.object({ id: z.uuid(), code: z.string() }),
      command: fileAsPartner.name,
    },
    (ctx, input) => perform({ ...ctx, key: keyOf(ctx, input.reference) }, fileAsPartner, input),
  ),
  read(
    '/filing/partner/applications',
    {
      says: 'What the partner has filed, newest first',
      needs,
      input: z.object(Listing),
      returns: listOfItems(PartnerView),
    },
    async (ctx, { limit, after }) => {
      const last = after ? await getApplication(ctx, after) : undefined
      const seen = { clientId: ctx.actor.clientId ?? '' }
      const rows = await listApplications(ctx.db, seen, { limit: limit + 1, ...(last && { before: last }) })
      return upTo(
        rows.map((one) => ({ ...viewOf(one), reference: one.clientReference ?? '' })),
        limit,
        ({ id }) => id,
      )
    },
  ),
  read(
    '/filing/partner/applications/{reference}',
    { says: 'One of them by the partner’s own number', needs, input: Reference, returns: PartnerView },
    async (ctx, { reference }) => ({ ...viewOf(await getByReference(ctx, reference)), reference }),
  ),
  read(
    '/filing/partner/applications/{reference}/receipt',
    { says: 'Its sealed receipt', needs, input: Reference, returns: Receipt },
    async (ctx, { reference }) =>
      Receipt.parse(JSON.parse(await getReceiptText(ctx.db, (await getByReference(ctx, reference)).id))),
  ),
  change(
    '/filing/partner/applications/{id}/withdraw',
    { says: 'Takes it back before reception', returns: z.object({ id: z.uuid() }) },
    withdrawAsPartner,
  ),
]
