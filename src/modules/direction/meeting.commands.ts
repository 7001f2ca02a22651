import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { notify } from '#kernel/notice.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { dayText } from '#ui/figures.ts'
import { shortened } from '#ui/title.ts'
import { listed } from './listed.ts'
import { meetingPeriods, nextConclusionRef, objectionToConclude, objectionToConclusionDay } from './meeting.ts'
import { getPlan, insertConclusion, listRefs } from '#modules/plan/public.ts'
import { holdMeeting, insertMeeting, listMeetings, updateMeeting } from './meeting.store.ts'
import { mustDirect } from './plan-reach.store.ts'

async function enter(ctx: Ctx, code: string) {
  const plan = await getPlan(ctx.db, code)
  await mustDirect(ctx, plan)
  return plan
}

const text = (length: number) => z.string().trim().max(length)
const orNull = (typed: string) => typed || null
const Head = z.object({
  plan: z.string(),
  title: text(300).min(1),
  heldOn: DayInput,
  place: text(300).default('').transform(orNull),
})
const about = ({ id }: { id: string }) => `plan.meeting/${id}`

export const openMeeting = command({
  name: 'plan.meeting.open',
  needs: 'plan.meet',
  input: Head.extend({ period: z.union([z.literal('').transform(() => null), z.enum(meetingPeriods)]).default(null) }),
  run: async (ctx, { plan: code, ...meeting }) => {
    const { id: planId, state } = await enter(ctx, code)
    if (state !== 'published') refuse('conflict', 'plan.meeting.plan_not_published')
    const taken = (await listMeetings(ctx.db, planId)).some(
      ({ period }) => period !== null && period === meeting.period,
    )
    if (taken) refuseField('period', 'plan.meeting.period_taken')
    return { id: await insertMeeting(ctx, { ...meeting, planId }) }
  },
  about,
})

export const writeMinutes = command({
  name: 'plan.meeting.write',
  needs: 'plan.meet',
  input: Head.extend({
    id: z.uuid(),
    version: z.coerce.number().int(),
    minutes: text(20_000).default('').transform(orNull),
  }),
  run: async (ctx, { plan, id, version, ...change }) => {
    const held = await holdMeeting(ctx.db, (await enter(ctx, plan)).id, id)
    if (held.version !== version) refuse('conflict', 'kernel.changed_meanwhile')
    await updateMeeting(ctx.db, id, change)
    return { id }
  },
  about,
})

/** A conclusion is a task of the plan: it appears in the work of the unit that leads it, and is followed there. */
export const concludeMeeting = command({
  name: 'plan.meeting.conclude',
  needs: 'plan.meet',
  input: z.object({
    plan: z.string(),
    id: z.uuid(),
    wording: text(4000).min(1),
    lead: z.string().min(1),
    cooperating: z.preprocess((typed) => listed(typed) ?? [], z.array(z.string()).max(100)),
    dueOn: DayInput,
  }),
  run: async (ctx, { plan, id, wording, lead, cooperating, dueOn }) => {
    const { id: planId } = await enter(ctx, plan)
    const { heldOn, title } = await holdMeeting(ctx.db, planId, id)
    const today = dayOf(ctx.now)
    const tooEarly = objectionToConclude(heldOn, today)
    if (tooEarly) refuse('conflict', tooEarly)
    const badDay = objectionToConclusionDay(dueOn, heldOn)
    if (badDay) refuseField('dueOn', badDay)
    const { id: leadUnitId } = await getUnit(ctx.db, lead, today)
    const others: number[] = []
    for (const slug of new Set(cooperating)) others.push((await getUnit(ctx.db, slug, today)).id)
    const ref = nextConclusionRef(heldOn, await listRefs(ctx.db, planId))
    const task = { ref, heading: title, wording, leadUnitId, startsOn: heldOn, dueOn }
    const taskId = await insertConclusion(
      ctx,
      { planId, meetingId: id },
      task,
      others.filter((unitId) => unitId !== leadUnitId),
    )
    await notify(ctx, {
      to: { unitId: leadUnitId, permission: 'plan.work' },
      key: 'plan.meeting.notice.concluded',
      params: { on: dayText(dueOn), wording: shortened(wording) },
      href: `/ke-hoach/${encodeURIComponent(plan)}/nhiem-vu/${encodeURIComponent(ref)}`,
      mail: true,
    })
    return { id, task: taskId, ref }
  },
  about: ({ task }) => `plan.task/${task}`,
})

export const meetingCommands = [openMeeting, writeMinutes, concludeMeeting]
