/** Who may do what. Pure: what an actor holds was looked up before. */
import { refuse } from './problem.ts'

/** `public`: anybody; `signed_in`: any member of staff; `nobody`: only the platform itself; else the name of a permission. */
export type Needs = 'public' | 'signed_in' | 'nobody' | (string & {})

/** Who acts, in which of their posts, and what that post lets them do within its unit and the units below it. */
export type Actor = {
  readonly accountId: string | null
  readonly postId: string | null
  readonly unitId: number | null
  readonly name: string
  readonly permissions: ReadonlySet<string>
}

export const nobody: Actor = { accountId: null, postId: null, unitId: null, name: '', permissions: new Set() }

const isSignedIn = (actor: Actor): boolean => actor.accountId !== null

/** Denied unless said otherwise. */
export function may(actor: Actor, needs: Needs): boolean {
  if (needs === 'public') return true
  if (needs === 'nobody') return false
  if (needs === 'signed_in') return isSignedIn(actor)
  return actor.permissions.has(needs)
}

/** Refuses whoever may not: who is not signed in is asked to sign in, who is signed in is told that this post may not. */
export function letIn(actor: Actor, needs: Needs): void {
  if (may(actor, needs)) return
  if (isSignedIn(actor)) refuse('forbidden', 'kernel.not_permitted')
  refuse('unauthenticated', 'kernel.sign_in_first')
}
