/** Directing for other systems: reminders, meetings, plans of units. */
import { scopeOf } from '#kernel/access.store.ts'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { z } from 'zod'
import { concludeMeeting, openMeeting, writeMinutes } from './meeting.commands.ts'
import { listMeetings } from './meeting.store.ts'
import { getPlan, listAsked, thingKinds } from '#modules/plan/public.ts'
import {
  acknowledgeReminder,
  answerReminder,
  closeReminder,
  readReminder,
  returnReminder,
  sendReminder,
} from './reminder.commands.ts'
import { reminderStates, stateOf } from './reminder.ts'
import { listReminders, reminderFilters } from './reminder.store.ts'
import {
  addOwn,
  askForPlans,
  changeItem,
  dropItem,
  openUnitPlan,
  publishUnitPlan,
  takeUp,
} from './unit-plan.commands.ts'
import { coverageOf, coverages, isUnitPlanLate } from './unit-plan.ts'

const Id = z.object({ id: z.uuid() })
const Code = z.object({ code: z.string() })

const ReminderView = z.object({
  id: z.uuid(),
  plan: z.string(),
  about: z.object({ kind: z.enum(thingKinds), id: z.uuid().nullable() }),
  unit: z.string().nullable(),
  sender: z.string().nullable(),
  wording: z.string(),
  answer: z.string().nullable(),
  state: z.enum(reminderStates),
  /** How far up the ladder it is; 0 is the unit's officer. */
  rung: z.int(),
  sentAt: z.iso.datetime(),
  answerDueOn: Day,
})

const MeetingView = z.object({
  id: z.uuid(),
  title: z.string(),
  heldOn: Day,
  place: z.string().nullable(),
  period: z.enum(['half_year', 'yearly']).nullable(),
  minutes: z.string().nullable(),
  version: z.int(),
  conclusions: z.int().nullable(),
  done: z.int().nullable(),
})

export const directionApi = [
  read(
    '/plan/reminders',
    {
      says: 'Reminders within reach: received by the unit, sent by it, or all',
      needs: 'plan.read',
      input: z.object({
        view: z.enum(['received', 'sent', 'all']).default('received'),
        state: z.enum(reminderFilters).optional(),
      }),
      returns: z.array(ReminderView),
    },
    async (ctx, { view, state }) => {
      const query = { view, state: state ?? null, unitId: null }
      const rows = await listReminders(ctx.db, await scopeOf(ctx), query, dayOf(ctx.now))
      return rows.map((r) => ({
        ...r,
        plan: r.planCode,
        about: { kind: r.thingKind, id: r.thingId },
        unit: r.unitName,
        sender: r.senderUnitName,
        state: stateOf(r),
        sentAt: r.sentAt.toISOString(),
      }))
    },
  ),
  change(
    '/plan/reminders',
    { says: 'Remind one or several units', returns: z.object({ ids: z.array(z.uuid()) }) },
    sendReminder,
  ),
  change('/plan/reminders/{id}/read', { says: 'Note that a reminder was opened', returns: Id }, readReminder),
  change('/plan/reminders/{id}/acknowledge', { says: 'Acknowledge a reminder', returns: Id }, acknowledgeReminder),
  change('/plan/reminders/{id}/answer', { says: 'Answer a reminder', returns: Id }, answerReminder),
  change(
    '/plan/reminders/{id}/return',
    { says: 'Send an answer back with a new deadline', returns: Id },
    returnReminder,
  ),
  change('/plan/reminders/{id}/close', { says: 'Close a reminder', returns: Id }, closeReminder),
  read(
    '/plan/plans/{plan}/meetings',
    {
      says: 'Meetings of the steering committee, the newest first',
      needs: 'plan.read',
      input: z.object({ plan: z.string(), ...Listing }),
      returns: listOfItems(MeetingView),
    },
    async (ctx, { plan, ...page }) =>
      sliceAfter(await listMeetings(ctx.db, (await getPlan(ctx.db, plan)).id), page, ({ id }) => id),
  ),
  change(
    '/plan/plans/{plan}/meetings',
    { says: 'Enter a meeting of the steering committee', returns: Id },
    openMeeting,
  ),
  change('/plan/plans/{plan}/meetings/{id}/minutes', { says: 'Write the minutes', returns: Id }, writeMinutes),
  change(
    '/plan/plans/{plan}/meetings/{id}/conclusions',
    { says: 'Give out a conclusion as a task', returns: Id.extend({ task: z.uuid(), ref: z.string() }) },
    concludeMeeting,
  ),
  read(
    '/plan/plans/{plan}/units',
    {
      says: 'Which units must make a plan of their own, and how each stands',
      needs: 'plan.read',
      input: z.object({ plan: z.string() }),
      returns: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          dueOn: Day,
          state: z.enum(coverages),
          isLate: z.boolean(),
          number: z.string().nullable(),
          publishedOn: Day.nullable(),
        }),
      ),
    },
    async (ctx, { plan }) => {
      const today = dayOf(ctx.now)
      const asked = await listAsked(ctx.db, (await getPlan(ctx.db, plan)).id, today)
      return asked.map((one) => ({
        ...one,
        unit: one.slug,
        state: coverageOf(one),
        isLate: isUnitPlanLate(one, today),
      }))
    },
  ),
  change(
    '/plan/plans/{plan}/units',
    { says: 'Ask units for a plan', returns: z.object({ units: z.array(z.int()) }) },
    askForPlans,
  ),
  change('/plan/plans/{plan}/units/{unit}/open', { says: 'Begin the plan of a unit', returns: Code }, openUnitPlan),
  change('/plan/plans/{plan}/units/{unit}/take-up', { says: 'Take up targets and tasks', returns: Code }, takeUp),
  change('/plan/plans/{plan}/units/{unit}/items', { says: 'Add a target or task of its own', returns: Code }, addOwn),
  change('/plan/plans/{plan}/units/{unit}/items/{item}/change', { says: 'Change an item', returns: Code }, changeItem),
  change('/plan/plans/{plan}/units/{unit}/items/{item}/drop', { says: 'Leave an item out', returns: Code }, dropItem),
  change(
    '/plan/plans/{plan}/units/{unit}/publish',
    { says: 'Publish the plan of a unit', returns: Code.extend({ no: z.int() }) },
    publishUnitPlan,
  ),
]
