import { z } from 'zod'
import { reaches } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { notify } from '#kernel/notice.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { dayText } from '#ui/figures.ts'
import { shortened } from '#ui/title.ts'
import { ladderOn } from './ladder.ts'
import { listed } from './listed.ts'
import { mustDirectUnit } from './plan-reach.store.ts'
import { getPlan, listThings, thingKinds } from '#modules/plan/public.ts'
import {
  needsReasonToClose,
  objectionToAcknowledge,
  objectionToAnswer,
  objectionToClose,
  objectionToDeadline,
  objectionToReturn,
  type Party,
  type Reminder,
} from './reminder.ts'
import { holdReminder, insertReminder, insertStep, type ReminderRow, updateReminder } from './reminder.store.ts'

const about = ({ id }: { id: string }) => `plan.reminder/${id}`
const hrefOf = (id: string) => `/ke-hoach/don-doc/${id}`
const Wording = z.string().trim().min(1).max(2000)
const Ids = z.preprocess(listed, z.array(z.coerce.number().int().positive()).max(300))
/** `task:0197…`; nothing is the plan as a whole. */
const ThingInput = z
  .templateLiteral([z.enum(thingKinds), ':', z.uuid()])
  .or(z.literal(''))
  .default('')

/** Which side of a reminder the actor is on. */
export const partyOf = async (ctx: Ctx, r: ReminderRow): Promise<Party> => ({
  isOfUnit: await reaches(ctx, r.unitId),
  isOfSender: r.senderUnitId !== null && (await reaches(ctx, r.senderUnitId)),
})

function mustBeInTime(answerDueOn: Day, ctx: Ctx) {
  const objection = objectionToDeadline(answerDueOn, dayOf(ctx.now))
  if (objection) refuseField('answerDueOn', objection)
}

async function thingOf(ctx: Ctx, planId: string, typed: z.output<typeof ThingInput>) {
  if (typed === '') return { thingKind: 'plan', thingId: null }
  const [thingKind = '', thingId = ''] = typed.split(':')
  const found = (await listThings(ctx.db, planId)).some(({ kind, id }) => kind === thingKind && id === thingId)
  return found ? { thingKind, thingId } : refuseField('thing', 'input.not_offered')
}

/** One reminder for each unit, so that each answers for itself. */
export const sendReminder = command({
  name: 'plan.reminder.send',
  needs: 'plan.remind',
  input: z.object({
    plan: z.string(),
    thing: ThingInput,
    units: Ids,
    wording: Wording,
    answerDueOn: DayInput,
  }),
  run: async (ctx, { plan: code, thing, units, wording, answerDueOn }) => {
    const plan = await getPlan(ctx.db, code)
    if (plan.state !== 'published') refuse('conflict', 'plan.reminder.no_plan')
    mustBeInTime(answerDueOn, ctx)
    const what = await thingOf(ctx, plan.id, thing)
    const [officers] = ladderOn(dayOf(ctx.now)).rungs
    const ids: string[] = []
    for (const unitId of new Set(units)) {
      await mustDirectUnit(ctx, plan, unitId)
      const id = await insertReminder(ctx, { planId: plan.id, ...what, unitId, wording, answerDueOn })
      const to = { unitId, permission: officers?.permission ?? 'plan.work' }
      const params = { on: dayText(answerDueOn), wording: shortened(wording) }
      const told = await notify(ctx, { to, key: 'plan.reminder.notice.sent', params, href: hrefOf(id), mail: true })
      await insertStep(ctx, id, 'sent', { wording, dueOn: answerDueOn, told })
      ids.push(id)
    }
    return { ids }
  },
  about: ({ ids }, { plan }) => (ids.length === 1 && ids[0] ? about({ id: ids[0] }) : `plan.plan/${plan}`),
})

type Objection = (r: Reminder, party: Party) => Key | null

async function held(ctx: Ctx, id: string, objection: Objection): Promise<ReminderRow> {
  const reminder = await holdReminder(ctx.db, id, dayOf(ctx.now))
  const party = await partyOf(ctx, reminder)
  const key = objection(reminder, party)
  const isTheirs = party.isOfUnit || party.isOfSender
  return key ? refuse(isTheirs && key !== 'plan.reminder.of_another_sender' ? 'conflict' : 'forbidden', key) : reminder
}

const One = z.object({ id: z.uuid() })

/** The first time that somebody of the unit opens it; later ones change nothing. */
export const readReminder = command({
  name: 'plan.reminder.read',
  needs: 'plan.work',
  input: One,
  run: async (ctx, { id }) => {
    const reminder = await holdReminder(ctx.db, id, dayOf(ctx.now))
    if (reminder.unitId !== ctx.actor.unitId || reminder.readAt) return { id }
    await updateReminder(ctx.db, id, { readAt: ctx.now })
    await insertStep(ctx, id, 'read')
    return { id }
  },
  about,
})

export const acknowledgeReminder = command({
  name: 'plan.reminder.acknowledge',
  needs: 'plan.work',
  input: One,
  run: async (ctx, { id }) => {
    await held(ctx, id, objectionToAcknowledge)
    await updateReminder(ctx.db, id, { acknowledgedAt: ctx.now, acknowledgedBy: ctx.actor.accountId })
    await insertStep(ctx, id, 'acknowledged')
    return { id }
  },
  about,
})

export const answerReminder = command({
  name: 'plan.reminder.answer',
  needs: 'plan.work',
  input: One.extend({ answer: Wording }),
  run: async (ctx, { id, answer }) => {
    const { acknowledgedAt, sentBy, unitName, wording } = await held(ctx, id, objectionToAnswer)
    const heard = acknowledgedAt ? {} : { acknowledgedAt: ctx.now, acknowledgedBy: ctx.actor.accountId }
    await updateReminder(ctx.db, id, { answer, answeredAt: ctx.now, ...heard })
    await insertStep(ctx, id, 'answered', { wording: answer })
    const params = { unit: unitName ?? '', wording: shortened(wording) }
    await notify(ctx, { to: sentBy ? [sentBy] : [], key: 'plan.reminder.notice.answered', params, href: hrefOf(id) })
    return { id }
  },
  about,
})

/** The answer does not do: the unit owes another, by a new day. What has climbed stays where it is. */
export const returnReminder = command({
  name: 'plan.reminder.return',
  needs: 'plan.remind',
  input: One.extend({ wording: Wording, answerDueOn: DayInput }),
  run: async (ctx, { id, wording, answerDueOn }) => {
    const { unitId } = await held(ctx, id, objectionToReturn)
    mustBeInTime(answerDueOn, ctx)
    await updateReminder(ctx.db, id, { answer: null, answeredAt: null, answerDueOn })
    await insertStep(ctx, id, 'returned', { wording, dueOn: answerDueOn })
    const to = { unitId, permission: 'plan.work' }
    const params = { on: dayText(answerDueOn), wording: shortened(wording) }
    await notify(ctx, { to, key: 'plan.reminder.notice.returned', params, href: hrefOf(id), mail: true })
    return { id }
  },
  about,
})

export const closeReminder = command({
  name: 'plan.reminder.close',
  needs: 'plan.remind',
  input: One.extend({ wording: z.string().trim().max(2000).default('') }),
  run: async (ctx, { id, wording }) => {
    const reminder = await held(ctx, id, objectionToClose)
    if (needsReasonToClose(reminder) && !wording) refuseField('wording', 'plan.reminder.close_needs_reason')
    await updateReminder(ctx.db, id, { closedAt: ctx.now })
    await insertStep(ctx, id, 'closed', { wording: wording || null })
    return { id }
  },
  about,
})

export const reminderCommands = [
  sendReminder,
  readReminder,
  acknowledgeReminder,
  answerReminder,
  returnReminder,
  closeReminder,
]
