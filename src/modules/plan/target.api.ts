/** Targets for other systems: how they stand, who answers for them, how their numbers are known. */
import { z } from 'zod'
import { act, change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { addNote, closeRisk } from './note.commands.ts'
import { notesOf } from './note.store.ts'
import { getPlan } from './plan.store.ts'
import { NoteView, statusView, ValueView } from './reading-view.ts'
import { standingOfTargets, type StandingTarget } from './standing.store.ts'
import { standings } from './status.ts'
import { assignTarget, bindValue } from './target.commands.ts'
import { getTarget, listTargets } from './target.store.ts'
import { valueBases } from './target.ts'

const needs = 'plan.read'

const TargetLine = z.object({
  id: z.uuid(),
  ref: z.string(),
  pillar: z.string(),
  title: z.string(),
  wording: z.string(),
  leadUnitId: z.int().nullable(),
  cooperating: z.array(z.int()),
  /** Counts its changes; assigning and binding name the one that was seen. */
  version: z.int(),
  standing: z.enum(standings),
  values: z.array(ValueView.extend({ basis: z.enum(valueBases), reportedBy: z.string(), everyMonths: z.int() })),
})

const viewOf = ({ target, values, status }: StandingTarget) => ({
  ...target,
  cooperating: [...target.cooperating],
  standing: status,
  values: values.map(({ value, readings, status: one }) => ({
    ...value,
    ...statusView(one),
    readings: [...readings],
  })),
})

async function listed(ctx: Ctx, code: string, page: { limit: number; after: string }) {
  const targets = await listTargets(ctx.db, (await getPlan(ctx.db, code)).id)
  const { items, next } = sliceAfter(targets, page, ({ ref }) => ref)
  return { items: (await standingOfTargets(ctx.db, items, dayOf(ctx.now))).map(viewOf), next }
}

const Noted = z.object({ noteId: z.uuid() })
const Closed = z.object({ thingId: z.uuid() })

export const targetApi = [
  read(
    '/plan/plans/{code}/targets',
    {
      says: 'Targets of a plan with how they stand',
      needs,
      input: z.object({ code: z.string(), ...Listing }),
      returns: listOfItems(TargetLine),
    },
    (ctx, { code, ...page }) => listed(ctx, code, page),
  ),
  read(
    '/plan/plans/{code}/targets/{ref}',
    {
      says: 'One target with what was written about it, the newest first',
      needs,
      input: z.object({ code: z.string(), ref: z.string() }),
      returns: TargetLine.extend({ notes: z.array(NoteView) }),
    },
    async (ctx, { code, ref }) => {
      const target = await getTarget(ctx.db, code, ref)
      const [standing = refuse('missing', 'plan.target.missing')] = await standingOfTargets(
        ctx.db,
        [target],
        dayOf(ctx.now),
      )
      const notes = (await notesOf(ctx.db, [target.id])).get(target.id) ?? []
      return { ...viewOf(standing), notes: notes.map((note) => ({ ...note, at: note.at.toISOString() })) }
    },
  ),
  change(
    '/plan/targets/{id}/assign',
    {
      says: 'Say who answers for a target and who cooperates',
      returns: z.object({ leadUnitId: z.int().nullable(), cooperating: z.array(z.int()) }),
    },
    assignTarget,
  ),
  change(
    '/plan/values/{id}/bind',
    {
      says: 'Say how a number is known: computed by a measure, or reported by units',
      returns: z.object({
        targetId: z.uuid(),
        basis: z.enum(valueBases),
        measureCode: z.string().nullable(),
        reportedBy: z.string(),
        everyMonths: z.int(),
        deadline: Day,
      }),
    },
    bindValue,
  ),
  ...(['target', 'task'] as const).flatMap((thing) => [
    act(
      `/plan/${thing}s/{id}/notes`,
      {
        says: `Write about a ${thing}: progress or a risk`,
        needs: addNote.needs,
        input: addNote.input.omit({ thing: true }),
        returns: Noted,
        command: addNote.name,
      },
      (ctx, input) => perform(ctx, addNote, { ...input, thing }),
    ),
    act(
      `/plan/${thing}s/risks/{noteId}/close`,
      {
        says: `Say how a risk of a ${thing} was dealt with`,
        needs: closeRisk.needs,
        input: closeRisk.input.omit({ thing: true }),
        returns: Closed,
        command: closeRisk.name,
      },
      (ctx, input) => perform(ctx, closeRisk, { ...input, thing }),
    ),
  ]),
]
