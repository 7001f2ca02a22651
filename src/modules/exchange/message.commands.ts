/** What an officer does with a message that is stuck: sends it again, mends it, or sets it aside with a reason. */
import { z } from 'zod'
import { scopeOf } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import { Problem, refuse } from '#kernel/problem.ts'
import { faultsIn, type MessageKind, mendable, mended, sentAt, textAt } from './dossier.ts'
import { changeMessage, holdMessage, insertAmendment } from './message.store.ts'
import { objectionToMend, objectionToSetAside } from './message.ts'

const about = ({ id }: { id: string }) => `exchange.message/${id}`
const needs = 'exchange.repair'

/** One, or all that were ticked. */
const Ids = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.uuid()).min(1).max(500))
const Because = z.string().trim().min(1).max(1000)

/** As it is: the other side is back, or has mended what was wrong there. All that were ticked, or none. */
export const resendMessages = command({
  name: 'exchange.message.resend',
  needs,
  input: z.object({ ids: Ids }),
  run: async (ctx, { ids }) => {
    const within = await scopeOf(ctx)
    // Always in the same order, so that two who do this never wait for each other.
    for (const id of ids.toSorted()) {
      const objection = objectionToMend(await holdMessage(ctx.db, id, within))
      if (objection) refuse('conflict', objection)
      const again = { state: 'waiting', nextAt: ctx.now, attempts: 0, reason: null, reasonFields: [] } as const
      await changeMessage(ctx, id, again)
    }
    return { ids }
  },
  about: ({ ids }) => (ids.length === 1 ? `exchange.message/${ids[0]}` : 'exchange.message'),
})

/** By path, or nested as a form sends it; what was not sent stays as it is. */
const textsIn = (kind: MessageKind, fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    mendable[kind].flatMap((path) => {
      const sent = Object.hasOwn(fields, path) ? fields[path] : sentAt(fields, path)
      return typeof sent === 'string' ? [[path, sent.trim()] as const] : []
    }),
  )

/** A new message in the place of the old, which stays as it was; the log names the fields, never what stood in them. */
export const mendMessage = command({
  name: 'exchange.message.mend',
  needs,
  input: z.object({ id: z.uuid(), fields: z.record(z.string(), z.unknown()) }),
  run: async (ctx, { id, fields }) => {
    const message = await holdMessage(ctx.db, id, await scopeOf(ctx))
    const objection = objectionToMend(message)
    if (objection) refuse('conflict', objection)
    const texts = textsIn(message.kind, fields)
    const changed = Object.keys(texts).filter((path) => texts[path] !== textAt(message.body, path))
    if (changed.length === 0) refuse('invalid', 'exchange.mend.nothing')
    const body = mended(message.kind, message.body, texts)
    const faults = faultsIn(message.kind, body).filter((path) => mendable[message.kind].includes(path))
    if (faults.length > 0)
      throw new Problem(
        'invalid',
        'kernel.check_the_form',
        {},
        faults.map((path) => ({ path: `fields.${path}`, key: 'input.needed' })),
      )
    const next = await insertAmendment(ctx, message, body)
    await changeMessage(ctx, id, { state: 'replaced', replacedBy: next })
    return { id: next, mended: id, changed }
  },
  about,
  detail: ({ mended: old, changed }) => ({ mended: old, changed }),
})

export const setMessageAside = command({
  name: 'exchange.message.set_aside',
  needs,
  input: z.object({ id: z.uuid(), because: Because }),
  run: async (ctx, { id, because }) => {
    const objection = objectionToSetAside(await holdMessage(ctx.db, id, await scopeOf(ctx)))
    if (objection) refuse('conflict', objection)
    await changeMessage(ctx, id, { state: 'set_aside', note: because })
    return { id }
  },
  about,
  detail: (_, { because }) => ({ because }),
})

/** Somebody looked into what a message tells of a person. */
export const readMessage = command({
  name: 'exchange.message.read',
  needs,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await holdMessage(ctx.db, id, await scopeOf(ctx))
    return { id }
  },
  about,
})

export const messageCommands = [resendMessages, mendMessage, setMessageAside, readMessage]
