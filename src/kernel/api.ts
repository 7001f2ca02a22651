/** One line of API = one endpoint = one operation of the OpenAPI document. */
import type { z } from 'zod'
import type { Needs } from './access.ts'
import { admit, perform, type Command } from './command.ts'
import type { Ctx } from './ctx.ts'
import type { Json } from './event.store.ts'
import type { FileHouse } from './file-house.ts'
import type { Endpoint } from './module.ts'
import type { Intake } from './scan.ts'

/** A question: `input` comes from the path and the query. What is returned is cut to `returns`, so no column leaks. */
export function read<In extends z.ZodType, Out extends z.ZodType>(
  path: string,
  declared: { says: string; needs: Needs; input: In; returns: Out },
  find: (ctx: Ctx, input: z.output<In>) => Promise<z.input<Out>>,
): Endpoint {
  const answer = async (ctx: Ctx, raw: unknown) => declared.returns.parse(await find(ctx, admit(ctx, declared, raw)))
  return { method: 'GET', path, ...declared, answer }
}

/** A change: the command says who may and what it takes. */
export function change<In extends z.ZodType, Out extends Json>(
  path: string,
  declared: { says: string; returns: z.ZodType },
  cmd: Command<In, Out>,
): Endpoint {
  const answer = async (ctx: Ctx, raw: unknown) => declared.returns.parse(await perform(ctx, cmd, raw))
  return { method: 'POST', path, needs: cmd.needs, input: cmd.input, command: cmd.name, ...declared, answer }
}

type Work<In extends z.ZodType, Out extends z.ZodType> = (
  ctx: Ctx,
  input: z.output<In>,
  files: FileHouse,
  intake: Intake,
) => Promise<z.input<Out>>

/** A change that needs more than its command: something is made for it first, or told only once after it. */
export function act<In extends z.ZodType, Out extends z.ZodType>(
  path: string,
  declared: { says: string; needs: Needs; input: In; returns: Out; command?: string },
  work: Work<In, Out>,
): Endpoint {
  const answer: Endpoint['answer'] = async (ctx, raw, files, intake) =>
    declared.returns.parse(await work(ctx, admit(ctx, declared, raw), files, intake))
  return { method: 'POST', path, ...declared, answer }
}
