/** The board for other systems: targets with how they stand, units with what they answer for, the days that come. */
import { z } from 'zod'
import { read } from '#kernel/api.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { byUnit } from './board.ts'
import { loadBoard } from './board-whole.store.ts'
import { standings, statusView, taskKinds, taskStandings, ValueView } from '#modules/plan/public.ts'

const BoardView = z.object({
  today: Day,
  targets: z.array(
    z.object({
      no: z.int(),
      ref: z.string(),
      title: z.string(),
      pillar: z.string(),
      leadUnit: z.string().nullable(),
      standing: z.enum(standings),
      values: z.array(ValueView),
    }),
  ),
  tasks: z.array(
    z.object({
      ref: z.string(),
      kind: z.enum(taskKinds),
      heading: z.string(),
      leadUnit: z.string().nullable(),
      dueOn: Day.nullable(),
      standing: z.enum(taskStandings),
    }),
  ),
  /** Those in most trouble first; `trouble`: how many of theirs are late or at risk. */
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      targets: z.array(z.string()),
      tasks: z.array(z.string()),
      trouble: z.int(),
    }),
  ),
  days: z.array(
    z.object({
      on: Day,
      kind: z.enum(['task', 'milestone', 'target', 'report']),
      ref: z.string().nullable(),
      title: z.string(),
      leadUnit: z.string().nullable(),
    }),
  ),
})

export const boardApi = [
  read(
    '/plan/plans/{code}/board',
    {
      says: 'The whole board of a plan, or of one unit with those below it',
      needs: 'plan.read',
      input: z.object({ code: z.string(), unit: z.string().optional() }),
      returns: BoardView,
    },
    async (ctx, { code, unit }) => {
      const asked = unit ? await getUnit(ctx.db, unit, dayOf(ctx.now)) : undefined
      const { targets, tasks, days, names, today } = await loadBoard(ctx, code, asked?.id)
      const slug = (id: number | null) => names.get(id ?? 0)?.slug ?? null
      return {
        today,
        targets: targets.map((one) => ({
          ...one,
          leadUnit: slug(one.leadUnitId),
          values: one.values.map((value) => ({ ...value, ...statusView(value.status), readings: [...value.known] })),
        })),
        tasks: tasks.map((one) => ({ ...one, leadUnit: slug(one.leadUnitId) })),
        units: byUnit(targets, tasks).map(({ unitId, trouble, ...own }) => ({
          unit: slug(unitId) ?? '',
          name: names.get(unitId)?.name ?? '',
          targets: own.targets.map(({ ref }) => ref),
          tasks: own.tasks.map(({ ref }) => ref),
          trouble,
        })),
        days: days.map((one) => ({ ...one, leadUnit: slug(one.leadUnitId) })),
      }
    },
  ),
]
