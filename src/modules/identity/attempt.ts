/** What a browser carries, sealed, while its owner is away at the provider: what was asked, when, and where to go on. */
import { z } from 'zod'
import { pathOfThisSite } from '#kernel/onward.ts'

const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  at: z.number(),
})
export type SealedAttempt = z.output<typeof Attempt>

/** Long enough to find the phone and read the code; too long and somebody else may sit at the computer. */
export const attemptMinutes = 10

export const aboutAttempt = 'identity.attempt'

/** `null`: not one of ours, or of an earlier form. */
export function readAttempt(text: string): SealedAttempt | null {
  try {
    return Attempt.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export const isStale = ({ at }: SealedAttempt, now: Date): boolean =>
  now.getTime() - at > attemptMinutes * 60_000 || at > now.getTime() + 60_000

/** Where a sign-in leads on to: a page of this site, never the sign-in itself. */
export function onwardOf(text: unknown): string {
  const path = pathOfThisSite(text) ?? '/'
  return path.startsWith('/dang-nhap') ? '/' : path
}

export const withOnward = (path: string, next: string, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ...(next !== '/' && { tiep: next }), ...more }).toString()
  return query ? `${path}?${query}` : path
}

/** The level that a service asks for, and what to say to whoever has less. */
export const objectionToLevel = (has: 1 | 2, needed: 1 | 2) =>
  has < needed ? ('identity.level.too_low' as const) : null
