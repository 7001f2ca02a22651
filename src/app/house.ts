/** What the app is put together from. */
import type { Db } from '#kernel/db/open.ts'
import type { FileHouse } from '#kernel/file-house.ts'
import type { IdentityProvider } from '#kernel/identity-provider.ts'
import type { Log } from '#kernel/log.ts'
import type { SecretBox } from '#kernel/secret-box.ts'
import type { Module } from '#kernel/module.ts'
import type { Intake } from '#kernel/scan.ts'

export type House = {
  readonly db: Db
  /** Where the bytes of uploads lie. */
  readonly files: FileHouse
  /** 30 MB a file and no scanner unless said. */
  readonly intake?: Intake
  readonly secrets: SecretBox
  readonly modules: readonly Module[]
  /** Who vouches for citizens and businesses; null until the house is connected. */
  readonly identityProvider?: IdentityProvider | null
  readonly now: () => Date
  readonly log: Log
  /** Where people find it, without a slash at the end. */
  readonly publicUrl: string
  readonly idleMinutes: number
  /** The same on a device that many use after one another; five unless said. */
  readonly kioskMinutes?: number
  /** How many proxies stand in front and say, in X-Forwarded-For, who asks. None unless said. */
  readonly proxies?: number
  /** Everything shown is invented, and says so on every page. */
  readonly demo: boolean
  readonly province: { readonly name: string; readonly authority: string; readonly phone: string }
  /** False until the start is finished, and again while it drains. */
  readonly isReady: () => boolean
}
