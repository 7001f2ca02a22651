/**
 * How often one address may fail at doors that are open to anybody. Kept in the memory of the process and not in the
 * database: it must hold off a flood before the flood reaches anything. Of several processes each allows as many; what
 * guards a single account, the lock after wrong passwords, is in the database and counts for all of them.
 */
import { neighbourhoodOf } from './address.ts'

/** An office of hundreds shares one address, so many failures at once are let pass; one who guesses soon waits. */
const failuresAllowed = { atOnce: 30, perMinute: 6 } as const

type Allowed = { readonly atOnce: number; readonly perMinute: number }
/** `left` as it was at `at`, in milliseconds; it grows back with time. */
type Purse = { readonly left: number; readonly at: number }

export type Gate = {
  /** Takes one away; or says from when on there is one again. */
  readonly enter: (address: string, now: Date) => Date | null
  /** What went well costs nothing. */
  readonly giveBack: (address: string, now: Date) => void
}

const minute = 60_000
const mostKept = 50_000

export function openGate({ atOnce, perMinute }: Allowed = failuresAllowed): Gate {
  const purses = new Map<string, Purse>()
  const leftAt = (purse: Purse | undefined, now: number): number =>
    purse ? Math.min(atOnce, purse.left + (Math.max(0, now - purse.at) * perMinute) / minute) : atOnce
  const keep = (key: string, left: number, at: number) => {
    if (purses.size >= mostKept && !purses.has(key)) forget(at)
    if (left >= atOnce) purses.delete(key)
    else purses.set(key, { left, at })
  }
  /** Whoever has waited long enough; if that is nobody, all: a flood from everywhere is not held off here. */
  const forget = (now: number) => {
    for (const [key, purse] of purses) if (leftAt(purse, now) >= atOnce) purses.delete(key)
    if (purses.size >= mostKept) purses.clear()
  }
  return {
    enter: (address, moment) => {
      const [key, now] = [neighbourhoodOf(address), moment.getTime()]
      const left = leftAt(purses.get(key), now)
      if (left < 1) return new Date(now + Math.ceil(((1 - left) * minute) / perMinute))
      keep(key, left - 1, now)
      return null
    },
    giveBack: (address, moment) => {
      const [key, now] = [neighbourhoodOf(address), moment.getTime()]
      keep(key, leftAt(purses.get(key), now) + 1, now)
    },
  }
}
