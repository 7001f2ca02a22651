/** Where a sign-in leads: on to a page of this site, with what had been typed when the session was lost. */
import { z } from 'zod'

/** The fields of a form that was sent without a session, in their order. */
export type Kept = readonly (readonly [name: string, value: string])[]

export type Onward = { readonly next: string; readonly kept: Kept | null }

const KeptFields = z.array(z.tuple([z.string(), z.string()])).max(5000)

const plainPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/** A path of this site and nothing else: no other host, whichever way it is written. */
export function pathOfThisSite(text: unknown): string | null {
  const here = 'http://here.invalid'
  if (typeof text !== 'string' || !plainPath.test(text) || !URL.canParse(text, here)) return null
  const { origin, pathname, search } = new URL(text, here)
  // Looked at once more because `/.//other.host` becomes `//other.host` when its dots are resolved.
  return origin === here && plainPath.test(pathname) ? pathname + search : null
}

/** From the fields of a form or the query of an address; whatever is not understood leads to the front page. */
export function readOnward(given: Readonly<Record<string, unknown>>): Onward {
  const next = pathOfThisSite(given['next']) ?? '/'
  return { next, kept: next === '/' ? null : readKept(given['kept']) }
}

function readKept(text: unknown): Kept | null {
  if (typeof text !== 'string' || text === '') return null
  try {
    return KeptFields.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** As hidden fields, to be carried through every step of a sign-in. */
export const onwardFields = ({ next, kept }: Onward): Record<string, string> => ({
  ...(next !== '/' && { next }),
  ...(kept && { kept: JSON.stringify(kept) }),
})

/** As an address; a form does not fit into one. */
export const withNext = (path: string, { next }: Onward): string =>
  next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`

const secret = /password|current|code|secret/i

/** What of a posted form is carried on: never a secret, and no file – of those only how many there were. */
export function keepFields(form: Iterable<[string, string | File]>): { kept: Kept; files: number } {
  const all = [...form]
  const texts = all.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const files = all.filter(([, value]) => typeof value !== 'string' && value.size > 0).length
  return { kept: texts.filter(([name]) => !secret.test(name)), files }
}
