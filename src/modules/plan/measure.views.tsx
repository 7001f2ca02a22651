/** A measure as people read it: what it counts, by which text, and the rows behind a figure. */
import { citationOn, type Measure, type Period, type Value } from '#kernel/measure.ts'
import { say, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import { Pager } from '#ui/pager.tsx'
import { Status } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import type { UnitNames } from './cooperation.store.ts'
import { FigureCell } from './figure-table.views.tsx'
import { unitWord } from './goal-text.ts'
import { countOf } from './measure.ts'
import { statusRuleOn } from './status.ts'
import { unitName } from './work.views.tsx'

export const measureTitle = (measures: readonly Measure[], code: string): string => {
  const found = measures.find((measure) => measure.code === code)
  return found ? t(found.title) : code
}

const formulaOf = ({ numerator, denominator }: Measure): string =>
  denominator === null
    ? t(numerator)
    : t('plan.measure.formula_of', { numerator: t(numerator), denominator: t(denominator) })

function citationText(measure: Measure, on: Day): string {
  const cited = citationOn(measure, on)
  if (!cited) return t('plan.measure.citation_none')
  const { text, validFrom, validTo } = cited
  const from = dayText(validFrom)
  return validTo
    ? t('plan.measure.cited_until', { text, from, to: dayText(validTo) })
    : t('plan.measure.cited_from', { text, from })
}

/** Title, unit, formula, legal basis. */
const MeasureFacts = ({ measure, on }: { measure: Measure; on: Day }) => (
  <>
    <SummaryList
      of={[
        { label: t('plan.measure.title'), value: t(measure.title) },
        { label: t('plan.measure.unit'), value: unitWord(measure.unit) },
        { label: t('plan.measure.formula'), value: formulaOf(measure) },
        { label: t('plan.measure.kind'), value: say(`plan.measure.kind_${measure.kind}`) },
        { label: t('plan.measure.citation'), value: citationText(measure, on) },
        { label: t('plan.measure.code'), value: <code>{measure.code}</code> },
      ]}
    />
    {measure.code === 'plan.figures_given' && (
      <p class="tg-small tg-muted">{t('plan.measure.wait_days', { days: statusRuleOn(on).figure.dueWithinDays })}</p>
    )}
  </>
)

type CertificateProps = {
  measures: readonly Measure[]
  code: string
  on: Day
  /** Whose rows, and of which days. */
  rows?: { unitSlug: string; period: Period }
}

/** Folded where the measure's figure stands; a measure that no module declares any more says so. */
export function MeasureCertificate({ measures, code, on, rows }: CertificateProps) {
  const measure = measures.find((one) => one.code === code)
  if (!measure) return <p class="tg-muted">{t('plan.measure.unknown', { code })}</p>
  const href = rows && measure.rowsHref?.(rows.unitSlug, rows.period)
  return (
    <>
      <Details summary={`${t('plan.measure.how')}: ${t(measure.title)}`}>
        <MeasureFacts measure={measure} on={on} />
      </Details>
      {href && (
        <p>
          <a href={href}>{t('plan.measure.rows')}</a>
        </p>
      )}
    </>
  )
}

/** `href` is null for what the reader may not open. */
export type MeasureRow = {
  readonly unitId: number
  readonly dueOn: Day
  readonly doneOn: Day | null
  readonly inTime: boolean
  readonly href: string | null
  readonly title: string | null
  readonly about: { readonly subject: string; readonly on: Day } | null
}

type RowsProps = {
  measure: Measure
  unit: string
  period: Period
  value: Value | null
  all: readonly MeasureRow[]
  shown: readonly MeasureRow[]
  names: UnitNames
  place: { from: number; previous?: string; next?: string }
}

export function MeasureRowsPage({ measure, unit, period, value, all, shown, names, place }: RowsProps) {
  const count = countOf(all)
  const differs = (value?.denominator ?? 0) !== count.denominator || (value?.numerator ?? 0) !== count.numerator
  const days = { from: dayText(period.from), to: dayText(period.to) }
  return (
    <Desk
      title={t('plan.measure.rows_title', { measure: t(measure.title) })}
      eyebrow={unit}
      lead={t(measure.kind === 'flow' ? 'plan.measure.period' : 'plan.measure.until', days)}
    >
      <div class="tg-stack">
        {differs && <Notice>{t('plan.measure.rows_differ')}</Notice>}
        <Card>
          <SummaryList
            of={[
              {
                label: t('plan.measure.value'),
                value: value ? <FigureCell unit={measure.unit} {...value} /> : t('plan.measure.value_none'),
              },
              { label: t('plan.measure.rows_count'), value: t('plan.measure.rows_of', count) },
            ]}
          />
          <Details summary={t('plan.measure.how')}>
            <MeasureFacts measure={measure} on={period.to} />
          </Details>
        </Card>
        <Card flush>
          <Rows rows={shown} names={names} />
          <Pager
            {...place}
            from={shown.length ? place.from + 1 : 0}
            to={place.from + shown.length}
            total={all.length}
          />
        </Card>
      </div>
    </Desk>
  )
}

const Rows = ({ rows, names }: { rows: readonly MeasureRow[]; names: UnitNames }) => (
  <Table
    caption={t('plan.measure.rows_caption')}
    captionHidden
    rows={rows}
    empty={<p>{t('plan.measure.rows_empty')}</p>}
    columns={[
      { key: 'row', label: t('plan.measure.row'), head: true, cell: (row) => <What row={row} /> },
      { key: 'unit', label: t('plan.measure.row_unit'), cell: ({ unitId }) => unitName(names, unitId) },
      { key: 'due', label: t('plan.measure.row_due'), cell: ({ dueOn }) => dayText(dueOn) },
      { key: 'done', label: t('plan.measure.row_done'), cell: ({ doneOn }) => (doneOn ? dayText(doneOn) : '–') },
      {
        key: 'state',
        label: t('plan.measure.row_state'),
        cell: ({ inTime }) => (
          <Status tone={inTime ? 'done' : 'late'}>
            {t(inTime ? 'plan.measure.in_time' : 'plan.measure.not_in_time')}
          </Status>
        ),
      },
    ]}
  />
)

function What({ row: { title, href, about } }: { row: MeasureRow }) {
  const said = title ?? t('plan.measure.reminder_hidden')
  return (
    <>
      {href ? <a href={href}>{said}</a> : said}
      {about && <small>{t('plan.measure.figure_of', { subject: about.subject, on: dayText(about.on) })}</small>}
    </>
  )
}
