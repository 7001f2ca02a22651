import type { Scope } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import type { Insertable, Updateable } from 'kysely'
import type { ReminderThing, StepKind } from './reminder.ts'

/** Units bear the name they have on `on`, those that have ended the last one they had. */
const reminders = (db: Db, on: Day) =>
  db
    .selectFrom('plan.reminder as r')
    .innerJoin('plan.plan as p', 'p.id', 'r.planId')
    .leftJoin('kernel.account as a', 'a.id', 'r.sentBy')
    .select([
      'r.id',
      'r.planId',
      'r.thingId',
      'r.unitId',
      'r.senderUnitId',
      'r.sentBy',
      'r.wording',
      'r.sentAt',
      'r.answerDueOn',
    ])
    .select(['r.acknowledgedAt', 'r.answer', 'r.answeredAt', 'r.closedAt', 'r.rung', 'r.readAt', 'r.climbedOn'])
    .select(['p.code as planCode', 'p.number as planNumber', 'p.title as planTitle', 'p.leadUnitId as planLeadUnitId'])
    .select((c) => c.ref('r.thingKind').$castTo<ReminderThing>().as('thingKind'))
    .select(['a.name as senderName'])
    .select((c) =>
      (['r.unitId', 'r.senderUnitId'] as const).map((ref) =>
        c
          .selectFrom('kernel.unit_version as v')
          .select('v.name')
          .whereRef('v.unitId', '=', ref)
          .where('v.validFrom', '<=', on)
          .orderBy('v.validFrom', 'desc')
          .limit(1)
          .as(ref === 'r.unitId' ? 'unitName' : 'senderUnitName'),
      ),
    )

export type ReminderRow = Awaited<ReturnType<typeof findReminder>> & object

const findReminder = (db: Db, id: string, on: Day) => reminders(db, on).where('r.id', '=', id).executeTakeFirst()

export const getReminder = async (db: Db, id: string, on: Day): Promise<ReminderRow> =>
  (await findReminder(db, id, on)) ?? refuse('missing', 'plan.reminder.missing')

/** As `getReminder`; and nobody else changes it until this transaction ends. */
export async function holdReminder(db: Db, id: string, on: Day): Promise<ReminderRow> {
  await db.selectFrom('plan.reminder').select('id').where('id', '=', id).forUpdate().execute()
  return getReminder(db, id, on)
}

export const reminderFilters = ['open', 'late', 'sent', 'acknowledged', 'answered', 'closed'] as const
export type ReminderFilter = (typeof reminderFilters)[number]

export type ReminderQuery = {
  /** `received`: by these units; `sent`: by them to whomever; `all`: either, or under a plan that they lead. */
  readonly view: 'received' | 'sent' | 'all'
  readonly state: ReminderFilter | null
  readonly unitId: number | null
}

const mostShown = 200

/** Late ones first, then by deadline; closed ones last. */
export async function listReminders(db: Db, scope: Scope, query: ReminderQuery, today: Day): Promise<ReminderRow[]> {
  if (scope.length === 0) return []
  const { view, state, unitId } = query
  return reminders(db, today)
    .where((where) => {
      const received = where('r.unitId', 'in', scope)
      const sent = where('r.senderUnitId', 'in', scope)
      if (view === 'received') return received
      return view === 'sent' ? sent : where.or([received, sent, where('p.leadUnitId', 'in', scope)])
    })
    .$if(unitId !== null, (query) => query.where('r.unitId', '=', unitId ?? 0))
    .where((where) => {
      const unanswered = [where('r.answeredAt', 'is', null), where('r.closedAt', 'is', null)]
      if (state === 'open') return where('r.closedAt', 'is', null)
      if (state === 'late') return where.and([...unanswered, where('r.answerDueOn', '<', today)])
      if (state === 'sent') return where.and([...unanswered, where('r.acknowledgedAt', 'is', null)])
      if (state === 'acknowledged') return where.and([...unanswered, where('r.acknowledgedAt', 'is not', null)])
      if (state === 'answered')
        return where.and([where('r.answeredAt', 'is not', null), where('r.closedAt', 'is', null)])
      return state === 'closed' ? where('r.closedAt', 'is not', null) : where.and([])
    })
    .orderBy((c) =>
      c.case().when('r.closedAt', 'is not', null).then(2).when('r.answeredAt', 'is not', null).then(1).else(0).end(),
    )
    .orderBy('r.answerDueOn')
    .orderBy('r.id')
    .limit(mostShown)
    .execute()
}

/** What still waits for the unit, with the days the ladder counts from; of plans in force. */
export const listUnanswered = (db: Db) =>
  db
    .selectFrom('plan.reminder as r')
    .innerJoin('plan.plan as p', 'p.id', 'r.planId')
    .select('r.id')
    .where('r.answeredAt', 'is', null)
    .where('r.closedAt', 'is', null)
    .where('p.state', '=', 'published')
    .orderBy('r.id')
    .execute()

export type NewReminder = Omit<Insertable<Tables['plan.reminder']>, 'id' | 'sentAt' | 'sentBy' | 'senderUnitId'>

export async function insertReminder(ctx: Ctx, row: NewReminder): Promise<string> {
  const id = newId(ctx.now)
  const { accountId: sentBy, unitId: senderUnitId } = ctx.actor
  await ctx.db
    .insertInto('plan.reminder')
    .values({ ...row, id, sentAt: ctx.now, sentBy, senderUnitId })
    .execute()
  return id
}

export const updateReminder = (db: Db, id: string, change: Updateable<Tables['plan.reminder']>) =>
  db.updateTable('plan.reminder').set(change).where('id', '=', id).execute()

export type NewStep = {
  unitId?: number | null
  wording?: string | null
  dueOn?: Day
  rung?: number
  told?: readonly string[]
}

/** `told`: accounts. */
export async function insertStep(ctx: Ctx, reminderId: string, kind: StepKind, step: NewStep = {}): Promise<void> {
  const { told = [], unitId = ctx.actor.unitId, ...more } = step
  const row = { id: newId(ctx.now), reminderId, at: ctx.now, kind, accountId: ctx.actor.accountId, unitId, ...more }
  await ctx.db
    .insertInto('plan.reminder_step')
    .values({ ...row, told: JSON.stringify(told) })
    .execute()
}

/** The newest first. `told` are names. */
export async function listSteps(db: Db, reminderId: string, on: Day) {
  const steps = await db
    .selectFrom('plan.reminder_step as s')
    .leftJoin('kernel.account as a', 'a.id', 's.accountId')
    .select(['s.at', 's.wording', 's.dueOn', 's.rung', 'a.name'])
    .select((c) => [c.ref('s.kind').$castTo<StepKind>().as('kind'), c.ref('s.told').$castTo<string[]>().as('told')])
    .select((c) =>
      c
        .selectFrom('kernel.unit_version as v')
        .select('v.name')
        .whereRef('v.unitId', '=', 's.unitId')
        .where('v.validFrom', '<=', on)
        .orderBy('v.validFrom', 'desc')
        .limit(1)
        .as('unitName'),
    )
    .where('s.reminderId', '=', reminderId)
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  const ids = [...new Set(steps.flatMap(({ told }) => told))]
  const people = ids.length
    ? await db.selectFrom('kernel.account').select(['id', 'name']).where('id', 'in', ids).execute()
    : []
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return steps.map((step) => ({ ...step, told: step.told.map((id) => nameOf.get(id) ?? '') }))
}
export type StepRow = Awaited<ReturnType<typeof listSteps>>[number]
