/** The service that a dossier is filled in for: the one in force, or the one that a draft was begun under. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { findOffer } from '#modules/catalogue/public.ts'
import {
  findServiceInForce,
  findServiceVersion,
  findVersionInForce,
  generalService,
  type PublishedService,
  type Service,
} from '#modules/services/public.ts'

/** Of procedures that are filed by the general form: it comes with the platform and has no versions of its own. */
const generalVersion = 0

async function findGeneral(db: Db, procedure: string): Promise<PublishedService | undefined> {
  const offer = await findOffer(db, procedure)
  if (offer?.kind !== 'general') return undefined
  const { title, channels } = offer
  return { version: generalVersion, service: generalService({ code: procedure, title, channels }) }
}

/** `undefined`: nothing of the kind is filed here, or not any more. */
export const findOpenService = async (ctx: Ctx, procedure: string): Promise<PublishedService | undefined> =>
  (await findInForce(ctx, procedure)) ?? findGeneral(ctx.db, procedure)

export const getOpenService = async (ctx: Ctx, procedure: string): Promise<PublishedService> =>
  (await findOpenService(ctx, procedure)) ?? refuse('missing', 'filing.draft.not_offered')

/** A version never changes after it was published, so its content is read once; which one is in force is asked each time. */
async function findInForce({ db, shelf }: Ctx, procedure: string): Promise<PublishedService | undefined> {
  const name = `filing.service ${procedure}`
  const version = shelf && (await findVersionInForce(db, procedure))
  const kept = shelf?.peek<PublishedService | undefined>(name)
  if (kept && kept.version === version) return kept
  const found = await findServiceInForce(db, procedure)
  if (shelf && found && !db.isTransaction) await shelf.keep(name, found.version, async () => found)
  return found
}

/** As it was when the draft or the application was made; it stays to be read after it was withdrawn. */
export async function getService(db: Db, procedure: string, version: number): Promise<Service> {
  const found =
    version === generalVersion
      ? (await findGeneral(db, procedure))?.service
      : await findServiceVersion(db, procedure, version)
  return found ?? generalService({ code: procedure, title: { vi: procedure } })
}

/** In Vietnamese, as the receipt names it; English where somebody wrote it and asks for it. */
export async function titleOf(db: Db, procedure: string, version: number): Promise<Service['title']> {
  return (await getService(db, procedure, version)).title
}
