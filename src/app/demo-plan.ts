/**
 * The plan of a demonstration, brought in by the very commands that people use, on the days on which they would have:
 * imported from its text, reviewed, published, given to units, reported on and confirmed month by month.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Actor, nobody } from '#kernel/access.ts'
import { type Command, perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { readDocument } from '#kernel/document-text.ts'
import type { Json } from '#kernel/event.store.ts'
import { newId } from '#kernel/id.ts'
import { findRole } from '#kernel/role.store.ts'
import { Day, type Day as DayText, day, momentOf, plusDays } from '#kernel/time.ts'
import { getUnit, listUnits } from '#kernel/unit.store.ts'
import { opensOn } from './demo-clock.ts'
import { confirmItem } from '#modules/drafting/draft.commands.ts'
import { getDraft } from '#modules/drafting/draft.store.ts'
import { confirmFigure, reportFigure } from '#modules/plan/figure.commands.ts'
import { countMeasures } from '#modules/board/measure.jobs.ts'
import { addFunding, addMilestone } from '#modules/plan/milestone.commands.ts'
import { addNote } from '#modules/plan/note.commands.ts'
import { importPlan, publishPlan } from '#modules/drafting/plan.commands.ts'
import { getPlan } from '#modules/plan/plan.store.ts'
import { assignTarget, bindValue } from '#modules/plan/target.commands.ts'
import { listTargets, listValues } from '#modules/plan/target.store.ts'
import { assignTask, finishTask } from '#modules/plan/task.commands.ts'
import { listTasks } from '#modules/plan/task.store.ts'

const Numbers = z.tuple([z.number(), z.number().nullable()])
const DemoPlan = z.object({
  note: z.string(),
  /** The unit that leads the plan and brings it in. */
  lead: z.string(),
  /** The days on which figures are reported; each series has a figure for each of the last of them. */
  days: z.array(Day),
  targets: z.array(
    z.object({
      ref: z.string(),
      title: z.string(),
      lead: z.string(),
      values: z.array(
        z.object({
          reportedBy: z.string(),
          /** Computed and not reported. */
          measure: z.string().optional(),
          figures: z.array(Numbers).nullable(),
          units: z.record(z.string(), z.array(Numbers)).optional(),
        }),
      ),
    }),
  ),
  /** By the beginning of the task's number. */
  leads: z.record(z.string(), z.string()),
  tasks: z.array(
    z.object({
      ref: z.string(),
      due: Day,
      share: z.number().optional(),
      note: z.string().optional(),
      risk: z.string().optional(),
      done: Day.optional(),
      milestones: z.array(z.tuple([z.string(), Day])).default([]),
      money: z.array(z.tuple([z.string(), z.number()])).default([]),
    }),
  ),
})
type DemoPlan = z.infer<typeof DemoPlan>

/** Somebody of the demonstration at work on a day, at nine in the morning and a little later each time. */
type Desk = {
  do: <In extends z.ZodType, Out extends Json>(on: DayText, cmd: Command<In, Out>, input: z.input<In>) => Promise<Out>
}

async function deskOf(db: Db, unitId: number): Promise<Desk> {
  const permissions = new Set((await findRole(db, 'plan_lead'))?.permissions)
  const actor: Actor = { accountId: null, postId: null, unitId, name: '', permissions, citizen: null }
  let later = 0
  return {
    do: (on, cmd, input) => {
      const now = new Date(momentOf(on, 9).getTime() + later++)
      const ctx: Ctx = { db, actor, now, requestId: newId(now) }
      return perform(ctx, cmd, input)
    },
  }
}

const began = day('2024-12-06')
const assigned = day('2025-01-06')
const noted = day('2025-05-12')

export async function settlePlan(db: Db, folder: string) {
  const file = join(folder, 'demo-plan.json')
  if (!existsSync(file)) return
  const demo = DemoPlan.parse(JSON.parse(readFileSync(file, 'utf8')))
  const root = (await listUnits(db, began)).find(({ kind }) => kind === 'province')
  if (!root) return
  const lead = await getUnit(db, demo.lead, began)
  const desk = await deskOf(db, root.id)
  const code = await publish(db, await deskOf(db, lead.id), folder, demo)
  const plan = await getPlan(db, code)
  await assignTargets(db, desk, plan.id, demo)
  await assignTasks(db, desk, plan.id, demo)
  await report(db, desk, plan.id, demo)
  await count(db)
}

/** What the platform counts by itself, up to the morning on which the demonstration opens. */
async function count(db: Db) {
  const now = momentOf(opensOn, 5, 15)
  await countMeasures({ db, actor: nobody, now, requestId: newId(now) })
}

async function publish(db: Db, desk: Desk, folder: string, demo: DemoPlan): Promise<string> {
  const name = 'ke-hoach-2025.txt'
  const read = await readDocument(readFileSync(join(folder, name)), name)
  const { code } = await desk.do(began, importPlan, { text: read.text, name, kind: read.kind })
  const { draft } = await getDraft(db, code)
  for (const { id, ref, kind, rev } of draft.items) {
    const named = kind === 'target' ? demo.targets.find((target) => target.ref === ref) : undefined
    await desk.do(began, confirmItem, { code, item: id, rev, ...(named && { edit: { title: named.title } }) })
  }
  const { draftVersion } = await getDraft(db, code)
  await desk.do(began, publishPlan, { code, seen: draftVersion })
  return code
}

async function assignTargets(db: Db, desk: Desk, planId: string, demo: DemoPlan) {
  for (const { id, ref, version } of await listTargets(db, planId)) {
    const wanted = demo.targets.find((target) => target.ref === ref)
    if (!wanted) continue
    const lead = await getUnit(db, wanted.lead, assigned)
    await desk.do(assigned, assignTarget, { id, version, leadUnitId: lead.id, cooperating: [] })
    const values = await listValues(db, [id])
    for (const [at, value] of values.entries()) {
      const { reportedBy = 'lead', measure } = wanted.values[at] ?? {}
      await desk.do(assigned, bindValue, {
        id: value.id,
        version: version + 1 + at,
        ...(measure ? { basis: 'measure', measureCode: measure } : { basis: 'reported' }),
        reportedBy,
        everyMonths: 1,
        deadline: value.deadline,
      })
    }
  }
}

async function assignTasks(db: Db, desk: Desk, planId: string, demo: DemoPlan) {
  for (const { id, ref, version } of await listTasks(db, planId)) {
    const lead = Object.entries(demo.leads).find(([beginning]) => ref.startsWith(`${beginning}.`) || ref === beginning)
    if (!lead) continue
    const wanted = demo.tasks.find((task) => task.ref === ref)
    const unit = await getUnit(db, lead[1], assigned)
    await desk.do(assigned, assignTask, {
      id,
      version,
      leadUnitId: unit.id,
      cooperating: [],
      startsOn: assigned,
      dueOn: wanted?.due ?? '2025-12-31',
    })
    if (wanted) await workOn(desk, id, wanted)
  }
}

async function workOn(desk: Desk, id: string, wanted: DemoPlan['tasks'][number]) {
  for (const [title, dueOn] of wanted.milestones) await desk.do(assigned, addMilestone, { taskId: id, title, dueOn })
  for (const [source, amount] of wanted.money) await desk.do(assigned, addFunding, { taskId: id, source, amount })
  if (wanted.done)
    return void (await desk.do(wanted.done, finishTask, { id, doneOn: wanted.done, wording: wanted.note ?? '' }))
  if (wanted.note)
    await desk.do(noted, addNote, {
      thing: 'task',
      id,
      kind: 'progress',
      wording: wanted.note,
      shareDone: wanted.share,
    })
  if (wanted.risk) await desk.do(noted, addNote, { thing: 'task', id, kind: 'risk', wording: wanted.risk })
}

/** Reported two days after the month ends, at first late by some, confirmed three days later; the last ones still wait. */
async function report(db: Db, desk: Desk, planId: string, demo: DemoPlan) {
  const waits = demo.days.at(-1)
  for (const target of await listTargets(db, planId)) {
    const values = await listValues(db, [target.id])
    for (const [at, value] of values.entries()) {
      const given = demo.targets.find(({ ref }) => ref === target.ref)?.values[at]
      if (!given || given.measure || target.leadUnitId === null) continue
      const series = given.units
        ? await seriesOf(db, given.units)
        : [{ unitId: target.leadUnitId, figures: given.figures ?? [] }]
      for (const [place, { unitId, figures }] of series.entries())
        for (const [no, [numerator, denominator]] of figures.entries()) {
          const asOf = demo.days[demo.days.length - figures.length + no]
          if (!asOf) continue
          const sent = {
            valueId: value.id,
            unitId,
            asOf,
            numerator,
            ...(denominator !== null && { denominator }),
            source: sourceOfFigures,
          }
          const late = series.length > 1 && place % 5 === 2 && no < 2 ? 7 : 0
          const { figureId } = await desk.do(plusDays(asOf, 2 + late), reportFigure, sent)
          const stillWaits = asOf === waits && series.length > 1 && place % 4 === 3
          if (!stillWaits) await desk.do(plusDays(asOf, 5 + late), confirmFigure, { id: figureId })
        }
    }
  }
}

const sourceOfFigures = 'Minh họa'

const seriesOf = (db: Db, units: NonNullable<DemoPlan['targets'][number]['values'][number]['units']>) =>
  Promise.all(
    Object.entries(units).map(async ([slug, figures]) => ({ unitId: (await getUnit(db, slug, assigned)).id, figures })),
  )
