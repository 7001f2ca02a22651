/** The rows behind a measured figure. */
import type { Measure, Period, Value } from '#kernel/measure.ts'
import { t } from '#kernel/text.ts'
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
import { FigureCell, MeasureFacts, unitName, type UnitNames } from '#modules/plan/public.ts'
import { countOf } from './measure.ts'

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
