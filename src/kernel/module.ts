/** What a module tells the app. An optional key enters here only with two users. */
import type { z } from 'zod'
import type { Command } from './command.ts'
import type { Ctx } from './ctx.ts'
import type { Needs } from './access.ts'
import type { Holder } from './file-sweep.store.ts'
import type { FileHouse } from './file-house.ts'
import type { Job, Schedule } from './job.ts'
import type { Measure } from './measure.ts'
import type { Intake } from './scan.ts'
import type { Catalogue, Key } from './text.ts'
import type { Route } from './web.ts'

export type NavLink = { href: string; label: Key; icon: string; needs: Needs }

/** One line of the API: one endpoint, one OpenAPI operation. Writes are commands; reads say who may. */
export type Endpoint = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly says: string
  readonly needs: Needs
  readonly input: z.ZodType
  readonly returns: z.ZodType
  /** The command it performs, when it performs one. */
  readonly command?: string
  readonly answer: (ctx: Ctx, raw: unknown, files: FileHouse, intake: Intake) => Promise<unknown>
}

export type Module = {
  readonly name: string
  readonly permissions: readonly string[]
  readonly messages: { readonly vi: Catalogue; readonly en: Catalogue }
  /** What the app has to know of them; it performs none by itself. */
  readonly commands: readonly Pick<Command, 'name' | 'needs'>[]
  readonly pages: readonly Route[]
  readonly api?: readonly Endpoint[]
  readonly nav?: readonly NavLink[]
  /** Background work, and when it comes round by itself. */
  readonly jobs?: readonly Job[]
  readonly schedules?: readonly Schedule[]
  /** Of these contents of the file house (SHA-256) those it still refers to; what no module does is taken away. */
  readonly holds?: Holder
  /** Numbers it computes from what really happened. */
  readonly measures?: readonly Measure[]
}
