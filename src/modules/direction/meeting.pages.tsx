import { may } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { concludeMeeting, openMeeting, writeMinutes } from './meeting.commands.ts'
import { meetingPeriods, meetingsAsked, objectionToConclude } from './meeting.ts'
import { getPlan, listConclusions, listMeetingDuties, type PlanHead } from '#modules/plan/public.ts'
import { getMeeting, listMeetings } from './meeting.store.ts'
import { MeetingListPage, NewMeetingPage } from './meeting.views.tsx'
import { MeetingPage } from './meeting-page.views.tsx'
import { directs } from './plan-reach.store.ts'

const codeOf = (c: WebContext) => c.req.param('code') ?? ''
const idOf = (c: WebContext) => c.req.param('id') ?? ''
const path = (c: WebContext) => `/ke-hoach/${encodeURIComponent(codeOf(c))}/hop`

const mayMeet = async (ctx: Ctx, plan: PlanHead) =>
  may(ctx.actor, 'plan.meet') && plan.state === 'published' && (await directs(ctx, plan))

async function listPage(c: WebContext) {
  const { ctx } = c.var
  const plan = await getPlan(ctx.db, codeOf(c))
  const { duties, dated } = await listMeetingDuties(ctx.db, plan.id)
  return (
    <MeetingListPage
      plan={plan}
      today={dayOf(ctx.now)}
      asked={meetingsAsked(plan.year, duties, dated)}
      meetings={await listMeetings(ctx.db, plan.id)}
      mayMeet={await mayMeet(ctx, plan)}
    />
  )
}

async function newPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const plan = await getPlan(ctx.db, codeOf(c))
  if (!(await directs(ctx, plan))) refuse('forbidden', 'plan.led_by_another_unit')
  const taken = (await listMeetings(ctx.db, plan.id)).map(({ period }) => period)
  const page = (
    <NewMeetingPage
      {...{ plan, back }}
      today={dayOf(ctx.now)}
      free={meetingPeriods.filter((period) => !taken.includes(period))}
      period={c.req.query('ky') ?? ''}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

async function showPage(c: WebContext, backs: { minutes?: Returned; conclusion?: Returned } = {}) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const plan = await getPlan(ctx.db, codeOf(c))
  if (!/^[0-9a-f-]{36}$/.test(idOf(c))) refuse('missing', 'plan.meeting.missing')
  const meeting = await getMeeting(ctx.db, plan.id, idOf(c))
  const meets = await mayMeet(ctx, plan)
  const page = (
    <MeetingPage
      {...{ plan, meeting, backs, today }}
      acts={{
        write: meets,
        conclude: meets && objectionToConclude(meeting.heldOn, today) === null,
        remind: may(ctx.actor, 'plan.remind') && plan.state === 'published' && (await directs(ctx, plan)),
      }}
      conclusions={await listConclusions(ctx.db, meeting.id, today)}
      units={meets ? await listUnits(ctx.db, today) : []}
      idempotencyKey={newId(ctx.now)}
    />
  )
  const failed = backs.minutes ?? backs.conclusion
  return failed ? { status: failed.status, page } : page
}

export const meetingPages = [
  get('/ke-hoach/:code/hop', 'plan.read', listPage),
  get('/ke-hoach/:code/hop/moi', 'plan.meet', (c) => newPage(c)),
  post('/ke-hoach/:code/hop/moi', 'plan.meet', async (c) => {
    const done = await submit(c, openMeeting, { plan: codeOf(c) })
    return done.ok ? go(c, `${path(c)}/${done.result.id}`, 'plan.meeting.opened') : newPage(c, done)
  }),
  get('/ke-hoach/:code/hop/:id', 'plan.read', (c) => showPage(c)),
  post('/ke-hoach/:code/hop/:id/bien-ban', 'plan.meet', async (c) => {
    const done = await submit(c, writeMinutes, { plan: codeOf(c), id: idOf(c) })
    return done.ok ? go(c, `${path(c)}/${idOf(c)}`, 'plan.meeting.saved') : showPage(c, { minutes: done })
  }),
  post('/ke-hoach/:code/hop/:id/ket-luan', 'plan.meet', async (c) => {
    const done = await submit(c, concludeMeeting, { plan: codeOf(c), id: idOf(c) })
    return done.ok ? go(c, `${path(c)}/${idOf(c)}`, 'plan.meeting.concluded') : showPage(c, { conclusion: done })
  }),
]
