/** Holding a dossier for a change: that it is there, in reach of the post, and as it was when the page was drawn. */
import { z } from 'zod'
import { reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { momentText } from '#ui/figures.ts'
import { getApplication } from '#modules/filing/public.ts'
import { refuseIf } from './act.store.ts'
import { type Docket, openDocket } from './docket.store.ts'
import { type Dossier, objectionToHandle, objectionToRevision } from './dossier.ts'
import { findDossier, holdDossier } from './dossier.store.ts'
import { lastLine } from './step-log.store.ts'

/** `revision`: as the page showed it; a program that does not care leaves it out. */
export const One = { id: z.string().max(60), revision: z.coerce.number().int().optional() }
export type One = { id: string; revision?: number | undefined }

export const about = ({ id }: { id: string }) => `dossiers.dossier/${id}`

export const Note = z
  .string()
  .trim()
  .max(2000)
  .default('')
  .transform((text) => text || null)
export const Text = z.string().trim().min(10).max(4000)
export const Reason = z.string().trim().min(1).max(2000)

/** Where it was handed in, and where it is decided. */
const seesUnit = async (ctx: Ctx, { unitId, competentId }: Dossier): Promise<boolean> =>
  (await reaches(ctx, competentId)) || (unitId !== competentId && (await reaches(ctx, unitId)))

export async function getSeen(ctx: Ctx, id: string): Promise<Dossier> {
  const dossier = (await findDossier(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
  return (await seesUnit(ctx, dossier)) ? dossier : refuse('forbidden', 'kernel.outside_your_unit')
}

/** Told by name who was faster: two officers at one dossier. */
export async function mustBeAsSeen(ctx: Ctx, dossier: Dossier, revision: number | undefined): Promise<void> {
  const objection = objectionToRevision(dossier, revision)
  if (!objection) return
  const last = await lastLine(ctx.db, dossier.id)
  refuse('conflict', objection, { who: last?.byName ?? '', at: last ? momentText(last.at) : '' })
}

export type Side = 'competent' | 'receiving' | 'either'

export async function hold(ctx: Ctx, { id, revision }: One, side: Side = 'either'): Promise<Docket> {
  const dossier = (await holdDossier(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
  const isIn =
    side === 'either'
      ? await seesUnit(ctx, dossier)
      : await reaches(ctx, side === 'competent' ? dossier.competentId : dossier.unitId)
  if (!isIn) refuse('forbidden', 'kernel.outside_your_unit')
  await mustBeAsSeen(ctx, dossier, revision)
  return openDocket(ctx, dossier)
}

/** As `hold`, for whoever has it. */
export async function holdMine(ctx: Ctx, one: One): Promise<Docket> {
  const docket = await hold(ctx, one, 'competent')
  refuseIf(objectionToHandle(docket.dossier, ctx.actor))
  return docket
}

/** For its owner: theirs, or none. */
export async function holdOwn(ctx: Ctx, id: string): Promise<Docket> {
  await getApplication(ctx, id)
  const dossier = (await holdDossier(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
  return openDocket(ctx, dossier)
}
