/** The service that a dossier is filled in for: the one in force, or the one that a draft was begun under. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { findOffer } from '#modules/catalogue/public.ts'
import {
  findServiceInForce,
  findServiceVersion,
  generalService,
  type PublishedService,
  type Service,
} from '#modules/services/public.ts'

/** Of procedures that are filed by the general form: it comes with the platform and has no versions of its own. */
export const generalVersion = 0

async function findGeneral(db: Db, procedure: string): Promise<PublishedService | undefined> {
  const offer = await findOffer(db, procedure)
  if (offer?.kind !== 'general') return undefined
  const { title, channels } = offer
  return { version: generalVersion, service: generalService({ code: procedure, title, channels }) }
}

/** `undefined`: nothing of the kind is filed here, or not any more. */
export const findOpenService = async (db: Db, procedure: string): Promise<PublishedService | undefined> =>
  (await findServiceInForce(db, procedure)) ?? findGeneral(db, procedure)

export const getOpenService = async (db: Db, procedure: string): Promise<PublishedService> =>
  (await findOpenService(db, procedure)) ?? refuse('missing', 'filing.draft.not_offered')

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
