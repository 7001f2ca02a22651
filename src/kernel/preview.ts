/** What a change would do, shown before anything is changed: the gate of its command, and a look in place of its run. */
import type { z } from 'zod'
import { admit, type Command } from './command.ts'
import type { Ctx } from './ctx.ts'
import { readForm, returned, type Returned, type Typed } from './submit.ts'
import type { WebContext } from './web.ts'

/** `look` refuses what the command would refuse. Nothing is written down, not even that somebody looked. */
export async function preview<In extends z.ZodType, Out>(
  c: WebContext,
  cmd: Pick<Command<In>, 'needs' | 'input'>,
  look: (ctx: Ctx, input: z.output<In>) => Promise<Out>,
  more: Record<string, unknown> = {},
): Promise<{ ok: true; result: Out; typed: Typed } | Returned> {
  const { typed, raw } = await readForm(c)
  const { _key: _, ...fields } = raw
  const { ctx } = c.var
  try {
    return { ok: true, result: await look(ctx, admit(ctx, cmd, { ...fields, ...more })), typed }
  } catch (fault) {
    return returned(typed, fault)
  }
}
