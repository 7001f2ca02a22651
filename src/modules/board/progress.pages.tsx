/** What everybody may see: how the plan goes, in plain words, and its days as a calendar. */
import { calendarFeed } from '#kernel/ics.ts'
import { inLocale, say, t } from '#kernel/text.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { refuse } from '#kernel/problem.ts'
import { unitAsked } from './board.pages.tsx'
import { type Board, loadBoard } from './board-whole.store.ts'
import { listPlans, type PlanHead } from '#modules/plan/public.ts'
import { NoPlanPage, ProgressPage } from './progress.views.tsx'

/** The same bytes for everybody for so many seconds; a figure confirmed meanwhile shows a moment later. */
const sharedFor = 30

const isPublic = ({ state }: PlanHead) => state !== 'draft'

async function publicBoard(c: WebContext, code: string, unitId?: number): Promise<Board> {
  const board = await loadBoard(c.var.ctx, code, unitId)
  return isPublic(board.plan) ? board : refuse('missing', 'plan.missing')
}

/** The newest plan in force. */
async function newest(c: WebContext) {
  const plan = (await listPlans(c.var.ctx.db)).find(isPublic)
  return plan ? <ProgressPage {...(await publicBoard(c, plan.code))} /> : <NoPlanPage />
}

async function feed(c: WebContext) {
  const unit = await unitAsked(c)
  const { plan, days, names } = await publicBoard(c, c.req.param('code') ?? '', unit?.id)
  const base = new URL(c.req.url).origin
  const text = inLocale(c.var.locale, () =>
    calendarFeed(
      `${plan.number ?? ''} ${t('plan.board.by_day')}`,
      days.map(({ on, kind, ref, title, leadUnitId }) => ({
        uid: `${plan.id}-${kind}-${ref ?? on}@tien-giang-so`,
        on,
        title: `${say(`plan.board.kind_${kind}`)} ${ref ?? ''}: ${title}`,
        text: leadUnitId === null ? t('plan.board.all_units') : (names.get(leadUnitId)?.name ?? ''),
        href: `${base}/tien-do/${plan.code}`,
      })),
      c.var.ctx.now,
    ),
  )
  return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'public, max-age=3600' })
}

export const progressPages = [
  get('/tien-do', 'public', newest, { sharedFor }),
  get(
    '/tien-do/:code',
    'public',
    async (c) => <ProgressPage {...(await publicBoard(c, c.req.param('code') ?? ''))} />,
    { sharedFor },
  ),
  get('/tien-do/:code/lich.ics', 'public', feed),
]
