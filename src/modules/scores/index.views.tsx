/** The index of a unit in a period: how many points, of what, and who and what is behind them. */
import { say, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Figures } from '#ui/figure.tsx'
import { dayText, numberText, percentText } from '#ui/figures.ts'
import { Meter } from '#ui/meter.tsx'
import { Spark } from '#ui/spark.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { Sums } from './count.ts'
import { groups, type Index, missesOf, type Scored } from './service-index.ts'
import type { Part, Past, Query, Subject, View } from './index-whole.store.ts'
import { besides, type Chosen, periodOf, spans } from './period.ts'

type Props = Subject & {
  index: Index
  sums: Sums
  past: readonly Past[]
  view: View
  parts: readonly Part[]
  today: Day
  hrefTo: (change: Query & { view?: View }) => string
  listHref: (indicator: string) => string
}

export function IndexPage(props: Props) {
  const { unit, officer, procedure, chosen, asked, sheet, index, sums } = props
  const about = [officer?.name, procedure?.name].filter(Boolean).join(' · ')
  return (
    <Desk
      title={about || t('scores.title')}
      eyebrow={about ? `${t('scores.title')} · ${unit.name}` : unit.name}
      lead={t('scores.lead', { period: periodText(chosen), on: dayText(asked.lateAsOf) })}
    >
      <div class="tg-stack">
        <Periods {...props} />
        <Card>
          <Figures of={headline(index, sums)} />
          {!sheet.verified && <p class="tg-small tg-muted">{t('scores.unverified')}</p>}
        </Card>
        {groups.map((group) => {
          const scored = index.scored.filter(({ indicator }) => indicator.group === group)
          return scored.length > 0 && <Group group={group} scored={scored} {...props} />
        })}
        <Below {...props} />
        <Details summary={t('scores.how')}>
          <How {...props} />
        </Details>
      </div>
    </Desk>
  )
}

export const periodText = ({ span, from, to }: Chosen): string => {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  if (span === 'days') return t('scores.period.days', { from: dayText(from), to: dayText(to) })
  return t(`scores.period.${span}_of`, { year, month, quarter: Math.ceil(month / 3) })
}

function Periods({ chosen, today, hrefTo, view }: Props) {
  const to = (period: Chosen) => hrefTo({ period: period.code, view })
  const [before, after] = [besides(chosen, -1), besides(chosen, 1)]
  return (
    <Chips
      label={t('scores.period')}
      of={[
        ...(before ? [{ href: to(before), label: t('scores.period.before', { period: periodText(before) }) }] : []),
        ...spans.map((span) => {
          const period = periodOf(span, chosen.to < today ? chosen.to : today)
          return { href: to(period), label: periodText(period), current: period.code === chosen.code }
        }),
        ...(after && after.from <= today
          ? [{ href: to(after), label: t('scores.period.after', { period: periodText(after) }) }]
          : []),
      ]}
    />
  )
}

const pointsText = (points: number) => numberText(points, 2)

function headline({ points, of, scored }: Index, sums: Sums) {
  const all = scored.reduce((sum, { indicator }) => sum + indicator.max, 0)
  return [
    { label: t('scores.points'), value: pointsText(points), unit: t('scores.points_of', { of }) },
    { label: t('scores.unmeasured'), value: numberText(all - of), unit: t('scores.points_of', { of: all }) },
    { label: t('scores.received'), value: numberText(sums.received) },
    {
      label: t('scores.late'),
      value: numberText(sums.late),
      of: t('scores.late_of', { open: sums.open }),
    },
  ]
}

function Group({ group, scored, past, listHref, isWithin }: Props & { group: string; scored: readonly Scored[] }) {
  const known = scored.filter(({ points }) => points !== null)
  const sum = known.reduce((total, { points }) => total + (points ?? 0), 0)
  const of = known.reduce((total, { indicator }) => total + indicator.max, 0)
  const columns: Column<Scored>[] = [
    { key: 'code', label: t('scores.code'), number: true, cell: ({ indicator }) => indicator.code },
    {
      key: 'name',
      label: t('scores.indicator'),
      head: true,
      cell: (one) => <Name {...one} href={isWithin && isCostly(one) ? listHref(one.indicator.code) : null} />,
    },
    { key: 'share', label: t('scores.share'), size: 'md', cell: (one) => <Share {...one} /> },
    { key: 'trend', label: t('scores.trend'), size: 'md', cell: (one) => <Trend scored={one} past={past} /> },
    {
      key: 'points',
      label: t('scores.points'),
      align: 'end',
      size: 'md',
      cell: ({ points, indicator: { max } }) =>
        max === 0 ? null : (
          <>
            <b class="tg-num">{points === null ? '–' : pointsText(points)}</b>
            <small>{t('scores.points_of', { of: max })}</small>
          </>
        ),
    },
  ]
  return (
    <Card
      flush
      title={say(`scores.group.${group}`)}
      aside={of > 0 ? t('scores.group_sum', { points: pointsText(sum), of }) : t('scores.group_unmeasured')}
    >
      <Table
        caption={say(`scores.group.${group}`)}
        captionHidden
        fixed
        exports={false}
        rows={scored}
        columns={columns}
        empty={null}
      />
    </Card>
  )
}

/** Something is missing, and it is known of which dossiers. */
const isCostly = ({ indicator, share }: Scored): boolean =>
  missesOf(indicator).length > 0 && share !== null && share < 100

function Name({ indicator, href }: Scored & { href: string | null }) {
  const name = say(`scores.indicator.${indicator.code}`)
  return (
    <>
      {name}
      {href && (
        <small>
          <a href={href} aria-label={t('scores.costly_of', { indicator: name })}>
            {t('scores.costly')}
          </a>
        </small>
      )}
    </>
  )
}

function Share({ share, parts, missing, indicator, source }: Scored) {
  if (share === null) return <span class="tg-muted">{say(`scores.${missing ?? 'not_measured'}`)}</span>
  const isDays = indicator.formula.kind === 'average'
  return (
    <>
      <span class="tg-val">{isDays ? t('scores.days', { days: numberText(share, 1) }) : percentText(share, 2)}</span>
      {!isDays && <Meter value={share} target={indicator.full} />}
      <small class="tg-num">{madeOf(indicator.formula.kind, parts)}</small>
      {source && <small>{source}</small>}
    </>
  )
}

const nbsp = '\u00a0'

/** The fractions as they are put together: of a remainder, what is taken off the whole. */
function madeOf(kind: Scored['indicator']['formula']['kind'], parts: Scored['parts']): string {
  const fractions = parts.map(
    ({ numerator, denominator }) => `${numberText(numerator)}${nbsp}/${nbsp}${numberText(denominator)}`,
  )
  if (kind === 'remainder') return ['1', ...fractions].join(' − ')
  return fractions.join(' × ')
}

function Trend({ scored, past }: { scored: Scored; past: readonly Past[] }) {
  const own = past.map(
    ({ index }) => index.scored.find(({ indicator }) => indicator.code === scored.indicator.code)?.share ?? null,
  )
  const values = [...own, scored.share].filter((share) => share !== null)
  if (values.length < 2) return null
  const says = t('scores.trend_says', {
    values: values.map((value) => numberText(value, 1)).join('; '),
  })
  const target = scored.indicator.formula.kind === 'average' ? undefined : scored.indicator.full
  return <Spark values={values} says={says} {...(target !== undefined && { target })} />
}

function Below({ view, hrefTo, parts, officer, procedure, isWithin }: Props) {
  const views: View[] = [
    ...(officer || procedure ? [] : (['don-vi'] as const)),
    ...(officer || !isWithin ? [] : (['can-bo'] as const)),
    ...(procedure ? [] : (['thu-tuc'] as const)),
  ]
  if (!views.includes(view) && !parts.length) return null
  return (
    <div class="tg-stack" id="chi-tiet">
      <Chips
        label={t('scores.below')}
        of={views.map((one) => ({
          href: `${hrefTo({ view: one })}#chi-tiet`,
          label: say(`scores.by.${one}`),
          current: one === view,
        }))}
      />
      <Card flush>
        <PartTable parts={parts} view={view} />
      </Card>
    </div>
  )
}

const shareIn = ({ index }: Part, code: string): string | null => {
  const share = index.scored.find(({ indicator }) => indicator.code === code)?.share ?? null
  return share === null ? null : percentText(share, 1)
}

const compared = ['2.1', '3.3', '4.1', '4.2'] as const

const PartTable = ({ parts, view }: { parts: readonly Part[]; view: View }) => (
  <Table
    caption={say(`scores.by.${view}`)}
    captionHidden
    rows={parts}
    empty={<p>{t('scores.nothing')}</p>}
    columns={[
      {
        key: 'name',
        label: say(`scores.by.${view}`),
        head: true,
        cell: ({ name, href, code }) => (
          <>
            {href ? <a href={href}>{name}</a> : name || t('scores.nobody')}
            {code && code !== name && <small class="tg-code">{code}</small>}
          </>
        ),
      },
      {
        key: 'points',
        label: t('scores.points'),
        align: 'end',
        cell: ({ index: { points, of } }) => (
          <>
            <b class="tg-num">{pointsText(points)}</b>
            <small>{t('scores.points_of', { of })}</small>
          </>
        ),
      },
      ...compared.map((code) => ({
        key: code,
        label: say(`scores.short.${code}`),
        align: 'end' as const,
        cell: (part: Part) => shareIn(part, code),
      })),
      { key: 'late', label: t('scores.late'), align: 'end', cell: ({ sums }) => numberText(sums.late) },
      { key: 'received', label: t('scores.received'), align: 'end', cell: ({ sums }) => numberText(sums.received) },
    ]}
  />
)

const How = ({ sheet, asked }: Props) => (
  <div class="tg-stack">
    <p>{t('scores.how_source', { citation: sheet.citation, from: dayText(sheet.validFrom) })}</p>
    <p>{t('scores.how_late', { most: sheet.judging.mostSupplements, on: dayText(asked.lateAsOf) })}</p>
    <SummaryList
      of={sheet.indicators.map(({ code, full, assumed }) => ({
        label: `${code} ${say(`scores.indicator.${code}`)}`,
        value: (
          <>
            {say(`scores.formula.${code}`)} {full < 100 && t('scores.full', { full })}
            {assumed && <small>{t('scores.assumed', { what: say(`scores.assumed.${code}`) })}</small>}
          </>
        ),
      }))}
    />
  </div>
)
