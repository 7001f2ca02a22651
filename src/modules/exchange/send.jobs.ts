/** Sending what waits: every minute, a few dossiers at a time, each dossier in its order. */
import { z } from 'zod'
import { nobody } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { job, type Job, type Schedule } from '#kernel/job.ts'
import type { Log } from '#kernel/log.ts'
import { dayOf } from '#kernel/time.ts'
import { adapterOn } from './adapter.ts'
import { allowance, noteAnswered, noteFailed, cut } from './attempt.store.ts'
import { deliver, type Delivery } from './delivery.jobs.ts'
import { messageKinds } from './dossier.ts'
import type { Line } from './line.ts'
import { claimMessages, settleClaimed, type Settling } from './message.store.ts'
import type { Message } from './message.ts'
import { backOff, type SendingRule, sendingRuleOn } from './sending-rule.ts'

export type SendingTools = {
  readonly lines: readonly Line[]
  /** The clock, which goes on while a run lasts. */
  readonly now: () => Date
  readonly log?: Log
  readonly rule?: SendingRule
}

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

/** What becomes of the row. A system that was away counts for nothing: a message dies only of answers nobody understands. */
function settlingOf(delivery: Delivery, message: Message, rule: SendingRule, now: Date): Settling {
  const answer = delivery.answer === undefined ? null : cut(delivery.answer)
  if (delivery.end === 'acknowledged') return { state: 'acknowledged', unsure: false, answer, reason: null }
  if (delivery.end === 'rejected') {
    const { reason, fields, code = null } = delivery
    return { state: 'rejected', unsure: false, reason, reasonFields: fields, reasonCode: code, answer }
  }
  const unsure = delivery.unsure || message.unsure
  if (delivery.unsure && message.attempts >= rule.mostAttempts)
    return { state: 'dead', unsure, reason: 'no_answer', reasonFields: [], answer }
  const wait = backOff(rule.backOff, message.attempts, message.id)
  const nextAt = later(now, unsure ? Math.max(rule.checkAfterSeconds, wait) : wait)
  return { state: unsure ? 'sent' : 'waiting', unsure, nextAt, answer }
}

type Run = { readonly ctx: Ctx; readonly line: Line; readonly tools: SendingTools; readonly rule: SendingRule }

async function send({ ctx, line, tools, rule }: Run, message: Message): Promise<Delivery> {
  const adapter = adapterOn(line.system, dayOf(tools.now()))
  const way = adapter && { ctx, line, adapter, now: tools.now }
  const delivery: Delivery = way
    ? await deliver(way, message)
    : { end: 'again', unsure: false, answer: 'no contract is in force' }
  const now = tools.now()
  await settleClaimed(ctx.db, now, message, settlingOf(delivery, message, rule, now))
  if (delivery.end !== 'acknowledged') tools.log?.warn({ message: message.id, end: delivery.end }, 'not delivered')
  return delivery
}

/** One that was understood shows that the system is there, whatever became of the others. */
async function noteStanding({ ctx, line, tools, rule }: Run, deliveries: readonly Delivery[], probe: boolean) {
  const now = tools.now()
  const failed = deliveries.flatMap((delivery) => (delivery.end === 'again' ? [delivery.answer] : []))
  const isThere = deliveries.some(
    (one) => one.end === 'acknowledged' || (one.end === 'rejected' && one.reason === 'refused'),
  )
  if (isThere) return noteAnswered(ctx.db, line.system, now)
  const [fault] = failed
  if (fault === undefined) return
  await noteFailed(ctx.db, line.system, { now, fault, count: failed.length, rule: rule.circuit, probe })
}

/** So many of the most that may go out at once, and whether that one finds out if the system is back. */
async function claim({ ctx, line, tools, rule }: Run) {
  const now = tools.now()
  const leaseUntil = later(now, rule.leaseSeconds)
  const most = await allowance(ctx.db, line.system, now, rule.atOnce, leaseUntil)
  const kinds = messageKinds.filter((kind) => line.services.has(kind))
  const claimed = most ? await claimMessages(ctx.db, { system: line.system, kinds, now, leaseUntil, most }) : []
  return { claimed, probe: most === 1 && rule.atOnce > 1 }
}

/** Until nothing is due. What was taken by a process that died comes round again when its lease is over. */
export async function sendMessages(ctx: Ctx, tools: SendingTools): Promise<number> {
  const rule = tools.rule ?? sendingRuleOn(dayOf(ctx.now))
  let sent = 0
  for (const line of tools.lines) {
    const run = { ctx, line, tools, rule }
    for (let { claimed, probe } = await claim(run); claimed.length > 0; { claimed, probe } = await claim(run)) {
      const ends = await Promise.allSettled(claimed.map((message) => send(run, message)))
      sent += claimed.length
      const deliveries = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
      await noteStanding(run, deliveries, probe)
      for (const end of ends) if (end.status === 'rejected') tools.log?.error({ err: end.reason }, 'sending broke off')
      if (sent >= rule.mostPerRun || ends.some(({ status }) => status === 'rejected')) break
    }
  }
  return sent
}

const name = 'exchange.send'

export const sendJob = (tools: SendingTools): Job =>
  job({
    name,
    input: z.object({}),
    retries: 0,
    run: async (ctx) => void (await sendMessages({ ...ctx, actor: nobody }, tools)),
  }) as Job

/** Not one job for each message: they would wait for one another in the transactions that write them. */
export const sendSchedule: Schedule = { name, cron: '* * * * *', tz: 'Asia/Ho_Chi_Minh' }
