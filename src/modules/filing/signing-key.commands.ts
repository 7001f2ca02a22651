/** Taking a key that signs receipts out of use: receipts that it signed stay good, new ones are signed with another. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { refuse } from '#kernel/problem.ts'
import { endKey } from './signing-key.store.ts'

/** By its name, so that said twice it does not end the one that came after. */
export const endSigningKey = command({
  name: 'filing.receipt_key.end',
  needs: 'filing.keys',
  input: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: async (ctx, { id }) => {
    if (!(await endKey(ctx.db, id, ctx.now))) refuse('conflict', 'filing.key.over')
    return { id }
  },
  about: ({ id }) => `filing.receipt_key/${id}`,
})
