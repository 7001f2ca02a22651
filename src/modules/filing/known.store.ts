/** What the platform knows of the person a draft is filled in for, with who said so and when (§10.11). */
import type { Ctx } from '#kernel/ctx.ts'
import type { Knowns } from '#fields/known.ts'
import type { Draft } from './draft.ts'

export async function knownsOf(_ctx: Ctx, _draft: Draft): Promise<Knowns> {
  return {}
}
