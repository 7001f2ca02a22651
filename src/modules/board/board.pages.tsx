/** The board for those who work on the plan. One address, three views; the query says which. */
import { isFileKind, tableFile } from '#kernel/table-file.ts'
import { inLocale, say, t } from '#kernel/text.ts'
import { dayOf, daysBetween, day } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { refuse } from '#kernel/problem.ts'
import { may } from '#kernel/access.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Chips } from '#ui/chips.tsx'
import { byUnit } from './board.ts'
import { type Board, loadBoard } from './board-whole.store.ts'
import { dayTable, targetTable, unitTable } from './board-file.ts'
import { Days, Units } from './board-list.views.tsx'
import { type BoardPlan, Decisions, Overview, Pillars } from './board.views.tsx'
import {
  confirmedOf,
  crumbsOf,
  getPlan,
  pathOf,
  type PlanHead,
  PlanTabs,
  type Standing,
  standings,
  type StatusRule,
  statusRuleOn,
  unitNames,
} from '#modules/plan/public.ts'
import { placesOf } from './place.ts'
import { Places } from './place.views.tsx'

const views = ['linh-vuc', 'don-vi', 'thoi-han'] as const
type View = (typeof views)[number]

const isStanding = (text: string | undefined): text is Standing => standings.some((one) => one === text)

type BoardPageProps = Board & {
  view: View
  standing: Standing | null
  unit: { name: string; slug: string } | null
  mayRemind: boolean
  places: ReturnType<typeof placesOf> | null
}

function BoardPage(props: BoardPageProps) {
  const { plan, targets, tasks, days, names, today, view, standing, unit, mayRemind, places } = props
  const here = pathOf(plan)
  const shown = standing ? targets.filter((one) => one.standing === standing) : targets
  const share = Math.round((daysBetween(day(`${plan.year}-01-01`), today) / 365) * 100)
  return (
    <Desk
      title={t('plan.board.heading', { targets: targets.length, tasks: tasks.length, year: String(plan.year) })}
      eyebrow={
        plan.issuedOn ? t('plan.board.eyebrow', { number: plan.number ?? '', on: dayText(plan.issuedOn) }) : plan.number
      }
      lead={t('plan.board.lead_line', { on: dayText(today), share: Math.min(100, Math.max(0, share)) })}
      crumbs={crumbsOf(plan, t('plan.part.board'))}
      tabs={<PlanTabs plan={plan} part="" />}
      actions={
        mayRemind && (
          <LinkButton icon="bell" href={`/ke-hoach/don-doc/moi?ke-hoach=${encodeURIComponent(plan.code)}`}>
            {t('plan.board.remind')}
          </LinkButton>
        )
      }
    >
      <div class="tg-stack">
        {unit && <Only what={unit.name} all={here} />}
        <div class="tg-cols tg-cols-2 tg-gap-sm">
          <Overview plan={plan} targets={targets} tasks={tasks} from={addressOf(here, 'linh-vuc', unit)} />
          <Decisions plan={plan} targets={targets} names={names} mayRemind={mayRemind} />
        </div>
        <div id="chi-tieu">
          <Chips
            label={t('plan.board.views')}
            of={views.map((one) => ({
              href: `${addressOf(here, one, unit)}#chi-tieu`,
              label: say(`plan.board.${viewKey[one]}`),
              current: one === view,
            }))}
          />
        </div>
        {standing && view === 'linh-vuc' && (
          <Only what={t(`plan.status.${standing}`)} all={`${addressOf(here, view, unit)}#chi-tieu`} />
        )}
        {view === 'linh-vuc' && <Pillars plan={plan} targets={shown} names={names} />}
        {places && <Places plan={plan} {...places} names={names} />}
        {view === 'don-vi' && <Units plan={plan} lines={byUnit(targets, tasks)} names={names} />}
        {view === 'thoi-han' && <Days plan={plan} days={days} names={names} today={today} />}
        <Files plan={plan} view={view} unit={unit} />
      </div>
    </Desk>
  )
}

/** What the list is narrowed to, and the way back to all of it. */
const Only = ({ what, all }: { what: string; all: string }) => (
  <p>
    {t('plan.board.only', { what })} <a href={all}>{t('plan.board.all')}</a>
  </p>
)

const viewKey: Record<View, string> = { 'linh-vuc': 'view_pillar', 'don-vi': 'view_unit', 'thoi-han': 'view_day' }
const addressOf = (here: string, view: View, unit: { slug: string } | null) =>
  `${here}?theo=${view}${unit ? `&don-vi=${encodeURIComponent(unit.slug)}` : ''}`

function Files({ plan, view, unit }: { plan: BoardPlan; view: View; unit: { slug: string } | null }) {
  const query = unit ? `?don-vi=${encodeURIComponent(unit.slug)}` : ''
  return (
    <p class="tg-exports">
      {t('ui.table.export')}: <a href={`/ke-hoach/${plan.code}/tai-ve/${view}/csv${query}`}>{t('plan.board.csv')}</a> ·{' '}
      <a href={`/ke-hoach/${plan.code}/tai-ve/${view}/xlsx${query}`}>{t('plan.board.xlsx')}</a> ·{' '}
      <a href={`/tien-do/${plan.code}/lich.ics${query}`}>{t('plan.board.ics')}</a> ·{' '}
      <a href={`/tien-do/${plan.code}`}>{t('plan.board.public')}</a>
    </p>
  )
}

/** The unit that the query names, if it does. */
export async function unitAsked(c: WebContext) {
  const slug = c.req.query('don-vi')
  return slug ? getUnit(c.var.ctx.db, slug, dayOf(c.var.ctx.now)) : null
}

async function file(c: WebContext) {
  const kind = c.req.param('kind')
  const view = views.find((one) => one === c.req.param('view'))
  if (!isFileKind(kind) || !view) return refuse('missing', 'kernel.missing')
  const unit = await unitAsked(c)
  const board = await loadBoard(c.var.ctx, c.req.param('code') ?? '', unit?.id)
  const make = { 'linh-vuc': targetTable, 'don-vi': unitTable, 'thoi-han': dayTable }[view]
  return tableFile(
    inLocale(c.var.locale, () => make(board)),
    kind,
  )
}

function RulePage({ plan, rule }: { plan: PlanHead; rule: StatusRule }) {
  const params = {
    readings: rule.trend.readings,
    atLeast: rule.trend.atLeast,
    share: rule.lateShare * 100,
    days: rule.noTrend.riskDays,
    risk: rule.noTrend.riskShare * 100,
  }
  return (
    <Desk
      title={t('plan.board.rule_title')}
      crumbs={crumbsOf(plan, t('plan.board.rule_title'))}
      tabs={<PlanTabs plan={plan} part="" />}
      lead={t('plan.board.rule_lead', { from: dayText(rule.validFrom) })}
      narrow
    >
      <Card>
        <SummaryList
          of={standings.map((standing) => ({
            label: say(`plan.status.${standing}`),
            value: say(`plan.board.rule_${standing}`, params),
          }))}
        />
        <p>{t('plan.board.rule_worst')}</p>
        {rule.assumed && <p class="tg-muted">{t('plan.board.rule_assumed')}</p>}
      </Card>
    </Desk>
  )
}

async function placesIn(c: WebContext, { targets, today }: Board) {
  const ids = targets.flatMap(({ values }) => values.map(({ id }) => id))
  return placesOf(targets, await confirmedOf(c.var.ctx.db, ids), today)
}

export const boardPages = [
  get('/ke-hoach/:code', 'plan.read', async (c) => {
    const unit = await unitAsked(c)
    const board = await loadBoard(c.var.ctx, c.req.param('code') ?? '', unit?.id)
    const standing = c.req.query('tinh-trang')
    const view = views.find((one) => one === c.req.query('theo')) ?? 'linh-vuc'
    const places = view === 'don-vi' ? await placesIn(c, board) : null
    const names = places
      ? await unitNames(c.var.ctx.db, [...board.names.keys(), ...places.lines.map(({ unitId }) => unitId)])
      : board.names
    return (
      <BoardPage
        {...board}
        names={names}
        places={places}
        view={view}
        standing={isStanding(standing) ? standing : null}
        unit={unit}
        mayRemind={may(c.var.ctx.actor, 'plan.remind')}
      />
    )
  }),
  get('/ke-hoach/:code/cach-tinh', 'plan.read', async (c) => (
    <RulePage plan={await getPlan(c.var.ctx.db, c.req.param('code') ?? '')} rule={statusRuleOn(dayOf(c.var.ctx.now))} />
  )),
  get('/ke-hoach/:code/tai-ve/:view/:kind', 'plan.read', file),
]
