/** Who vouches for citizens and businesses: asked by sending the person there and back (OpenID Connect). */

/** What must be remembered between going there and coming back; never shown to the browser in the clear. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string }

/**
 * `refused`: the person turned back there; `stale`: the answer was used before, or is too old; `forged`: it belongs to no
 * question of ours, or was not signed by the provider; `slow` and `down`: the provider itself.
 */
export type ProviderFault = 'refused' | 'stale' | 'forged' | 'slow' | 'down'

/** `claims` as the provider sent them: what they mean is for whoever knows its vocabulary. */
export type Vouched =
  | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly fault: ProviderFault; readonly cause: unknown }

export type IdentityProvider = {
  /** `vneid`; kept on sessions and identities. */
  readonly code: string
  /** As people know it; the same in every language. */
  readonly name: string
  /** Asks for nothing yet: only where to send the person. `level` is what is wished for, not what will come. */
  readonly start: (redirectUri: string, level: 1 | 2) => Promise<{ url: string; attempt: Attempt }>
  /** `callback` is the address the person came back to, as the provider was told it. Never throws for what a provider or a forger does. */
  readonly finish: (callback: URL, attempt: Attempt) => Promise<Vouched>
  /** Whether it answers at all. */
  readonly check: () => Promise<'up' | 'slow' | 'down'>
}
