/** One's own account for other systems: who one is, and in which language one is spoken to. */
import { z } from 'zod'
import { chooseLanguage } from '#kernel/account.commands.ts'
import { change, read } from '#kernel/api.ts'

export const myAccountApi = [
  read(
    '/me',
    {
      says: 'Who asks, in which post, and what it lets them do',
      needs: 'signed_in',
      input: z.object({}),
      returns: z.object({ name: z.string(), unitId: z.int().nullable(), permissions: z.array(z.string()) }),
    },
    async ({ actor }) => ({
      name: actor.name,
      unitId: actor.unitId,
      permissions: [...actor.permissions].toSorted(),
    }),
  ),
  change('/me/language', { says: 'Choose the language', returns: z.object({}) }, chooseLanguage),
]
