/** Other systems that ask by a key of their own (OAuth 2.0 client credentials). Pure. */
import type { Day } from '#kernel/time.ts'

/** What another system may be given; the module that declares a permission says what it opens. */
export const clientPermissions = ['filing.partner', 'plan.read'] as const

/** Short, because it cannot be taken back from whoever has copied it; partners simply ask anew. */
export const tokenMinutes = 15

export type Client = {
  readonly id: string
  readonly name: string
  readonly unitId: number
  readonly permissions: readonly string[]
  readonly validFrom: Day
  /** The first day on which it is over. */
  readonly validTo: Day | null
}

export const isClientOpen = ({ validFrom, validTo }: Pick<Client, 'validFrom' | 'validTo'>, on: Day): boolean =>
  validFrom <= on && (validTo === null || on < validTo)

export type Credentials = { readonly id: string; readonly secret: string }

/** RFC 6749 §2.3.1: both parts are form-encoded before they are put together. */
export function readBasic(header: string | undefined): Credentials | null {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=_-]+)$/i.exec(header ?? '') ?? []
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  try {
    return id && secret ? { id: formDecoded(id), secret: formDecoded(secret) } : null
  } catch {
    return null
  }
}

const formDecoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))

/** `null`: there is none, or it is not of this kind. */
export const readBearer = (header: string | undefined): string | null =>
  /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '')?.[1] ?? null
