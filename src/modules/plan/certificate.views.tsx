/** A measure as people read it: what it counts and by which text. */
import { citationOn, type Measure, type Period } from '#kernel/measure.ts'
import { say, t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Details } from '#ui/details.tsx'
import { dayText } from '#ui/figures.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { unitWord } from './goal-text.ts'
import { statusRuleOn } from './status.ts'

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
export const MeasureFacts = ({ measure, on }: { measure: Measure; on: Day }) => (
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
