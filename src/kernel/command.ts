/** The one door through which everything is changed: permission, input, change and event together, or nothing. */
import type { z } from 'zod'
import { letIn, type Needs } from './access.ts'
import type { Ctx } from './ctx.ts'
import { appendEvent, findByKey, isKeyTaken, type Json } from './event.store.ts'
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

type Running<In extends z.ZodType, Out extends Json> = {
  readonly run: (ctx: Ctx, input: z.output<In>) => Promise<Out>
}

/**
 * Slow work that changes nothing (the hash of a password), done before the transaction and without a connection; what it
 * returns then makes the change. It has read without holding: whatever it relies on is looked at again inside.
 */
type Preparing<In extends z.ZodType, Out extends Json> = {
  readonly prepare: (ctx: Ctx, input: z.output<In>) => Promise<(ctx: Ctx) => Promise<Out>>
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
  const before = await findByKey(ctx, cmd.name)
  if (before) return before.result as Out
  const run = 'prepare' in cmd ? await cmd.prepare(ctx, input) : (within: Ctx) => cmd.run(within, input)
  try {
    return await ctx.db.transaction().execute(async (db) => {
      const result = await run({ ...ctx, db })
      await appendEvent({ ...ctx, db }, cmd.name, cmd.about(result, input), {
        result,
        detail: cmd.detail?.(result, input) ?? null,
        rule: typeof cmd.rule === 'function' ? cmd.rule(ctx) : (cmd.rule ?? null),
      })
      return result
    })
  } catch (fault) {
    const first = isKeyTaken(fault) && (await findByKey(ctx, cmd.name))
    if (first) return first.result as Out
    throw fault
  }
}
