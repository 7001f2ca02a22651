/** The board and instructions for other systems. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { scopeOf } from '#kernel/access.store.ts'
import { Day } from '#kernel/time.ts'
import { loadBoard, unitAsked } from './board-whole.store.ts'
import { answerInstruction, readInstruction, sendInstruction } from './instruction.commands.ts'
import { stateOf, instructionStates } from './instruction.ts'
import { instructionViews, listInstructions } from './instruction.store.ts'

const LoadView = z.object({
  running: z.int(),
  dueToday: z.int(),
  late: z.int(),
  paused: z.int(),
  waiting: z.int(),
  ready: z.int(),
  /** Not late yet, and foreseen to be; the first day on which one is. */
  foreseen: z.object({ late: z.int(), firstOn: Day.nullable() }),
})

const InstructionView = z.object({
  id: z.uuid(),
  dossier: z.uuid().nullable(),
  code: z.string().nullable(),
  wording: z.string(),
  dueOn: Day,
  state: z.enum(instructionStates),
  answer: z.string().nullable(),
})

export const overviewApi = [
  read(
    '/overview/board',
    {
      says: 'Open dossiers of a unit with all below it: load, lateness, and who is foreseen to be late',
      needs: 'overview.read',
      input: z.object({ unit: z.string().optional() }),
      returns: z.object({
        unit: z.string(),
        total: LoadView,
        units: z.array(LoadView.extend({ unit: z.string(), name: z.string() })),
        officers: z.array(LoadView.extend({ login: z.string().nullable() })),
        forecastAt: z.iso.datetime().nullable(),
      }),
    },
    async (ctx, { unit }) => {
      const board = await loadBoard(ctx, await unitAsked(ctx, unit))
      return {
        unit: board.unit.slug,
        total: board.total,
        units: board.units.map(({ unit: { slug, name }, ...load }) => ({ ...load, unit: slug, name })),
        officers: board.officers.map(({ officer, ...load }) => ({ ...load, login: officer?.login ?? null })),
        forecastAt: board.madeAt?.toISOString() ?? null,
      }
    },
  ),
  read(
    '/overview/instructions',
    {
      says: 'Instructions to units within reach (received), from them (sent), or answered (done)',
      needs: 'overview.instructions',
      input: z.object({ view: z.enum(instructionViews).default('received') }),
      returns: z.object({ items: z.array(InstructionView) }),
    },
    async (ctx, { view }) => ({
      items: (await listInstructions(ctx.db, view, await scopeOf(ctx))).map((one) => ({
        ...one,
        dossier: one.dossierId,
        code: one.dossierCode,
        state: stateOf(one),
      })),
    }),
  ),
  change(
    '/overview/instructions',
    { says: 'Send an instruction about an open dossier, or to a unit', returns: z.object({ id: z.uuid() }) },
    sendInstruction,
  ),
  change(
    '/overview/instructions/{id}/read',
    { says: 'The receipt of an instruction', returns: z.object({ id: z.uuid() }) },
    readInstruction,
  ),
  change(
    '/overview/instructions/{id}/answer',
    { says: 'Answer an instruction: it is done', returns: z.object({ id: z.uuid() }) },
    answerInstruction,
  ),
]
