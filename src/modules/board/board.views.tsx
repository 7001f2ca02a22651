/** The board as pages: for who steers, for who leads, for each unit. Values are plain; nothing is fetched here. */
import { say, t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { Icon } from '#ui/icon.tsx'
import { Meter } from '#ui/meter.tsx'
import { ShareBar } from '#ui/share.tsx'
import { Spark } from '#ui/spark.tsx'
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
import {
  faces,
  goalsText,
  remindPath,
  standings,
  TargetStatus,
  taskStandings,
  valueText,
} from '#modules/plan/public.ts'

export type Names = ReadonlyMap<number, { readonly name: string; readonly slug: string }>
export type BoardPlan = {
  readonly code: string
  readonly number: string | null
  readonly title: string
  readonly issuedOn: Day | null
  readonly year: number
}

const written = (value: number) => numberText(value, 1)
export const nameOf = (names: Names, id: number | null) =>
  id === null ? t('plan.board.no_lead') : (names.get(id)?.name ?? '')
export const targetHref = (plan: BoardPlan, ref: string) => `/ke-hoach/${plan.code}/chi-tieu/${encodeURIComponent(ref)}`
export const taskHref = (plan: BoardPlan, ref: string) => `/ke-hoach/${plan.code}/nhiem-vu/${encodeURIComponent(ref)}`

type OverviewProps = {
  plan: BoardPlan
  targets: readonly BoardTarget[]
  tasks: readonly BoardTask[]
  /** Where a status of targets leads. */
  from: string
}

/** How the whole plan stands: targets first, then tasks, each bar with the way down to its rows. */
export function Overview({ plan, targets, tasks, from }: OverviewProps) {
  const targetCount = new Map(countBy(standings, targets).map(({ standing, count }) => [standing, count]))
  const taskCount = new Map(countBy(taskStandings, tasks).map(({ standing, count }) => [standing, count]))
  return (
    <Card
      title={t('plan.board.overview', { count: targets.length })}
      aside={t('plan.board.forecast_reached', { count: forecastReached(targets), of: targets.length })}
    >
      <ShareBar
        of={(['achieved', 'on_track', 'at_risk', 'late', 'no_data'] as const).map((standing) => ({
          ...faces[standing],
          label: t(`plan.status.${standing}`),
          count: targetCount.get(standing) ?? 0,
          href: `${from}${from.includes('?') ? '&' : '?'}tinh-trang=${standing}#chi-tieu`,
        }))}
      />
      <h3>{t('plan.board.task_overview', { count: tasks.length })}</h3>
      <ShareBar
        of={(['done', 'on_track', 'at_risk', 'late', 'no_data', 'stopped'] as const)
          .map((standing) => ({
            ...faces[standing],
            label: t(`plan.task.${standing}`),
            count: taskCount.get(standing) ?? 0,
            href: `/ke-hoach/${plan.code}/nhiem-vu?status=${standing}`,
          }))
          .filter(({ count }) => count > 0)}
      />
      <p class="tg-small tg-noprint">
        <a href={`/ke-hoach/${plan.code}/cach-tinh`}>{t('plan.board.rule')}</a>
      </p>
    </Card>
  )
}

export function Decisions({
  plan,
  targets,
  names,
  mayRemind,
}: {
  plan: BoardPlan
  targets: readonly BoardTarget[]
  names: Names
  mayRemind: boolean
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
                  {numberText(target.no)}. <a href={targetHref(plan, target.ref)}>{target.title}</a>
                </strong>
                <p class="tg-small">
                  {nameOf(names, target.leadUnitId)}. <Why value={decisiveValue(target)} />{' '}
                  {mayRemind && (
                    <a class="tg-noprint" href={remindPath(plan.code, 'chi-tieu', target.ref)}>
                      {t('plan.work.remind')}
                    </a>
                  )}
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

/**
 * Where a target stands now, in three short lines whatever the number of its values: the figures, the bar of the one it
 * stands or falls by (how far, and how far it must), and what that one is made of.
 */
function Now({ plan, target }: { plan: BoardPlan; target: BoardTarget }) {
  const value = decisiveValue(target)
  const last = value?.known.at(-1)
  if (!value || !last) return <span class="tg-muted">{t('plan.board.nothing_known')}</span>
  const { values } = target
  const level = values.length > 1 && value.level ? `${say(`plan.level.${value.level}`)}: ` : ''
  const on = last.on.startsWith(`${plan.year}-`) ? dayText(last.on).slice(0, 5) : dayText(last.on)
  const { numerator, denominator } = last
  return (
    <div class="tg-now">
      <span class="tg-val">{nowText(values)}</span>
      {value.unit === 'percent' && <Meter value={last.value} target={value.goal} />}
      <small class="tg-muted tg-num">
        {level}
        {denominator === null
          ? t('plan.board.as_of', { on })
          : t('plan.board.out_of', {
              numerator: numberText(numerator, 3),
              denominator: numberText(denominator, 3),
              on,
            })}
      </small>
    </div>
  )
}

/** "92,4 / 80,4 / 61,2 %", or each with its unit when they differ. */
function nowText(values: readonly BoardValue[]): string {
  const known = values.map(({ known: readings }) => readings.at(-1)?.value ?? null)
  const unit = values[0]?.unit ?? ''
  const alike = values.every((one) => one.unit === unit)
  const figure = (value: number | null) => (value === null ? '–' : written(value))
  if (alike) return valueText(0, unit, () => known.map(figure).join(' / '))
  return values.map((one, at) => valueText(0, one.unit, () => figure(known[at] ?? null))).join('; ')
}

function Trend({ target }: { target: BoardTarget }) {
  const value = decisiveValue(target)
  if (!value || value.known.length === 0) return <span class="tg-muted">–</span>
  const { forecast } = value.status
  const first = value.known[0]
  const last = value.known.at(-1)
  const days = [...value.known.map(({ on }) => on), ...(forecast === null ? [] : [value.deadline])]
  const says = t('plan.board.trend_says', {
    count: value.known.length,
    from: first ? valueText(first.value, value.unit, written) : '',
    to: last ? valueText(last.value, value.unit, written) : '',
  })
  return (
    <Spark
      values={value.known.map((one) => one.value)}
      {...(forecast !== null && { forecast: [forecast] })}
      at={days.map((on) => daysBetween(first?.on ?? on, on))}
      target={value.goal}
      says={says}
    />
  )
}

function forecastText(target: BoardTarget): string | null {
  const value = decisiveValue(target)
  if (!value || value.status.forecast === null) return null
  return valueText(value.status.forecast, value.unit, written)
}

const targetColumns = (plan: BoardPlan, names: Names, forecastOn: Day | null): Column<BoardTarget>[] => [
  { key: 'no', label: t('plan.board.no'), number: true, cell: (target) => numberText(target.no) },
  {
    key: 'title',
    label: t('plan.board.target'),
    head: true,
    cell: (target) => (
      <>
        <a href={targetHref(plan, target.ref)}>{target.title}</a>
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
    cell: (target) => <Now plan={plan} target={target} />,
  },
  { key: 'trend', size: 'md', label: t('plan.board.trend'), cell: (target) => <Trend target={target} /> },
  {
    key: 'forecast',
    size: 'sm',
    label: forecastOn ? t('plan.board.forecast_on', { on: dayText(forecastOn).slice(0, 5) }) : t('plan.board.forecast'),
    cell: forecastText,
  },
  {
    key: 'standing',
    size: 'md',
    label: t('plan.board.standing'),
    cell: (target) => <TargetStatus of={target.standing} />,
  },
]

/** The one day that all numbers are due on, when there is one. */
function commonDeadline(targets: readonly BoardTarget[]): Day | null {
  const days = new Set(targets.flatMap(({ values }) => values.map(({ deadline }) => deadline)))
  return days.size === 1 ? ([...days][0] ?? null) : null
}

type PillarsProps = { plan: BoardPlan; targets: readonly BoardTarget[]; names: Names }

/** One table for each pillar, its columns in line with the next one's. */
export function Pillars({ plan, targets, names }: PillarsProps) {
  if (targets.length === 0)
    return (
      <Void title={t('plan.board.no_targets')} actions={<a href={`/ke-hoach/${plan.code}`}>{t('plan.board.all')}</a>}>
        <p>{t('plan.board.no_targets_why')}</p>
      </Void>
    )
  const columns = targetColumns(plan, names, commonDeadline(targets))
  return (
    <>
      {[...Map.groupBy(targets, ({ pillar }) => pillar)].map(([pillar, own]) => (
        <Card title={pillar} aside={countText(own)} flush>
          <Table caption={pillar} captionHidden exports={false} columns={columns} rows={own} empty="" fixed />
        </Card>
      ))}
      <p class="tg-small tg-muted">{t('plan.board.legend')}</p>
    </>
  )
}

const countText = (targets: readonly BoardTarget[]) =>
  countBy(standings, targets)
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => `${numberText(count)} ${t(`plan.status.${standing}`).toLowerCase()}`)
    .join(' · ')
