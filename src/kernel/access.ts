/** Who may do what. Pure: what an actor holds was looked up before. */
import { refuse } from './problem.ts'

/**
 * `public`: anybody; `signed_in`: any member of staff; `citizen`: whoever is signed in with an electronic identity;
 * `nobody`: only the platform itself; else the name of a permission.
 */
export type Needs = 'public' | 'signed_in' | 'citizen' | 'nobody' | (string & {})

/** Who is signed in with an electronic identity, and in whose name they act: their own, a child's, an organisation's. */
export type Citizen = {
  /** The party that is the person. */
  readonly personId: string
  /** The party acted for; the person themself unless they chose another. */
  readonly partyId: string
  /** Of the electronic identity (NĐ 69/2024). */
  readonly assurance: 1 | 2
}

/** Who acts, in which of their posts, and what that post lets them do within its unit and the units below it. */
export type Actor = {
  readonly accountId: string | null
  readonly postId: string | null
  readonly unitId: number | null
  readonly name: string
  readonly permissions: ReadonlySet<string>
  /** Never beside an account: one browser is one actor. */
  readonly citizen: Citizen | null
  /** Another system that acts by its own key; its permissions are those it was given. */
  readonly clientId?: string | null
}

export const nobody: Actor = {
  accountId: null,
  postId: null,
  unitId: null,
  name: '',
  permissions: new Set(),
  citizen: null,
}

const isSignedIn = (actor: Actor): boolean => actor.accountId !== null

/** Denied unless said otherwise. */
export function may(actor: Actor, needs: Needs): boolean {
  if (needs === 'public') return true
  if (needs === 'nobody') return false
  if (needs === 'signed_in') return isSignedIn(actor)
  if (needs === 'citizen') return actor.citizen !== null
  return actor.permissions.has(needs)
}

/** Refuses whoever may not: who is not signed in is asked to sign in, who is signed in is told that this post may not. */
export function letIn(actor: Actor, needs: Needs): void {
  if (may(actor, needs)) return
  if (isSignedIn(actor) || actor.clientId || (actor.citizen && needs !== 'citizen'))
    refuse('forbidden', 'kernel.not_permitted')
  if (needs === 'citizen') refuse('unauthenticated', 'kernel.citizen_sign_in_first')
  refuse('unauthenticated', 'kernel.sign_in_first')
}
