/** What a page or an endpoint is: where it stands, who may, and what answers. A table, so that nothing is undeclared. */
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Needs } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { FileHouse } from './file-house.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { Measure } from './measure.ts'
import type { Intake } from './scan.ts'
import type { Locale } from './text.ts'

/** Who is signed in, as pages show it. */
export type Person = {
  accountId: string
  login: string
  name: string
  post: string
  unit: string
  unread: number
  posts: number
}

/** Who is signed in with an electronic identity, as pages show it. */
export type CitizenPerson = {
  name: string
  /** Whom they act for, when that is not themself. */
  partyName: string | null
  unread: number
}

/** What pages may know of the house they stand in. */
export type Site = {
  readonly publicUrl: string
  readonly demo: boolean
  readonly idleMinutes: number
  /** The browser is one that many use after one another. */
  readonly kiosk: boolean
}

export type Web = {
  Variables: {
    site: Site
    ctx: Ctx
    locale: Locale
    /** Where the bytes of uploads lie. */
    files: FileHouse
    /** What is asked of files before they are let in. */
    intake: Intake
    /** Stricter than that of the house, for an answer that is no page of ours: a file of somebody. */
    contentPolicy?: string
    /** Declared by all modules. */
    measures: readonly Measure[]
    person: Person | null
    citizen: CitizenPerson | null
    /** Who vouches for citizens; null while the house is connected to nobody. */
    identityProvider: IdentityProvider | null
    /** Where the request comes from; null when that cannot be known. */
    address: string | null
    /** Of the session that made the request; to end it or to change its post. */
    sessionHash: string | null
  }
}
export type WebContext = Context<Web>

/** A page, a page with a status of its own, or a finished answer (redirect, download). */
export type Answer = VNode | { status: number; page: VNode } | Response

export type Route = {
  /** The last three are for files that come in piece by piece. HEAD is answered by the GET of the same path. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'
  readonly path: string
  readonly needs: Needs
  readonly answer: (c: WebContext) => Answer | Promise<Answer>
  /** Seconds for which anybody may be given the same bytes. Only for `public` pages that do not look at who asks. */
  readonly sharedFor?: number
  /** Reads its body piece by piece and keeps a limit of its own. */
  readonly inPieces?: boolean
}

type Handler = Route['answer']
export const get = (path: string, needs: Needs, answer: Handler, more: { sharedFor?: number } = {}): Route => ({
  method: 'GET',
  path,
  needs,
  answer,
  ...more,
})
export const post = (path: string, needs: Needs, answer: Handler): Route => ({ method: 'POST', path, needs, answer })
