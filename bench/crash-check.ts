/** What was sent, held against what is there: every acknowledged command exactly once, every other at most once, all whole. */
import type { Verification } from '../src/kernel/seal.store.ts'

export type Kind = 'role' | 'post'
export type Sent = { key: string; kind: Kind; state: 'sent' | 'acknowledged' }

export type Found = {
  events: readonly { key: string; command: string; about: string; result: unknown }[]
  roles: readonly { code: string }[]
  posts: readonly { id: string; title: string }[]
  seals: Verification
}

/** Codes of roles have no digits: 17 is written `bh`. */
export const roleCode = (key: string) =>
  key.replace('-', '_').replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))

const commandOf: Record<Kind, string> = { role: 'kernel.role.create', post: 'kernel.post.open' }

/** Everything that is not as it must be, in words; empty when all is well. */
export function faultsOf(sent: Iterable<Sent>, found: Found): string[] {
  const events = Map.groupBy(found.events, ({ key }) => key)
  const roles = Map.groupBy(found.roles, ({ code }) => code)
  const posts = Map.groupBy(found.posts, ({ title }) => title)
  const faults: string[] = []
  let expected = 0
  for (const { key, kind, state } of sent) {
    const own = events.get(key) ?? []
    const code = roleCode(key)
    const effects = kind === 'role' ? (roles.get(code) ?? []) : (posts.get(key) ?? [])
    const say = (fault: string) => faults.push(`${key} (${kind}, ${state}): ${fault}`)
    if (state === 'acknowledged' && own.length !== 1) say(`in the log ${own.length} times`)
    if (own.length > 1) say(`in the log ${own.length} times`)
    if (effects.length !== own.length) say(`${own.length} in the log, but ${effects.length} done`)
    for (const { command, result } of own) {
      const { code: made, postId } = result as { code?: string; postId?: string }
      if (command !== commandOf[kind]) say(`logged as ${command}`)
      const isOwn = kind === 'role' ? made === code : posts.get(key)?.some(({ id }) => id === postId)
      if (!isOwn) say('the log names another result than what was done')
    }
    expected += own.length
  }
  if (found.events.length !== expected) faults.push(`${found.events.length - expected} events that nobody sent`)
  if (found.roles.length + found.posts.length !== expected) faults.push('rows that no event tells of')
  const { seals } = found
  if (!seals.complete || seals.unsealed > 0) faults.push(`${seals.unsealed} events not sealed`)
  return [...faults, ...seals.faults.map((fault) => `seal: ${JSON.stringify(fault)}`)]
}
