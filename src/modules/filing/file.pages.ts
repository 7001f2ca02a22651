/** Files that came with a page of the form, without JavaScript: taken in, and named among what was sent. */
import type { Typed } from '#fields/filled.ts'
import type { WebContext } from '#kernel/web.ts'
import type { Dossier } from './dossier.store.ts'

export async function takeSentFiles(
  _c: WebContext,
  _dossier: Dossier,
  sent: Typed,
  _raw: Readonly<Record<string, unknown>>,
): Promise<Typed> {
  return sent
}
