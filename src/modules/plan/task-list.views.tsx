/** What of a plan's tasks one wants to see. */
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { Filter } from '#ui/filters.tsx'
import type { UnitNames } from './cooperation.store.ts'
import { taskKinds } from './plan.ts'
import type { StandingTask } from './standing.store.ts'
import { taskStandings } from './task-status.ts'
import { TaskListPage } from './task.views.tsx'
import { inVietnameseOrder } from '#kernel/fold.ts'

type Props = {
  plan: { code: string; number: string | null; title: string }
  tasks: readonly StandingTask[]
  all: number
  names: UnitNames
  wanted: { unit: string; status: string; kind: string; due: string }
  next: string | null
  today: Day
}

export const TaskListView = ({ wanted, ...props }: Props) => (
  <TaskListPage {...props} filters={filtersOf(wanted, props.names)} filtered={Object.values(wanted).some(Boolean)} />
)

const filtersOf = ({ unit, status, kind, due }: Props['wanted'], names: UnitNames): Filter[] => [
  {
    name: 'unit',
    label: t('plan.task.filter_unit'),
    value: unit,
    options: [...names.values()]
      .toSorted((a, b) => inVietnameseOrder(a.name, b.name))
      .map(({ id, name }) => ({ value: String(id), label: name })),
  },
  {
    name: 'status',
    label: t('plan.task.filter_status'),
    value: status,
    options: taskStandings.map((one) => ({ value: one, label: t(`plan.task.${one}`) })),
  },
  {
    name: 'kind',
    label: t('plan.task.filter_kind'),
    value: kind,
    options: taskKinds.map((one) => ({ value: one, label: t(`plan.task.kind_${one}`) })),
  },
  {
    name: 'due',
    label: t('plan.task.filter_due'),
    value: due,
    options: (['past', 'month', 'quarter', 'none'] as const).map((one) => ({
      value: one,
      label: t(`plan.task.due_${one}`),
    })),
  },
]
