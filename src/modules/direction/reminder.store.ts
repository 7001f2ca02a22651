import type { Scope } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import type { Insertable, Updateable } from 'kysely'
import { idsOfPlansInForce, idsOfPlansLedBy, plansById, type ThingKind } from '#modules/plan/public.ts'
import type { StepKind } from './reminder.ts'

/** Units bear the name they have on `on`, those that have ended the last one they had. */
const reminders = (db: Db, on: Day) =>
  db
    .selectFrom('direction.reminder as r')
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
    .select((c) => c.ref('r.thingKind').$castTo<ThingKind>().as('thingKind'))
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

type Bare = Awaited<ReturnType<ReturnType<typeof reminders>['execute']>>[number]

/** With the plan each is about. */
async function withPlans(db: Db, rows: readonly Bare[]) {
  const plans = await plansById(
    db,
    rows.map(({ planId }) => planId),
  )
  return rows.flatMap((row) => {
    const plan = plans.get(row.planId)
    if (!plan) return []
    const { code, number, title, leadUnitId } = plan
    return [{ ...row, planCode: code, planNumber: number, planTitle: title, planLeadUnitId: leadUnitId }]
  })
}

export type ReminderRow = Awaited<ReturnType<typeof withPlans>>[number]

const findReminder = async (db: Db, id: string, on: Day): Promise<ReminderRow | undefined> =>
  (await withPlans(db, await reminders(db, on).where('r.id', '=', id).execute()))[0]

export const getReminder = async (db: Db, id: string, on: Day): Promise<ReminderRow> =>
  (await findReminder(db, id, on)) ?? refuse('missing', 'plan.reminder.missing')

/** As `getReminder`; and nobody else changes it until this transaction ends. */
export async function holdReminder(db: Db, id: string, on: Day): Promise<ReminderRow> {
  await db.selectFrom('direction.reminder').select('id').where('id', '=', id).forUpdate().execute()
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
  const led = view === 'all' ? await idsOfPlansLedBy(db, scope) : []
  const rows = await reminders(db, today)
    .where((where) => {
      const received = where('r.unitId', 'in', scope)
      const sent = where('r.senderUnitId', 'in', scope)
      if (view === 'received') return received
      if (view === 'sent') return sent
      return where.or([received, sent, ...(led.length ? [where('r.planId', 'in', led)] : [])])
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
  return withPlans(db, rows)
}

/** What still waits for the unit, with the days the ladder counts from; of plans in force. */
export async function listUnanswered(db: Db): Promise<{ id: string }[]> {
  const inForce = await idsOfPlansInForce(db)
  if (inForce.length === 0) return []
  return db
    .selectFrom('direction.reminder')
    .select('id')
    .where('answeredAt', 'is', null)
    .where('closedAt', 'is', null)
    .where('planId', 'in', inForce)
    .orderBy('id')
    .execute()
}

export type NewReminder = Omit<Insertable<Tables['direction.reminder']>, 'id' | 'sentAt' | 'sentBy' | 'senderUnitId'>

export async function insertReminder(ctx: Ctx, row: NewReminder): Promise<string> {
  const id = newId(ctx.now)
  const { accountId: sentBy, unitId: senderUnitId } = ctx.actor
  await ctx.db
    .insertInto('direction.reminder')
    .values({ ...row, id, sentAt: ctx.now, sentBy, senderUnitId })
    .execute()
  return id
}

export const updateReminder = (db: Db, id: string, change: Updateable<Tables['direction.reminder']>) =>
  db.updateTable('direction.reminder').set(change).where('id', '=', id).execute()

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
    .insertInto('direction.reminder_step')
    .values({ ...row, told: JSON.stringify(told) })
    .execute()
}

/** The newest first. `told` are names. */
export async function listSteps(db: Db, reminderId: string, on: Day) {
  const steps = await db
    .selectFrom('direction.reminder_step as s')
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
