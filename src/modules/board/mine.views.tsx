/** What the plan gives to one's own unit, in one place. */
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Figures } from '#ui/figure.tsx'
import { dayText, numberText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import { CoverageStatus } from '#modules/direction/public.ts'
import {
  type AskedRow,
  figureText,
  goalsText,
  nameOf,
  pathOf,
  type StandingTarget,
  type StandingTask,
  targetPath,
  TargetStatus,
  TaskTable,
  unitName,
  type UnitNames,
  valueText,
} from '#modules/plan/public.ts'

type Props = {
  unitId: number | null
  targets: readonly StandingTarget[]
  tasks: readonly StandingTask[]
  names: UnitNames
  counts: { returned: number; due: number; waiting: number; reminders: number }
  ownPlans: readonly OwnPlan[]
  mayConfirm: boolean
  today: Day
}

/** A plan of its own that the unit was asked to make. */
export type OwnPlan = { plan: { code: string; number: string | null; title: string }; asked: AskedRow }

export const MinePage = ({ unitId, targets, tasks, names, counts, ownPlans, mayConfirm, today }: Props) => (
  <Desk title={t('plan.mine')} lead={t('plan.mine_lead', { unit: unitName(names, unitId) })}>
    <div class="tg-stack">
      <Card title={t('plan.mine_figures')}>
        <Figures
          of={[
            {
              label: t('plan.mine_reminders'),
              value: numberText(counts.reminders),
              href: '/ke-hoach/don-doc?xem=received',
            },
            { label: t('plan.mine_due'), value: numberText(counts.due), href: '/ke-hoach/so-lieu-can-bao' },
            { label: t('plan.mine_returned'), value: numberText(counts.returned), href: '/ke-hoach/so-lieu-can-bao' },
            ...(mayConfirm
              ? [
                  {
                    label: t('plan.mine_waiting'),
                    value: numberText(counts.waiting),
                    href: '/ke-hoach/so-lieu-cho-xac-nhan',
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {ownPlans.length > 0 && (
        <Card title={t('plan.mine_own_plans')} flush>
          <OwnPlans of={ownPlans} today={today} />
        </Card>
      )}
      <Card title={t('plan.mine_tasks')} flush>
        <TaskTable tasks={tasks} names={names} today={today} empty={t('plan.mine_tasks_empty')} />
      </Card>
      <Card title={t('plan.mine_targets')} flush>
        <TargetTable targets={targets} names={names} unitId={unitId} />
      </Card>
    </div>
  </Desk>
)

const OwnPlans = ({ of, today }: { of: readonly OwnPlan[]; today: Day }) => (
  <Table
    caption={t('plan.mine_own_plans')}
    captionHidden
    rows={of}
    empty=""
    columns={[
      {
        key: 'plan',
        label: t('plan.mine_own_plan'),
        head: true,
        cell: ({ plan, asked }) => (
          <>
            <a href={`${pathOf(plan)}/don-vi/${asked.slug}`}>{t('plan.unit_plan.of', { unit: asked.name })}</a>
            <small>{nameOf(plan)}</small>
          </>
        ),
      },
      { key: 'due', label: t('plan.work.deadline'), cell: ({ asked }) => dayText(asked.dueOn) },
      {
        key: 'state',
        label: t('plan.work.status'),
        cell: ({ asked }) => <CoverageStatus one={asked} today={today} />,
      },
    ]}
  />
)

const TargetTable = ({ targets, names, unitId }: Pick<Props, 'targets' | 'names' | 'unitId'>) => (
  <Table
    caption={t('plan.mine_targets')}
    captionHidden
    rows={targets}
    empty={<Nothing what={t('plan.mine_targets_empty')} />}
    columns={[
      { key: 'ref', label: t('plan.task.ref'), number: true, cell: ({ target }) => target.ref },
      {
        key: 'title',
        label: t('plan.figure.value'),
        head: true,
        cell: ({ target }) => (
          <>
            <a href={targetPath(target)}>{target.title}</a>
            <small>{unitName(names, target.leadUnitId)}</small>
          </>
        ),
      },
      {
        key: 'part',
        label: t('plan.mine_role'),
        cell: ({ target }) => t(target.leadUnitId === unitId ? 'plan.work.lead' : 'plan.work.cooperating'),
      },
      {
        key: 'goal',
        label: t('plan.target.goal'),
        cell: ({ values }) => (
          <b class="tg-num">
            {goalsText(
              values.map(({ value }) => value),
              figureText,
            )}
          </b>
        ),
      },
      { key: 'now', label: t('plan.target.now'), cell: (one) => <Now of={one} /> },
      { key: 'status', label: t('plan.work.status'), cell: ({ status }) => <TargetStatus of={status} /> },
    ]}
  />
)

/** Nothing here; the whole plan is one press away. */
const Nothing = ({ what }: { what: string }) => (
  <p>
    {what} <a href="/ke-hoach">{t('plan.mine_see_plans')}</a>
  </p>
)

/** Each number by itself: they mean different things and are never put together. */
function Now({ of: { values } }: { of: StandingTarget }) {
  const known = values.map(({ value, status }) =>
    status.reading ? valueText(status.reading.value, value.unit, figureText) : '–',
  )
  return <span class="tg-val">{known.join(' / ')}</span>
}
