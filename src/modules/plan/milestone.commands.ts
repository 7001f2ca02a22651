/** The steps of a task, and the money for it. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { MoneyInput } from './number-input.ts'
import { standpointOf, heed } from './standpoint.store.ts'
import { objectionToChange } from './task.ts'
import {
  holdFunding,
  holdMilestone,
  holdTask,
  insertFunding,
  insertMilestone,
  updateFunding,
  updateMilestone,
} from './task.store.ts'

async function enter(ctx: Ctx, taskId: string) {
  const task = await holdTask(ctx.db, taskId)
  heed(objectionToChange(await standpointOf(ctx, task), task))
}

const about = ({ taskId }: { taskId: string }) => `plan.task/${taskId}`

export const addMilestone = command({
  name: 'plan.milestone.add',
  needs: 'plan.work',
  input: z.object({ taskId: z.uuid(), title: z.string().trim().min(3).max(300), dueOn: DayInput }),
  run: async (ctx, { taskId, title, dueOn }) => {
    await enter(ctx, taskId)
    const id = newId(ctx.now)
    await insertMilestone(ctx.db, { id, taskId, title, dueOn })
    return { taskId, milestoneId: id }
  },
  about,
  detail: ({ milestoneId }, { title, dueOn }) => ({ milestoneId, title, dueOn }),
})

export const reachMilestone = command({
  name: 'plan.milestone.reach',
  needs: 'plan.work',
  input: z.object({ id: z.uuid(), doneOn: DayInput }),
  run: async (ctx, { id, doneOn }) => {
    const { taskId, title, doneOn: before } = await holdMilestone(ctx.db, id)
    await enter(ctx, taskId)
    if (before !== null) refuse('conflict', 'plan.task.milestone_reached_already')
    if (doneOn > dayOf(ctx.now)) refuseField('doneOn', 'plan.figure.not_yet')
    await updateMilestone(ctx.db, id, { doneOn })
    return { taskId, title, doneOn }
  },
  about,
  detail: (result) => result,
})

export const addFunding = command({
  name: 'plan.funding.add',
  needs: 'plan.work',
  input: z.object({
    taskId: z.uuid(),
    source: z.string().trim().min(2).max(200),
    amount: MoneyInput,
    note: z.string().trim().max(500).default(''),
  }),
  run: async (ctx, { taskId, source, amount, note }) => {
    await enter(ctx, taskId)
    const id = newId(ctx.now)
    await insertFunding(ctx.db, { id, taskId, source, amount, note: note || null })
    return { taskId, fundingId: id }
  },
  about,
  detail: ({ fundingId }, { source, amount }) => ({ fundingId, source, amount }),
})

/** `spent`: all that has been spent up to now, not what is added. More than was planned is said, not refused. */
export const spendFunding = command({
  name: 'plan.funding.spend',
  needs: 'plan.work',
  input: z.object({ id: z.uuid(), spent: MoneyInput }),
  run: async (ctx, { id, spent }) => {
    const { taskId, source, spent: before } = await holdFunding(ctx.db, id)
    await enter(ctx, taskId)
    await updateFunding(ctx.db, id, { spent })
    return { taskId, source, before, spent }
  },
  about,
  detail: (result) => result,
})

export const milestoneCommands = [addMilestone, reachMilestone, addFunding, spendFunding] as const
