import type { Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { Form, type Returned as Back } from '#ui/form.tsx'
import { Meter } from '#ui/meter.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import type { TargetCoverage } from './coverage.ts'
import { type AskedRow, crumbsOf, pathOf, type PlanHead, PlanTabs } from '#modules/plan/public.ts'
import { type Coverage, coverageCounts, coverageOf, isUnitPlanLate } from './unit-plan.ts'

type Props = {
  plan: PlanHead
  asked: readonly AskedRow[]
  targets: readonly TargetCoverage[]
  mine: AskedRow | null
  today: Day
  mayRemind: boolean
  mayAsk: boolean
  units: readonly UnitRow[]
  back: Returned | undefined
  idempotencyKey: string
}

const tones: Record<Coverage, StatusTone> = { none: 'new', draft: 'run', published: 'done' }

export function CoverageStatus({ one, today }: { one: AskedRow; today: Day }) {
  const coverage = coverageOf(one)
  const isLate = isUnitPlanLate(one, today)
  const tone = isLate && coverage !== 'published' ? 'late' : tones[coverage]
  const on = one.publishedOn ? dayText(one.publishedOn) : ''
  return <Status tone={tone}>{t(`plan.unit_plan.state.${coverage}${isLate ? '_late' : ''}`, { on })}</Status>
}

export function CoveragePage(props: Props) {
  const { plan, asked, mine, today, mayRemind } = props
  const counts = coverageCounts(asked, today)
  const late = `/ke-hoach/don-doc/moi?ke-hoach=${encodeURIComponent(plan.code)}&viec=ke-hoach-rieng`
  return (
    <Desk
      title={t('plan.unit_plan.title')}
      tabs={<PlanTabs plan={plan} part="/don-vi" />}
      lead={t('plan.unit_plan.lead')}
      crumbs={crumbsOf(plan, t('plan.unit_plan.crumb'))}
      problem={props.back !== undefined}
      actions={
        <>
          {mine && (
            <LinkButton kind={mayRemind ? 'second' : 'main'} href={`${pathOf(plan)}/don-vi/${mine.slug}`}>
              {t('plan.unit_plan.mine')}
            </LinkButton>
          )}
          {mayRemind && counts.late > 0 && (
            <LinkButton href={late}>{t('plan.unit_plan.remind_late', { count: counts.late })}</LinkButton>
          )}
        </>
      }
    >
      <div class="tg-stack tg-stack-lg">
        {asked.length > 0 && <Counts {...counts} />}
        <Card title={t('plan.unit_plan.asked')} flush>
          <Units {...props} />
        </Card>
        {asked.length > 0 && (
          <div class="tg-stack">
            <Card title={t('plan.unit_plan.by_target')} flush>
              <Targets {...props} />
            </Card>
            <p class="tg-muted tg-small">{t('plan.unit_plan.by_target_note')}</p>
          </div>
        )}
        {props.mayAsk && <Ask {...props} />}
      </div>
    </Desk>
  )
}

const Counts = (counts: ReturnType<typeof coverageCounts>) => (
  <div class="tg-stack">
    <Facts
      of={[
        { icon: 'done', label: t('plan.unit_plan.published'), value: numberText(counts.published) },
        { icon: 'pen', label: t('plan.unit_plan.draft'), value: numberText(counts.draft) },
        { icon: 'minus', label: t('plan.unit_plan.none'), value: numberText(counts.none) },
        { icon: 'clock', label: t('plan.unit_plan.late'), value: numberText(counts.late) },
      ]}
    />
    <p>
      <Meter value={(100 * counts.published) / counts.asked} />{' '}
      {t('plan.unit_plan.share', { done: counts.published, all: counts.asked })}
    </p>
  </div>
)

/** Those that can be acted on come first: late, in draft, not begun; then those that have published. */
const order = (one: AskedRow, today: Day) => (coverageOf(one) === 'published' ? 2 : isUnitPlanLate(one, today) ? 0 : 1)

const Units = ({ plan, asked, today }: Props) => (
  <Table
    caption={t('plan.unit_plan.asked')}
    captionHidden
    rows={asked.toSorted((a, b) => order(a, today) - order(b, today))}
    columns={[
      {
        key: 'unit',
        label: t('plan.unit_plan.column.unit'),
        head: true,
        cell: (one) => <a href={`${pathOf(plan)}/don-vi/${one.slug}`}>{one.name}</a>,
      },
      { key: 'due', label: t('plan.unit_plan.column.due'), cell: (one) => dayText(one.dueOn) },
      {
        key: 'state',
        label: t('plan.unit_plan.column.state'),
        cell: (one) => <CoverageStatus one={one} today={today} />,
      },
      { key: 'number', label: t('plan.unit_plan.column.number'), cell: (one) => one.number ?? '–' },
      {
        key: 'items',
        label: t('plan.unit_plan.column.items'),
        align: 'end',
        cell: (one) => (one.items === null ? '–' : numberText(one.items)),
      },
    ]}
    empty={
      <Void level={3} title={t('plan.unit_plan.nobody')}>
        <p>{t('plan.unit_plan.nobody_text')}</p>
      </Void>
    }
  />
)

const mostNamed = 3

function Lacking({ units, asked }: { units: readonly number[]; asked: readonly AskedRow[] }) {
  const names = asked.filter(({ unitId }) => units.includes(unitId)).map(({ name }) => name)
  if (names.length === 0) return <>–</>
  if (names.length <= mostNamed + 1) return <>{names.join('; ')}</>
  const few = names.slice(0, mostNamed).join('; ')
  return <>{t('plan.unit_plan.and_more', { names: few, count: names.length - mostNamed })}</>
}

const Targets = ({ asked, targets }: Props) => (
  <Table
    caption={t('plan.unit_plan.by_target')}
    captionHidden
    rows={targets}
    columns={[
      {
        key: 'target',
        label: t('plan.unit_plan.column.target'),
        head: true,
        cell: ({ target }) => `${target.ref} ${target.title}`,
      },
      {
        key: 'covered',
        label: t('plan.unit_plan.column.covered'),
        cell: ({ concerned, covered, others }) => (
          <>
            {concerned > 0
              ? t('plan.unit_plan.covered', { done: covered, all: concerned })
              : t('plan.unit_plan.covered_nobody')}
            {others > 0 && <small>{t('plan.unit_plan.covered_others', { count: others })}</small>}
          </>
        ),
      },
      {
        key: 'lacking',
        label: t('plan.unit_plan.column.lacking'),
        cell: ({ lacking }) => <Lacking units={lacking} asked={asked} />,
      },
    ]}
    empty={<p>–</p>}
  />
)

const Ask = ({ plan, units, back, idempotencyKey }: Props) => (
  <Details summary={t('plan.unit_plan.ask_title')} open={back !== undefined}>
    <Form
      action={`${pathOf(plan)}/don-vi`}
      words="plan.unit_plan.ask"
      send="plan.unit_plan.ask"
      back={back as Back | undefined}
      idempotencyKey={idempotencyKey}
    >
      <Select name="units" options={units.map((unit) => ({ value: unit.slug, label: unit.name }))} />
      <DayField name="dueOn" />
    </Form>
  </Details>
)
