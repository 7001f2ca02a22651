/** What the province adds to a procedure: said from a day on, ended on a day, never changed. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { objectionToOverlay, OverlayContent } from './overlay.ts'
import { endOverlayOn, holdOverlay, insertOverlays, rivalsOf } from './overlay.store.ts'
import { getProcedure } from './procedure.store.ts'
import { bumpRevision } from './revision.store.ts'

const needs = 'catalogue.manage'
const about = ({ code }: { code: string }) => `catalogue.procedure/${code}`

/** One that says the same kind of thing ends on the day the new one begins. */
export const addOverlay = command({
  name: 'catalogue.overlay.add',
  needs,
  input: z.object({
    code: z.string().min(1).max(60),
    says: OverlayContent,
    citation: z.string().trim().min(3).max(400),
    verified: z.preprocess((ticked) => ticked === true || ticked === 'true', z.boolean()),
    validFrom: DayInput,
  }),
  run: async (ctx, { code, says, citation, verified, validFrom }) => {
    const { procedure } = await getProcedure(ctx.db, code)
    const objection = objectionToOverlay(says, procedure)
    if (objection) refuseField(says.kind === 'limit' ? 'says.amount' : 'says.says', objection)
    for (const rival of await rivalsOf(ctx.db, code, says, validFrom)) {
      if (rival.validFrom >= validFrom) refuseField('validFrom', 'catalogue.overlay.later_one')
      await endOverlayOn(ctx.db, rival.id, validFrom)
    }
    const id = newId(ctx.now)
    const row = { id, procedureCode: code, content: says, citation, verified, validFrom }
    await insertOverlays(ctx.db, [{ ...row, createdAt: ctx.now, createdBy: ctx.actor.accountId }])
    await bumpRevision(ctx.db)
    return { code, id }
  },
  about,
  detail: ({ id }, { says }) => ({ id, kind: says.kind }),
})

/** From today on it no longer holds. */
export const endOverlay = command({
  name: 'catalogue.overlay.end',
  needs,
  input: z.object({ code: z.string().min(1).max(60), id: z.uuid() }),
  run: async (ctx, { code, id }) => {
    const overlay = await holdOverlay(ctx.db, id)
    const today = dayOf(ctx.now)
    if (overlay.procedureCode !== code) refuse('missing', 'catalogue.overlay.missing')
    if (overlay.validTo !== null) refuse('conflict', 'catalogue.overlay.over')
    await endOverlayOn(ctx.db, id, today < overlay.validFrom ? overlay.validFrom : today)
    await bumpRevision(ctx.db)
    return { code, id }
  },
  about,
  detail: ({ id }) => ({ id }),
})

export const overlayCommands = [addOverlay, endOverlay]
