/** Figures for other systems: what is asked of a unit, reporting it, judging it; and the files that prove it. */
import { z } from 'zod'
import { scopeOf } from '#kernel/access.store.ts'
import { act, change, read } from '#kernel/api.ts'
import { storeFile } from '#kernel/file.store.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { listAsks } from './asked.store.ts'
import { evidenceTypes, mostEvidence } from './evidence.ts'
import { confirmFigure, correctFigure, reportFigure, returnFigure } from './figure.commands.ts'
import { figureStates } from './figure.ts'
import { type Figure, listFigures, listWaitingFigures } from './figure.store.ts'
import { getValue } from './target.store.ts'

const FigureView = z.object({
  id: z.uuid(),
  valueId: z.uuid(),
  unitId: z.int(),
  asOf: Day,
  numerator: z.number(),
  denominator: z.number().nullable(),
  source: z.string(),
  state: z.enum(figureStates),
  reason: z.string().nullable(),
  sentAt: z.iso.datetime(),
  sentByName: z.string().nullable(),
  replaces: z.uuid().nullable(),
  fileName: z.string().nullable(),
})

const viewOf = (figure: Figure) => ({ ...figure, sentAt: figure.sentAt.toISOString() })

const AskView = z.object({
  plan: z.string(),
  target: z.string(),
  title: z.string(),
  valueId: z.uuid(),
  subject: z.string(),
  unitId: z.int(),
  /** The day for which a figure is wanted. */
  asOf: Day,
  state: z.enum(['returned', 'due', 'waiting', 'given']),
  last: FigureView.nullable(),
})

const Done = z.object({ targetId: z.uuid(), figureId: z.uuid(), unitId: z.int(), asOf: Day })
/** A screen of work is no limit for machines, but there is one. */
const mostWaiting = 5000

export const figureApi = [
  read(
    '/plan/figures/asked',
    {
      says: 'What is asked of the units within reach; what waits for them comes first',
      needs: 'plan.read',
      input: z.object(Listing),
      returns: listOfItems(AskView),
    },
    async (ctx, page) => {
      const asks = (await listAsks(ctx.db, await scopeOf(ctx), dayOf(ctx.now))).map((ask) => ({
        plan: ask.target.planCode,
        target: ask.target.ref,
        title: ask.target.title,
        valueId: ask.value.id,
        subject: ask.value.subject,
        unitId: ask.unitId,
        asOf: ask.asOf,
        state: ask.state,
        last: ask.figures[0] ? viewOf(ask.figures[0]) : null,
      }))
      return sliceAfter(asks, page, ({ valueId, unitId }) => `${valueId}.${unitId}`)
    },
  ),
  read(
    '/plan/figures/queue',
    {
      says: 'Figures that wait for the confirmation of the units within reach, the oldest first',
      needs: 'plan.confirm',
      input: z.object(Listing),
      returns: listOfItems(FigureView),
    },
    async (ctx, page) => {
      const waiting = await listWaitingFigures(ctx.db, await scopeOf(ctx), mostWaiting)
      return sliceAfter(waiting.map(viewOf), page, ({ id }) => id)
    },
  ),
  read(
    '/plan/values/{id}/figures',
    {
      says: 'All figures reported for a number, also those that were replaced, the newest day first',
      needs: 'plan.read',
      input: z.object({ id: z.uuid(), ...Listing }),
      returns: listOfItems(FigureView),
    },
    async ({ db }, { id, ...page }) => {
      const figures = await listFigures(db, [(await getValue(db, id)).id], 'all')
      return sliceAfter(figures.map(viewOf), page, (one) => one.id)
    },
  ),
  act(
    '/plan/evidence',
    {
      says: 'Hand in a file that proves a figure or a note; its hash is then named with them',
      needs: 'plan.work',
      input: z.object({
        name: z.string().min(1).max(200),
        base64: z.base64().max(Math.ceil((mostEvidence * 4) / 3) + 4),
      }),
      returns: z.object({ fileHash: z.string(), fileName: z.string(), size: z.int() }),
    },
    async (ctx, { name, base64 }, files) => {
      const admission = { name, types: evidenceTypes, most: mostEvidence }
      const { hash, size } = await storeFile(ctx, files, new Uint8Array(Buffer.from(base64, 'base64')), admission)
      return { fileHash: hash, fileName: name, size }
    },
  ),
  change(
    '/plan/figures',
    { says: 'Report a figure', returns: z.object({ targetId: z.uuid(), figureId: z.uuid() }) },
    reportFigure,
  ),
  change('/plan/figures/{id}/correct', { says: 'Correct a figure with a new one', returns: Done }, correctFigure),
  change('/plan/figures/{id}/confirm', { says: 'Confirm a figure', returns: Done }, confirmFigure),
  change('/plan/figures/{id}/return', { says: 'Return a figure with the reason', returns: Done }, returnFigure),
]
