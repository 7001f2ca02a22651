/** One number of a target: how far it is, why it stands so, and what it is made of. */
import { type Measure, type Period, yearToDate } from '#kernel/measure.ts'
import { t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chart } from '#ui/chart.tsx'
import { Details } from '#ui/details.tsx'
import { Figures, Source } from '#ui/figure.tsx'
import { dayText } from '#ui/figures.ts'
import { Tag } from '#ui/status.tsx'
import type { UnitNames } from './cooperation.store.ts'
import type { FullReading } from './figure.ts'
import type { Figure } from './figure.store.ts'
import { FiguresByUnit, FiguresOfMeasure, type FigureSorting } from './figure-table.views.tsx'
import { goalText, valueText } from './goal-text.ts'
import type { UnitValue } from './measured-below.store.ts'
import { MeasureCertificate, measureTitle } from './certificate.views.tsx'
import type { StandingValue } from './standing.store.ts'
import { figureText, TargetStatus, unitName, Why } from './work.views.tsx'

/** What the person may do here; what they may not is not shown. */
export type TargetRights = {
  assign: boolean
  write: boolean
  judge: boolean
  remind: boolean
  reportsFor: readonly number[]
}

export type ValueView = StandingValue & {
  /** Units asked for it, when it is reported. */
  asked: readonly number[]
  figures: readonly Figure[]
  /** By unit below, when it is measured. */
  below: readonly UnitValue[]
  /** Of the figures, those that the person may correct. */
  correctable: ReadonlySet<string>
}

type CardProps = {
  one: ValueView
  base: string
  names: UnitNames
  may: TargetRights
  /** Declared by all modules. */
  measures: readonly Measure[]
  /** The unit the plan is of. */
  unitSlug: string
  today: Day
  sorting: FigureSorting
  /** Of several values, those that the target stands or falls by lie open. */
  open: boolean
}

export function ValueCard(props: CardProps) {
  const { one, names, base, may, measures, unitSlug, today, open } = props
  const { value, status } = one
  return (
    <Card
      title={value.subject}
      aside={value.aim ? <Tag>{t('plan.target.aim')}</Tag> : undefined}
      id={`gia-tri-${value.position}`}
    >
      <Figures of={figuresOf(one)} />
      <p>
        <TargetStatus of={status.status} /> <Why of={status.why} />
      </p>
      {open ? (
        <Made {...props} />
      ) : (
        <Details summary={t('plan.target.made_of')}>
          <Made {...props} />
        </Details>
      )}
      {value.measureCode !== null && (
        <MeasureCertificate
          measures={measures}
          code={value.measureCode}
          on={today}
          rows={{ unitSlug, period: yearToDate(today) }}
        />
      )}
      <div class="tg-row">
        <Source>{howKnown(one, measures)}</Source>
        {may.assign && <a href={`${base}/gia-tri/${value.position}`}>{t('plan.target.change_binding')}</a>}
        <ReportLink one={one} names={names} may={may} />
      </div>
    </Card>
  )
}

/** How it came to be what it is: over time, and unit by unit. */
function Made({ one, names, base, may, measures, today, sorting }: CardProps) {
  const { value, readings } = one
  const at = `${base}#gia-tri-${value.position}`
  return (
    <>
      {readings.length > 1 && <Trend one={one} />}
      {value.basis === 'measure' ? (
        <FiguresOfMeasure
          of={one.below}
          unit={value.unit}
          sorting={sorting}
          at={at}
          href={rowsOf(measures, value.measureCode, yearToDate(today))}
        />
      ) : (
        <FiguresByUnit
          value={value}
          figures={one.figures}
          names={names}
          may={may}
          correctable={one.correctable}
          sorting={sorting}
          at={at}
        />
      )}
    </>
  )
}

const howKnown = ({ value }: StandingValue, measures: readonly Measure[]) =>
  value.basis === 'measure'
    ? t('plan.target.measured', { measure: measureTitle(measures, value.measureCode ?? '') })
    : t('plan.target.reported')

/** Where the rows of a unit below stand, when the measure shows them. */
function rowsOf(measures: readonly Measure[], code: string | null, period: Period) {
  const rowsHref = measures.find((one) => one.code === code)?.rowsHref
  return rowsHref ? (unitSlug: string) => rowsHref(unitSlug, period) : undefined
}

function ReportLink({ one, names, may }: Pick<CardProps, 'one' | 'names' | 'may'>) {
  if (one.value.basis === 'measure') return null
  const mine = one.asked.filter((id) => may.reportsFor.includes(id))
  const [only, ...others] = mine
  if (only === undefined) return null
  return others.length === 0 ? (
    <LinkButton kind="second" icon="pen" href={reportPath(one.value.id, only)}>
      {t('plan.target.report', { unit: unitName(names, only) })}
    </LinkButton>
  ) : (
    <LinkButton kind="second" icon="pen" href="/ke-hoach/so-lieu-can-bao">
      {t('plan.figure.asked')}
    </LinkButton>
  )
}

export const reportPath = (valueId: string, unitId: number) => `/ke-hoach/so-lieu/bao/${valueId}/${unitId}`

function figuresOf({ value, status, readings, asked }: ValueView) {
  const written = (number: number) => valueText(number, value.unit, figureText)
  const last = readings.findLast(({ on }) => on === status.reading?.on)
  return [
    {
      label: t('plan.target.goal'),
      value: goalText(value, figureText),
      of: `${t('plan.work.deadline')}: ${dayText(value.deadline)}`,
    },
    {
      label: t('plan.target.now'),
      value: last ? written(last.value) : null,
      of: last ? partsOf(last, value.basis === 'reported' ? asked.length : null) : t('plan.target.no_figure'),
    },
    {
      label: t('plan.target.gap'),
      value: status.gap === null ? null : status.gap < 1e-6 ? t('plan.target.gap_none') : written(status.gap),
    },
    {
      label: t('plan.target.forecast', { on: dayText(value.deadline) }),
      value: status.forecast === null ? null : written(status.forecast),
      of: status.forecast === null ? t('plan.target.no_forecast') : undefined,
    },
  ]
}

/** `asked`: how many units report; null when nobody does. */
function partsOf(reading: FullReading, asked: number | null): string {
  const { numerator, denominator, on, units } = reading
  return [
    denominator === null
      ? null
      : t('plan.figure.of', { numerator: figureText(numerator), denominator: figureText(denominator) }),
    t('plan.target.as_of', { on: dayText(on) }),
    asked === null || asked < 2 ? null : t('plan.target.from_units', { count: units, all: asked }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** 31/03: the sentence above the chart names the years; more would not fit under it on a phone. */
const shortDay = (on: Day) => dayText(on).slice(0, 5)

function Trend({ one: { value, readings, status } }: { one: ValueView }) {
  const shown = readings.slice(-12)
  const forecast = status.forecast
  const values: (number | null)[] = shown.map((reading) => reading.value)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return null
  const days = [...shown.map(({ on }) => on), ...(forecast === null ? [] : [value.deadline])]
  const written = (number: number) => valueText(number, value.unit, figureText)
  const says = t('plan.target.chart_says', {
    first: written(first.value),
    from: dayText(first.on),
    last: written(last.value),
    to: dayText(last.on),
  })
  return (
    <Chart
      kind="line"
      title={t('plan.target.chart')}
      says={says}
      axis={{
        name: t('plan.target.chart_axis'),
        places: days.map(shortDay),
        at: days.map((on) => daysBetween(first.on, on)),
      }}
      series={[
        {
          name: t('plan.target.chart_series'),
          values: forecast === null ? values : [...values, forecast],
          ...(forecast !== null && { forecastFrom: values.length }),
        },
      ]}
      target={value.goal}
      format={written}
    />
  )
}
