/** The error desk for other systems and scripts: the same reach, the same commands. */
import { z } from 'zod'
import { scopeOf } from '#kernel/access.store.ts'
import { change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import { Listing, listOfItems, upTo } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { listAttempts } from './attempt.store.ts'
import { reachOf, settleDifferenceByHand } from './difference.commands.ts'
import { messageKinds } from './dossier.ts'
import { mendMessage, readMessage, resendMessages, setMessageAside } from './message.commands.ts'
import { findMessage, listMessages } from './message.store.ts'
import { type Message, messageStates, placeIn, placeText, reasons } from './message.ts'
import { listDifferences } from './reconciliation.store.ts'
import { differenceKinds } from './reconciliation.ts'
import { standingsOf } from './standing.store.ts'

const needs = 'exchange.repair'
const Moment = z.iso.datetime()
const isoOf = (moment: Date) => moment.toISOString()

/** Without what it tells: that is read one by one, and the reading is written down. */
const MessageView = z.object({
  id: z.uuid(),
  system: z.string(),
  kind: z.enum(messageKinds),
  about: z.string(),
  code: z.string(),
  revision: z.int(),
  amendment: z.int(),
  state: z.enum(messageStates),
  reason: z.enum(reasons).nullable(),
  reasonFields: z.array(z.string()),
  attempts: z.int(),
  nextAt: Moment,
  createdAt: Moment,
  changedAt: Moment,
  note: z.string().nullable(),
  replacedBy: z.uuid().nullable(),
})

const viewOf = (message: Message) => ({
  ...message,
  reasonFields: [...message.reasonFields],
  nextAt: isoOf(message.nextAt),
  createdAt: isoOf(message.createdAt),
  changedAt: isoOf(message.changedAt),
})

const AttemptView = z.object({ no: z.int(), step: z.string(), at: Moment, outcome: z.string() })

const SystemView = z.object({
  system: z.string(),
  adapter: z.string().nullable(),
  assumed: z.boolean(),
  circuit: z.enum(['untried', 'answers', 'fails', 'paused']),
  openUntil: Moment.nullable(),
  lastOkAt: Moment.nullable(),
  counts: z.record(z.string(), z.int()),
  last: z
    .object({
      at: Moment,
      theirs: z.int(),
      ours: z.int(),
      mirrored: z.int(),
      onTheWay: z.int(),
      differences: z.int(),
      requeued: z.int(),
      failed: z.boolean(),
    })
    .nullable(),
})

const DifferenceView = z.object({
  id: z.uuid(),
  system: z.string(),
  code: z.string(),
  about: z.string().nullable(),
  kind: z.enum(differenceKinds),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  foundAt: Moment,
  requeued: z.int(),
})

const One = z.object({ id: z.uuid() })

export const exchangeApi = [
  read(
    '/exchange/systems',
    { says: 'How each system stands', needs, input: z.object({}), returns: z.object({ items: z.array(SystemView) }) },
    async (ctx) => ({
      items: (await standingsOf(ctx, await scopeOf(ctx))).map(({ counts, last, ...one }) => ({
        ...one,
        openUntil: one.openUntil && isoOf(one.openUntil),
        lastOkAt: one.lastOkAt && isoOf(one.lastOkAt),
        counts: Object.fromEntries(counts),
        last: last ? { ...last, at: isoOf(last.at), failed: last.fault !== null } : null,
      })),
    }),
  ),
  read(
    '/exchange/messages',
    {
      says: 'Messages in a state, the oldest first; those that are stuck unless another is asked for',
      needs,
      input: z.object({ ...Listing, state: z.enum(messageStates).default('rejected') }),
      returns: listOfItems(MessageView),
    },
    async (ctx, { state, limit, after }) => {
      const from = placeIn(after)
      const asked = { state, within: await scopeOf(ctx), limit: limit + 1, ...(from && { after: from }) }
      const { items, next } = upTo(await listMessages(ctx.db, asked), limit, placeText)
      return { items: items.map(viewOf), next }
    },
  ),
  read(
    '/exchange/messages/{id}',
    {
      says: 'One of them with what it tells and each time it went out; the reading is written down',
      needs,
      input: One,
      returns: MessageView.extend({ body: z.unknown(), attempts_made: z.array(AttemptView) }),
    },
    async (ctx, { id }) => {
      const found = await findMessage(ctx.db, id, await scopeOf(ctx))
      const message = found ?? refuse('missing', 'exchange.message.missing')
      await perform({ ...ctx, key: undefined }, readMessage, { id })
      const attempts = await listAttempts(ctx.db, id)
      return {
        ...viewOf(message),
        body: message.body,
        attempts_made: attempts.map(({ at, ...one }) => ({ ...one, at: isoOf(at) })),
      }
    },
  ),
  change(
    '/exchange/messages/resend',
    { says: 'Send messages that are stuck again as they are', returns: z.object({ ids: z.array(z.uuid()) }) },
    resendMessages,
  ),
  change(
    '/exchange/messages/{id}/mend',
    {
      says: 'Put a mended message in the place of one that is stuck; fields by their path (`procedure.code`)',
      returns: z.object({ id: z.uuid(), mended: z.uuid(), changed: z.array(z.string()) }),
    },
    mendMessage,
  ),
  change(
    '/exchange/messages/{id}/set-aside',
    { says: 'Do not send it, with the reason', returns: One },
    setMessageAside,
  ),
  read(
    '/exchange/differences',
    {
      says: 'What the two sides say differently and nobody has settled',
      needs,
      input: z.object(Listing),
      returns: listOfItems(DifferenceView),
    },
    async (ctx, { limit, after }) => {
      const from = z.uuid().safeParse(after).data
      const asked = { ...(await reachOf(ctx)), limit: limit + 1, ...(from && { after: from }) }
      const { items, next } = upTo(await listDifferences(ctx.db, asked), limit, ({ id }) => id)
      return { items: items.map((one) => ({ ...one, foundAt: isoOf(one.foundAt) })), next }
    },
  ),
  change(
    '/exchange/differences/{id}/settle',
    { says: 'Say that a difference is settled, and how', returns: One },
    settleDifferenceByHand,
  ),
]
