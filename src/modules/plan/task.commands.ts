/** Who does a task and until when; its end, its beginning again, its stop. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { mustStand, setCooperation } from './cooperation.store.ts'
import { writeNote } from './note.commands.ts'
import { openRisksOf } from './note.ts'
import { notesOf } from './note.store.ts'
import { listOf, OptionalUnitInput, UnitInput } from './number-input.ts'
import { objectionToAssign } from './standpoint.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { objectionToFinish, objectionToReopen, objectionToStop } from './task.ts'
import { holdTask, listMilestones, type Task, updateTask } from './task.store.ts'

const Reason = z.string().trim().min(5).max(2000)
const about = (_: unknown, { id }: { id: string }) => `plan.task/${id}`

/** Three empty boxes are no day. */
const isBlank = (sent: unknown): boolean =>
  sent === '' ||
  sent === null ||
  (typeof sent === 'object' && sent !== null && Object.values(sent).every((part) => part === ''))
const OptionalDay = z.preprocess((sent) => (isBlank(sent) ? undefined : sent), DayInput.optional())

export const assignTask = command({
  name: 'plan.task.assign',
  needs: 'plan.assign',
  input: z.object({
    id: z.uuid(),
    version: z.coerce.number().int(),
    leadUnitId: OptionalUnitInput,
    cooperating: listOf(UnitInput),
    startsOn: OptionalDay,
    dueOn: OptionalDay,
  }),
  run: async (ctx, { id, version, leadUnitId, cooperating, startsOn, dueOn }) => {
    const task = await holdTask(ctx.db, id)
    heed(objectionToAssign(await standpointOf(ctx, task)))
    if (task.version !== version) refuse('conflict', 'kernel.changed_meanwhile')
    const today = dayOf(ctx.now)
    if (leadUnitId !== null) await mustStand(ctx.db, 'leadUnitId', [leadUnitId], today)
    await mustStand(ctx.db, 'cooperating', cooperating, today)
    if (startsOn && dueOn && dueOn < startsOn) refuseField('dueOn', 'plan.task.due_before_start')
    const others = cooperating.filter((unitId) => unitId !== leadUnitId)
    await updateTask(ctx.db, id, { leadUnitId, startsOn: startsOn ?? null, dueOn: dueOn ?? null })
    await setCooperation(ctx.db, id, others)
    return { before: { leadUnitId: task.leadUnitId, dueOn: task.dueOn }, leadUnitId, dueOn: dueOn ?? null }
  },
  about,
  detail: (result) => result,
})

async function hold(ctx: Ctx, id: string) {
  const task = await holdTask(ctx.db, id)
  return { task, at: await standpointOf(ctx, task) }
}

const leftOf = async (ctx: Ctx, task: Task) => ({
  ...task,
  openMilestones: (await listMilestones(ctx.db, [task.id])).filter(({ doneOn }) => doneOn === null).length,
  openRisks: openRisksOf((await notesOf(ctx.db, [task.id])).get(task.id) ?? []).length,
})

export const finishTask = command({
  name: 'plan.task.finish',
  needs: 'plan.work',
  input: z.object({ id: z.uuid(), doneOn: DayInput, wording: z.string().trim().min(5).max(4000) }),
  run: async (ctx, { id, doneOn, wording }) => {
    const { task, at } = await hold(ctx, id)
    heed(objectionToFinish(at, await leftOf(ctx, task)))
    if (doneOn > dayOf(ctx.now)) refuseField('doneOn', 'plan.figure.not_yet')
    await updateTask(ctx.db, id, { doneOn })
    await writeNote(ctx, id, { kind: 'progress', wording, shareDone: 100 })
    return { doneOn }
  },
  about,
  detail: (result) => result,
})

export const stopTask = command({
  name: 'plan.task.stop',
  needs: 'plan.work',
  input: z.object({ id: z.uuid(), reason: Reason }),
  run: async (ctx, { id, reason }) => {
    const { task, at } = await hold(ctx, id)
    heed(objectionToStop(at, task))
    await updateTask(ctx.db, id, { stoppedOn: dayOf(ctx.now) })
    await writeNote(ctx, id, { kind: 'progress', wording: reason })
    return { id }
  },
  about,
  detail: (_, { reason }) => ({ reason }),
})

export const reopenTask = command({
  name: 'plan.task.reopen',
  needs: 'plan.work',
  input: z.object({ id: z.uuid(), reason: Reason }),
  run: async (ctx, { id, reason }) => {
    const { task, at } = await hold(ctx, id)
    heed(objectionToReopen(at, task))
    await updateTask(ctx.db, id, { doneOn: null, stoppedOn: null })
    await writeNote(ctx, id, { kind: 'progress', wording: reason })
    return { id }
  },
  about,
  detail: (_, { reason }) => ({ reason }),
})

export const taskCommands = [assignTask, finishTask, stopTask, reopenTask] as const
