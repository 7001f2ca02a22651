/** The board as pages: for who steers, for who leads, for each unit. Values are plain; nothing is fetched here. */
import { say, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Meter } from '#ui/meter.tsx'
import { ShareBar } from '#ui/share.tsx'
import { Spark } from '#ui/spark.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import {
  type BoardTarget,
  type BoardTask,
  type BoardValue,
  countBy,
  decisiveValue,
  firstToDecide,
  forecastReached,
} from './board.ts'
import { goalsText, valueText } from './goal-text.ts'
import { type Standing, standings } from './status.ts'
import { type TaskStanding, taskStandings } from './task-status.ts'

export type Names = ReadonlyMap<number, { readonly name: string; readonly slug: string }>
export type BoardPlan = {
  readonly code: string
  readonly number: string | null
  readonly title: string
  readonly issuedOn: Day | null
  readonly year: number
}

const toneOf: Record<Standing | TaskStanding, StatusTone> = {
  achieved: 'done',
  done: 'done',
  on_track: 'run',
  at_risk: 'risk',
  late: 'late',
  no_data: 'new',
  stopped: 'stop',
}
const written = (value: number) => numberText(value, 1)
export const nameOf = (names: Names, id: number | null) =>
  id === null ? t('plan.board.no_lead') : (names.get(id)?.name ?? '')
export const targetHref = (plan: BoardPlan, ref: string) => `/ke-hoach/${plan.code}/chi-tieu/${encodeURIComponent(ref)}`
export const taskHref = (plan: BoardPlan, ref: string) => `/ke-hoach/${plan.code}/nhiem-vu/${encodeURIComponent(ref)}`

const iconOf: Partial<Record<Standing, IconName>> = { on_track: 'up', no_data: 'minus' }

const StandingMark = ({ of }: { of: Standing }) => (
  <Status tone={toneOf[of]} {...(iconOf[of] && { icon: iconOf[of] })}>
    {say(`plan.status.${of}`)}
  </Status>
)

export function Overview({ plan, targets, from }: { plan: BoardPlan; targets: readonly BoardTarget[]; from: string }) {
  const counts = countBy(standings, targets)
  const reached = forecastReached(targets)
  return (
    <Card
      title={t('plan.board.overview', { count: targets.length })}
      aside={t('plan.board.forecast_reached', { count: reached, of: targets.length })}
    >
      <ShareBar
        of={(['achieved', 'on_track', 'at_risk', 'late', 'no_data'] as const).map((standing) => ({
          tone: toneOf[standing],
          label: say(`plan.status.${standing}`),
          count: counts.find((one) => one.standing === standing)?.count ?? 0,
          href: `${from}?tinh-trang=${standing}`,
        }))}
      />
      <p class="tg-small tg-muted">{t('plan.board.legend')}</p>
      <p class="tg-small">
        <a href={`/ke-hoach/${plan.code}/cach-tinh`}>{t('plan.board.rule')}</a>
      </p>
    </Card>
  )
}

export function Decisions({
  plan,
  targets,
  names,
}: {
  plan: BoardPlan
  targets: readonly BoardTarget[]
  names: Names
}) {
  const first = firstToDecide(targets, 3)
  return (
    <Card title={t('plan.board.decide')}>
      {first.length === 0 ? (
        <p>{t('plan.board.nothing_to_decide')}</p>
      ) : (
        <ul class="tg-docs">
          {first.map((target) => (
            <li>
              <Icon name="alert" />
              <div>
                <strong>
                  <a href={targetHref(plan, target.ref)}>{target.title}</a>
                </strong>
                <p class="tg-small">
                  {nameOf(names, target.leadUnitId)}. <Why value={decisiveValue(target)} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Why = ({ value }: { value: BoardValue | undefined }) => (
  <>{value && say(value.status.why.key, value.status.why.params)}</>
)

/** Each value of a target: now, out of what, since when; the bar shows how far, its mark how far it must. */
function Now({ value, several }: { value: BoardValue; several: boolean }) {
  const last = value.known.at(-1)
  const label = several ? (value.level ? say(`plan.level.${value.level}`) : value.subject) : null
  return (
    <div class="tg-now">
      <span class="tg-val">
        {label && <small>{label} </small>}
        {last ? valueText(last.value, value.unit, written) : '–'}
      </span>
      {last && value.unit === 'percent' && <Meter value={last.value} target={value.goal} />}
      <small class="tg-muted tg-num">
        {last
          ? last.denominator === null
            ? t('plan.board.as_of', { on: dayText(last.on) })
            : t('plan.board.out_of', {
                numerator: numberText(last.numerator, 3),
                denominator: numberText(last.denominator, 3),
                on: dayText(last.on),
              })
          : t('plan.board.nothing_known')}
      </small>
    </div>
  )
}

function Trend({ target }: { target: BoardTarget }) {
  const value = decisiveValue(target)
  if (!value || value.known.length === 0) return <span class="tg-muted">–</span>
  const { forecast } = value.status
  const first = value.known[0]
  const last = value.known.at(-1)
  const says = t('plan.board.trend_says', {
    count: value.known.length,
    from: first ? valueText(first.value, value.unit, written) : '',
    to: last ? valueText(last.value, value.unit, written) : '',
  })
  return (
    <Spark
      values={value.known.map((one) => one.value)}
      {...(forecast !== null && { forecast: [forecast] })}
      target={value.goal}
      says={says}
    />
  )
}

function Forecast({ target }: { target: BoardTarget }) {
  const value = decisiveValue(target)
  if (!value || value.status.forecast === null) return <span class="tg-muted">–</span>
  return <>{valueText(value.status.forecast, value.unit, written)}</>
}

const targetColumns = (plan: BoardPlan, names: Names, linked: boolean): Column<BoardTarget>[] => [
  { key: 'no', label: t('plan.board.no'), number: true, cell: (target) => numberText(target.no) },
  {
    key: 'title',
    label: t('plan.board.target'),
    head: true,
    cell: (target) => (
      <>
        {linked ? <a href={targetHref(plan, target.ref)}>{target.title}</a> : target.title}
        <small>{nameOf(names, target.leadUnitId)}</small>
      </>
    ),
  },
  {
    key: 'goal',
    size: 'sm',
    label: t('plan.board.goal', { year: plan.year }),
    cell: (target) => <strong class="tg-num">{goalsText(target.values, written)}</strong>,
  },
  {
    key: 'now',
    size: 'lg',
    label: t('plan.board.now'),
    cell: (target) => target.values.map((value) => <Now value={value} several={target.values.length > 1} />),
  },
  { key: 'trend', size: 'md', label: t('plan.board.trend'), cell: (target) => <Trend target={target} /> },
  { key: 'forecast', size: 'sm', label: t('plan.board.forecast'), cell: (target) => <Forecast target={target} /> },
  {
    key: 'standing',
    size: 'md',
    label: t('plan.board.standing'),
    cell: (target) => <StandingMark of={target.standing} />,
  },
]

type PillarsProps = { plan: BoardPlan; targets: readonly BoardTarget[]; names: Names; linked?: boolean }

/** One table for each pillar, its columns in line with the next one's. */
export function Pillars({ plan, targets, names, linked = true }: PillarsProps) {
  if (targets.length === 0) return <Void title={t('plan.board.no_targets')}>{t('plan.board.no_targets_why')}</Void>
  return (
    <>
      {[...Map.groupBy(targets, ({ pillar }) => pillar)].map(([pillar, own]) => (
        <Card title={pillar} aside={countText(own)} flush>
          <Table
            caption={pillar}
            captionHidden
            exports={false}
            columns={targetColumns(plan, names, linked)}
            rows={own}
            empty=""
            fixed
          />
        </Card>
      ))}
    </>
  )
}

const countText = (targets: readonly BoardTarget[]) =>
  countBy(standings, targets)
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => `${numberText(count)} ${say(`plan.status.${standing}`).toLowerCase()}`)
    .join(' · ')

export function TaskCount({ plan, tasks }: { plan: BoardPlan; tasks: readonly BoardTask[] }) {
  const counts = countBy(taskStandings, tasks)
  return (
    <Card title={t('plan.board.task_overview', { count: tasks.length })}>
      <ShareBar
        of={(['done', 'on_track', 'at_risk', 'late', 'no_data', 'stopped'] as const).map((standing) => ({
          tone: toneOf[standing],
          label: say(`plan.task.${standing}`),
          count: counts.find((one) => one.standing === standing)?.count ?? 0,
          href: `/ke-hoach/${plan.code}/nhiem-vu?status=${standing}`,
        }))}
      />
    </Card>
  )
}
