/** One message on its way: looked for when it may be there already, told, and what they say understood. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Adapter } from './adapter.ts'
import { type Attempt, cut, insertAttempt } from './attempt.store.ts'
import { ExchangeDossier, ExchangeProgress, faultsIn } from './dossier.ts'
import type { Line, Reply } from './line.ts'
import { wasTaken } from './message.store.ts'
import type { Message, Reason } from './message.ts'
import {
  dossierItem,
  fieldsNamedIn,
  type Held,
  holdsDossier,
  holdsProgress,
  progressItem,
  type Wire,
} from './national.ts'

/** `again`: it is tried later; `unsure` when it may have got there. `reached`: the other side gave a sign of life. */
export type Delivery =
  | { readonly end: 'acknowledged'; readonly answer: string }
  | { readonly end: 'rejected'; readonly reason: Reason; readonly fields: string[]; code?: string; answer?: string }
  | { readonly end: 'again'; readonly unsure: boolean; readonly answer: string }

type Way = { readonly ctx: Ctx; readonly line: Line; readonly adapter: Adapter; readonly now: () => Date }

const note = (
  { ctx, now }: Way,
  { id, attempts }: Message,
  step: Attempt['step'],
  outcome: Attempt['outcome'],
  answer: string,
) => insertAttempt(ctx.db, { messageId: id, no: attempts, step, at: now(), outcome, answer })

const itemOf = (adapter: Adapter, { kind, body }: Message): Wire =>
  kind === 'dossier' ? dossierItem(adapter, ExchangeDossier.parse(body)) : progressItem(ExchangeProgress.parse(body))

/** The rows in what they answered. */
export function rowsIn(body: unknown): Held[] {
  const data: unknown = body !== null && typeof body === 'object' && 'data' in body ? body.data : []
  return [data].flat().filter((row): row is Held => row !== null && typeof row === 'object')
}

/** What they hold of the dossier, null when nothing; or that nobody could find out. */
async function lookUp(way: Way, message: Message): Promise<{ held: Held | null } | { fault: Reply }> {
  const reply = await way.line.ask(way.adapter.services.lookUp, { MaHoSo: message.code })
  if (reply.kind !== 'taken') {
    await note(way, message, 'look_up', reply.kind, reply.text)
    return { fault: reply }
  }
  const held = rowsIn(reply.body).find((row) => row['MaHoSo'] === message.code) ?? null
  await note(way, message, 'look_up', held ? 'found' : 'not_found', reply.text)
  return { held }
}

const payloadOf = (kind: Message['kind'], item: Wire, isThere: boolean) =>
  kind === 'dossier' ? { isUpdating: isThere ? 'True' : 'False', data: [item] } : { data: [item] }

async function tell(way: Way, message: Message, step: Attempt['step'], payload: object): Promise<Reply> {
  const reply = await way.line.ask(way.adapter.services[message.kind], payload, message.id)
  await note(way, message, step, reply.kind, reply.text)
  return reply
}

function deliveryOf(reply: Reply): Delivery {
  if (reply.kind === 'taken') return { end: 'acknowledged', answer: reply.text }
  if (reply.kind !== 'refused') return { end: 'again', unsure: reply.kind === 'unsure', answer: reply.text }
  const named = fieldsNamedIn(reply.text)
  return { end: 'rejected', reason: 'refused', fields: named, code: reply.code, answer: reply.text }
}

const maySee = ({ line }: Way) => line.services.has('lookUp')

export async function deliver(way: Way, message: Message): Promise<Delivery> {
  const { kind, body } = message
  const faults = faultsIn(kind, body)
  if (faults.length > 0) return { end: 'rejected', reason: 'faulty', fields: faults }
  const item = itemOf(way.adapter, message)
  const holds = kind === 'dossier' ? holdsDossier : holdsProgress
  let isThere = await wasTaken(way.ctx.db, message)
  if (message.unsure && maySee(way)) {
    const seen = await lookUp(way, message)
    // Still nobody knows: it stays unsure.
    if ('fault' in seen) return { end: 'again', unsure: true, answer: seen.fault.text }
    if (seen.held && holds(seen.held, item)) return { end: 'acknowledged', answer: cut(JSON.stringify(seen.held)) }
    isThere = seen.held !== null
  }
  const reply = await tell(way, message, 'send', payloadOf(kind, item, isThere))
  if (reply.kind !== 'refused' || kind !== 'dossier' || message.unsure || !maySee(way)) return deliveryOf(reply)
  // Refused, perhaps only because it is there, or is not, against what we thought.
  const seen = await lookUp(way, message)
  if ('fault' in seen || (seen.held !== null) === isThere) return deliveryOf(reply)
  return deliveryOf(await tell(way, message, 'send_again', payloadOf(kind, item, !isThere)))
}
