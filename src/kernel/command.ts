/** The one door through which everything is changed: permission, input, change and event together, or nothing. */
import type { z } from 'zod'
import { letIn, type Needs } from './access.ts'
import type { Ctx } from './ctx.ts'
import { together } from './db/together.ts'
import { appendEvent, findByKey, type Json } from './event.store.ts'
import { fieldProblems } from './input.ts'
import { Problem } from './problem.ts'

/** What a command returns is small (an id, a code): it is kept on the event, and given again to a repeated submission. */
export type Command<In extends z.ZodType = z.ZodType, Out extends Json = Json> = {
  readonly name: string
  readonly needs: Needs
  readonly input: In
  /** The thing it happened to: `plan.task/17`. */
  readonly about: (result: Out, input: z.output<In>) => string
  /** What the log should tell beside that; never personal data that the thing itself holds. */
  readonly detail?: (result: Out, input: z.output<In>) => Json
  /** The rule or article it was done under; a function where the day decides which. */
  readonly rule?: string | ((ctx: Ctx) => string | null)
} & (Running<In, Out> | Preparing<In, Out>)

/** A result whose last rows are written together with the event of the change: one way to the database for both. */
export class Lastly<Out extends Json> {
  readonly result: Out
  readonly write: () => Promise<unknown>

  constructor(result: Out, write: () => Promise<unknown>) {
    this.result = result
    this.write = write
  }
}

const nothingMore = () => Promise.resolve()

/**
 * Changes the database and nothing else, so that the same submission may run twice and still happen once: what ran second
 * is rolled back.
 */
type Run<Out extends Json> = (ctx: Ctx) => Promise<Out | Lastly<Out>>

type Running<In extends z.ZodType, Out extends Json> = {
  readonly run: (ctx: Ctx, input: z.output<In>) => Promise<Out | Lastly<Out>>
}

/**
 * Slow work that changes nothing (the hash of a password), done before the transaction and without a connection; what it
 * returns then makes the change. It has read without holding: whatever it relies on is looked at again inside.
 */
type Preparing<In extends z.ZodType, Out extends Json> = {
  readonly prepare: (ctx: Ctx, input: z.output<In>) => Promise<Run<Out>>
}

export const command = <In extends z.ZodType, Out extends Json>(declared: Command<In, Out>): Command<In, Out> =>
  declared

/** Lets work in only when the actor may do it and the input has the right form. */
export function admit<In extends z.ZodType>(ctx: Ctx, gate: { needs: Needs; input: In }, raw: unknown): z.output<In> {
  letIn(ctx.actor, gate.needs)
  const parsed = gate.input.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new Problem('invalid', 'kernel.check_the_form', {}, fieldProblems(parsed.error))
}

/**
 * Makes the change and its event together, or neither. With `ctx.key` set, a second call with the same key changes
 * nothing and answers as the first did.
 */
export async function perform<In extends z.ZodType, Out extends Json>(
  ctx: Ctx,
  cmd: Command<In, Out>,
  raw: unknown,
): Promise<Out> {
  const input = admit(ctx, cmd, raw)
  if (!('prepare' in cmd)) return change(ctx, cmd, input, (within) => cmd.run(within, input))
  // Slow work is not done a second time for nothing.
  const before = await findByKey(ctx, cmd.name)
  if (before) return before.result as Out
  return change(ctx, cmd, input, await cmd.prepare(ctx, input))
}

const ruleOf = (ctx: Ctx, rule: Command['rule']): string | null =>
  typeof rule === 'function' ? rule(ctx) : (rule ?? null)

async function change<In extends z.ZodType, Out extends Json>(
  ctx: Ctx,
  cmd: Command<In, Out>,
  input: z.output<In>,
  run: Run<Out>,
): Promise<Out> {
  try {
    return await ctx.db.transaction().execute(async (db) => {
      const within = { ...ctx, db }
      const done = await run(within)
      const { result, write } = done instanceof Lastly ? (done as Lastly<Out>) : new Lastly(done, nothingMore)
      const told = { result, detail: cmd.detail?.(result, input) ?? null, rule: ruleOf(ctx, cmd.rule) }
      await together(write(), appendEvent(within, cmd.name, cmd.about(result, input), told))
      return result
    })
  } catch (fault) {
    // Of two events with one key the database takes the first. Whatever a repeated submission stumbles over, that one is
    // its answer; looking for it beforehand would cost every submission what only repeated ones need.
    const first = await findByKey(ctx, cmd.name)
    if (first) return first.result as Out
    throw fault
  }
}
