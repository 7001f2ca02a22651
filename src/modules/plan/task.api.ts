/** Tasks for other systems: how they stand, their steps and money, their end. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { addFunding, addMilestone, reachMilestone, spendFunding } from './milestone.commands.ts'
import { getPlan } from './plan.store.ts'
import { taskKinds } from './plan.ts'
import { NoteView, SentenceView } from './reading-view.ts'
import { standingOfTasks, type StandingTask } from './standing.store.ts'
import { assignTask, finishTask, reopenTask, stopTask } from './task.commands.ts'
import { taskStandings } from './task-status.ts'
import { getTask, listTasks } from './task.store.ts'

const needs = 'plan.read'

const TaskLine = z.object({
  id: z.uuid(),
  ref: z.string(),
  kind: z.enum(taskKinds),
  heading: z.string(),
  wording: z.string(),
  leadUnitId: z.int().nullable(),
  cooperating: z.array(z.int()),
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  stoppedOn: Day.nullable(),
  version: z.int(),
  standing: z.enum(taskStandings),
  why: SentenceView,
  shareDone: z.number().nullable(),
  openRisks: z.int(),
})

const TaskWhole = TaskLine.extend({
  milestones: z.array(z.object({ id: z.uuid(), title: z.string(), dueOn: Day, doneOn: Day.nullable() })),
  /** Amounts in đồng. */
  funding: z.array(
    z.object({ id: z.uuid(), source: z.string(), amount: z.number(), spent: z.number(), note: z.string().nullable() }),
  ),
  notes: z.array(NoteView),
})

const lineOf = ({ task, status, shareDone, openRisks }: StandingTask) => ({
  ...task,
  cooperating: [...task.cooperating],
  standing: status.status,
  why: status.why,
  shareDone,
  openRisks: openRisks.length,
})

const wholeOf = (one: StandingTask) => ({
  ...lineOf(one),
  milestones: [...one.milestones],
  funding: [...one.funding],
  notes: one.notes.map((note) => ({ ...note, at: note.at.toISOString() })),
})

const Id = z.object({ id: z.uuid() })

export const taskApi = [
  read(
    '/plan/plans/{code}/tasks',
    {
      says: 'Tasks of a plan with how they stand, in the order of the plan',
      needs,
      input: z.object({ code: z.string(), ...Listing }),
      returns: listOfItems(TaskLine),
    },
    async ({ db, now }, { code, ...page }) => {
      const { items, next } = sliceAfter(await listTasks(db, (await getPlan(db, code)).id), page, ({ ref }) => ref)
      return { items: (await standingOfTasks(db, items, dayOf(now))).map(lineOf), next }
    },
  ),
  read(
    '/plan/plans/{code}/tasks/{ref}',
    {
      says: 'One task with its steps, money and notes',
      needs,
      input: z.object({ code: z.string(), ref: z.string() }),
      returns: TaskWhole,
    },
    async ({ db, now }, { code, ref }) => {
      const [one = refuse('missing', 'plan.task.missing')] = await standingOfTasks(
        db,
        [await getTask(db, code, ref)],
        dayOf(now),
      )
      return wholeOf(one)
    },
  ),
  change(
    '/plan/tasks/{id}/assign',
    {
      says: 'Say who does a task and until when',
      returns: z.object({ leadUnitId: z.int().nullable(), dueOn: Day.nullable() }),
    },
    assignTask,
  ),
  change(
    '/plan/tasks/{id}/finish',
    { says: 'Say that a task is done', returns: z.object({ doneOn: Day }) },
    finishTask,
  ),
  change('/plan/tasks/{id}/stop', { says: 'Stop a task', returns: Id }, stopTask),
  change('/plan/tasks/{id}/reopen', { says: 'Open a task again', returns: Id }, reopenTask),
  change(
    '/plan/tasks/{taskId}/milestones',
    { says: 'Add a step', returns: z.object({ taskId: z.uuid(), milestoneId: z.uuid() }) },
    addMilestone,
  ),
  change(
    '/plan/milestones/{id}/reach',
    { says: 'Say that a step is done', returns: z.object({ taskId: z.uuid(), doneOn: Day }) },
    reachMilestone,
  ),
  change(
    '/plan/tasks/{taskId}/funding',
    { says: 'Add a line of money', returns: z.object({ taskId: z.uuid(), fundingId: z.uuid() }) },
    addFunding,
  ),
  change(
    '/plan/funding/{id}/spend',
    { says: 'Say how much has been spent in all', returns: z.object({ taskId: z.uuid(), spent: z.number() }) },
    spendFunding,
  ),
]
