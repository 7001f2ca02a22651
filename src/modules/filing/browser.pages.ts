/** Which browser asks, as far as drafts of people who have not signed in are concerned: the same as for their files. */
import type { WebContext } from '#kernel/web.ts'
import { ownerFor, ownersFor, type UploadOwner } from '#modules/uploads/public.ts'
import type { Asker } from './draft.ts'

const visitorIn = (owners: readonly UploadOwner[]): string | null =>
  owners.find(({ kind }) => kind === 'visitor')?.id ?? null

/** `tokenHash` is null in a browser that has begun nothing yet. */
export const askerFrom = (c: WebContext): Asker => ({
  actor: c.var.ctx.actor,
  tokenHash: visitorIn(ownersFor(c)),
})

/** A browser nobody knows yet is given a name. Only while nobody is signed in. */
export function knownBrowser(c: WebContext): string {
  const known = visitorIn(ownersFor(c)) ?? visitorIn([ownerFor(c)])
  if (known === null) throw new Error('whoever is signed in needs no name of their browser')
  return known
}
