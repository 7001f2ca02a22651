import { scopeOf } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import { calendarOf } from '#kernel/calendar.store.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { formOf, type Returned, submit } from '#kernel/submit.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { climbAhead, ladderOn } from './ladder.ts'
import { directs } from './plan-reach.store.ts'
import { lineOf } from './recipient.store.ts'
import {
  acknowledgeReminder,
  answerReminder,
  closeReminder,
  partyOf,
  readReminder,
  returnReminder,
  sendReminder,
} from './reminder.commands.ts'
import {
  climbingOf,
  objectionToAcknowledge,
  objectionToAnswer,
  objectionToClose,
  objectionToReturn,
} from './reminder.ts'
import {
  getReminder,
  listReminders,
  listSteps,
  type ReminderFilter,
  reminderFilters,
  type ReminderQuery,
  type ReminderRow,
} from './reminder.store.ts'
import { deadlineFor, readDraft } from './reminder-draft.store.ts'
import { NewReminderPage, NoPlanPage } from './reminder-draft.views.tsx'
import { ReminderPage } from './reminder.views.tsx'
import { ReminderListPage } from './reminder-list.views.tsx'
import { findThing } from '#modules/plan/public.ts'

const path = '/ke-hoach/don-doc'
const here = (c: WebContext) => `${path}/${c.req.param('id')}`

async function mayView(ctx: Ctx, r: ReminderRow): Promise<boolean> {
  const { isOfUnit, isOfSender } = await partyOf(ctx, r)
  return isOfUnit || isOfSender || (await scopeOf(ctx)).includes(r.planLeadUnitId ?? 0)
}

const one = <T extends string>(of: readonly T[], typed: string | undefined) =>
  of.find((value) => value === typed) ?? null

async function listPage(c: WebContext) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const units = await listUnits(ctx.db, today)
  const scope = await scopeOf(ctx)
  const unit = units.find(({ slug }) => slug === c.req.query('don-vi'))
  const state = one<ReminderFilter>(reminderFilters, c.req.query('tinh-trang'))
  const maySend = may(ctx.actor, 'plan.remind')
  const view = one(['received', 'sent', 'all'] as const, c.req.query('xem')) ?? (maySend ? 'sent' : 'received')
  const query: ReminderQuery = { view, state, unitId: unit?.id ?? null }
  const rows = await listReminders(ctx.db, scope, query, today)
  return <ReminderListPage {...{ rows, query, today, units, maySend }} unit={unit?.slug ?? ''} />
}

async function newPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const draft = await readDraft(ctx, (name) => c.req.queries(name) ?? [])
  if (!draft) return <NoPlanPage />
  if (!(await directs(ctx, draft.plan)) && draft.units.length === 0) refuse('forbidden', 'plan.led_by_another_unit')
  const page = <NewReminderPage draft={draft} back={back} idempotencyKey={newId(ctx.now)} />
  return back ? { status: back.status, page } : page
}

/** The unit added from the long list goes with those that were ticked. */
async function send(c: WebContext) {
  const form = await formOf(c)
  const units = [...form.getAll('units'), ...form.getAll('other')].filter((typed) => typed !== '')
  const sent = await submit(c, sendReminder, { units })
  if (!sent.ok) return newPage(c, sent)
  const [first, ...rest] = sent.result.ids
  return rest.length || !first
    ? go(c, `${path}?xem=sent`, 'plan.reminder.sent_many')
    : go(c, `${path}/${first}`, 'plan.reminder.sent')
}

export type Backs = { answer?: Returned; closing?: Returned; returning?: Returned }

async function showPage(c: WebContext, backs: Backs = {}) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) refuse('missing', 'plan.reminder.missing')
  let r = await getReminder(ctx.db, id, today)
  if (!(await mayView(ctx, r))) refuse('forbidden', 'kernel.outside_your_unit')
  if (!r.readAt && r.unitId === ctx.actor.unitId && may(ctx.actor, 'plan.work')) {
    await perform(ctx, readReminder, { id })
    r = await getReminder(ctx.db, id, today)
  }
  const party = await partyOf(ctx, r)
  const works = may(ctx.actor, 'plan.work')
  const reminds = may(ctx.actor, 'plan.remind')
  const acts = {
    acknowledge: works && objectionToAcknowledge(r, party) === null,
    answer: works && objectionToAnswer(r, party) === null,
    close: reminds && objectionToClose(r, party) === null,
    giveBack: reminds && objectionToReturn(r, party) === null,
  }
  const page = (
    <ReminderPage
      {...{ r, today, acts, backs }}
      steps={await listSteps(ctx.db, id, today)}
      thing={r.thingId ? await findThing(ctx.db, r.thingKind, r.thingId) : null}
      ahead={await aheadOf(ctx, r, today)}
      newDeadline={acts.giveBack ? await deadlineFor(ctx, r.unitId) : today}
      idempotencyKey={newId(ctx.now)}
    />
  )
  const failed = backs.answer ?? backs.closing ?? backs.returning
  return failed ? { status: failed.status, page } : page
}

async function aheadOf(ctx: Ctx, r: ReminderRow, today: Day) {
  const ladder = ladderOn(dayOf(r.sentAt))
  const { line, above } = await lineOf(ctx.db, r.unitId, today)
  const climb = climbAhead(climbingOf(r, above !== null), await calendarOf(ctx.db, line), ladder)
  const who = climb && ladder.rungs[climb.rung]?.who
  return { now: ladder.rungs[r.rung]?.who ?? 'officer', next: climb && who ? { on: climb.on, who } : null, ladder }
}

const id = (c: WebContext) => ({ id: c.req.param('id') ?? '' })

export const reminderPages = [
  get(path, 'plan.read', listPage),
  get(`${path}/moi`, 'plan.remind', (c) => newPage(c)),
  post(`${path}/moi`, 'plan.remind', send),
  get(`${path}/:id`, 'plan.read', (c) => showPage(c)),
  post(`${path}/:id/nhan`, 'plan.work', async (c) => {
    const done = await submit(c, acknowledgeReminder, id(c))
    return done.ok ? go(c, here(c), 'plan.reminder.acknowledged') : showPage(c, { answer: done })
  }),
  post(`${path}/:id/tra-loi`, 'plan.work', async (c) => {
    const done = await submit(c, answerReminder, id(c))
    return done.ok ? go(c, here(c), 'plan.reminder.answered') : showPage(c, { answer: done })
  }),
  post(`${path}/:id/gui-lai`, 'plan.remind', async (c) => {
    const done = await submit(c, returnReminder, id(c))
    return done.ok ? go(c, here(c), 'plan.reminder.returned') : showPage(c, { returning: done })
  }),
  post(`${path}/:id/khep-lai`, 'plan.remind', async (c) => {
    const done = await submit(c, closeReminder, id(c))
    return done.ok ? go(c, here(c), 'plan.reminder.closed') : showPage(c, { closing: done })
  }),
]
