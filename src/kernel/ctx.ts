/** What every piece of work is given: who acts, when, on which database. Passed along, never ambient. */
import type { Actor } from './access.ts'
import type { Db } from './db/open.ts'
import type { SecretBox } from './secret-box.ts'
import type { Shelf } from './shelf.ts'

export type Ctx = {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
  /** Of the submission: the same key again is the same submission again. */
  readonly key?: string | undefined
  /** Seals and opens what is kept secret; background work has none. */
  readonly secrets?: SecretBox
  /** What the app keeps in memory; background work has none. */
  readonly shelf?: Shelf
}
