/** An account of a member of staff: what its password must be, when it locks, what stands against closing it. */
import rule from '../../data/national/sign-in.json' with { type: 'json' }
import type { Key } from './text.ts'
import type { Day } from './time.ts'

export type Account = {
  id: string
  login: string
  name: string
  email: string | null
  passwordHash: string | null
  failures: number
  lockedUntil: Date | null
  totpSecret: string | null
  /** The time step of the last code that was used. */
  totpStep: number | null
  closedOn: Day | null
}

/** Numbers with their source; those named in `assumed` are ours, because the source is silent. */
export const signInRule = rule

export const hasSecondFactor = (account: Pick<Account, 'totpSecret'>): boolean => account.totpSecret !== null

export const shortestPassword = (withSecondFactor: boolean): number =>
  withSecondFactor ? rule.shortestPasswordWithSecondFactor : rule.shortestPasswordWithout

/** Characters as people count them, whichever way they were typed. */
const lengthOf = (password: string): number => Array.from(password.normalize('NFC')).length

export const isLongEnough = (password: string, withSecondFactor: boolean): boolean =>
  lengthOf(password) >= shortestPassword(withSecondFactor)

export const isLocked = ({ lockedUntil }: Pick<Account, 'lockedUntil'>, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now

export const isClosed = ({ closedOn }: Pick<Account, 'closedOn'>, today: Day): boolean =>
  closedOn !== null && closedOn <= today

/** One more failure: the last one allowed locks, and the count begins again when the lock is over. */
export const afterFailure = ({ failures }: Pick<Account, 'failures'>, now: Date) =>
  failures + 1 >= rule.failuresBeforeLock
    ? { failures: 0, lockedUntil: new Date(now.getTime() + rule.lockMinutes * 60_000) }
    : { failures: failures + 1, lockedUntil: null }

/** Nobody shuts the door on themselves: somebody else has to be there to open it again. */
export const objectionToClose = (accountId: string, byAccountId: string | null): Key | null =>
  accountId === byAccountId ? 'kernel.account.not_your_own' : null
