/** The board by unit and by day. */
import { say, t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Due } from '#ui/due.tsx'
import { numberText } from '#ui/figures.ts'
import { type Column, Table } from '#ui/table.tsx'
import type { ComingDay, UnitLine } from './board.ts'
import { type BoardPlan, type Names, nameOf, targetHref, taskHref } from './board.views.tsx'

export function Units({ plan, lines, names }: { plan: BoardPlan; lines: readonly UnitLine[]; names: Names }) {
  const columns: Column<UnitLine>[] = [
    {
      key: 'unit',
      label: t('plan.board.unit'),
      head: true,
      cell: ({ unitId }) => (
        <a href={`/ke-hoach/${plan.code}?don-vi=${names.get(unitId)?.slug ?? ''}`}>{nameOf(names, unitId)}</a>
      ),
    },
    { key: 'targets', label: t('plan.board.targets'), align: 'end', cell: ({ targets }) => numberText(targets.length) },
    ...(['late', 'at_risk'] as const).map(
      (standing): Column<UnitLine> => ({
        key: `targets-${standing}`,
        label: t(standing === 'late' ? 'plan.board.targets_late' : 'plan.board.targets_at_risk'),
        align: 'end',
        cell: ({ targets }) => numberText(targets.filter((one) => one.standing === standing).length),
      }),
    ),
    { key: 'tasks', label: t('plan.board.tasks'), align: 'end', cell: ({ tasks }) => numberText(tasks.length) },
    {
      key: 'tasks-done',
      label: t('plan.board.tasks_done'),
      align: 'end',
      cell: ({ tasks }) => numberText(tasks.filter(({ standing }) => standing === 'done').length),
    },
    {
      key: 'tasks-late',
      label: t('plan.board.tasks_late'),
      align: 'end',
      cell: ({ tasks }) => numberText(tasks.filter(({ standing }) => standing === 'late').length),
    },
  ]
  return (
    <Card title={t('plan.board.by_unit')} aside={t('plan.board.worst_first')} flush>
      <Table
        caption={t('plan.board.by_unit')}
        captionHidden
        exports={false}
        columns={columns}
        rows={lines}
        empty={<p>{t('plan.board.no_leads')}</p>}
      />
    </Card>
  )
}

export function Days({
  plan,
  days,
  names,
  today,
}: {
  plan: BoardPlan
  days: readonly ComingDay[]
  names: Names
  today: Day
}) {
  const href = ({ kind, ref }: ComingDay) =>
    ref === null ? null : kind === 'target' ? targetHref(plan, ref) : taskHref(plan, ref)
  const columns: Column<ComingDay>[] = [
    { key: 'title', label: t('plan.board.what'), head: true, cell: (day) => <DayTitle day={day} href={href(day)} /> },
    { key: 'kind', label: t('plan.board.kind'), cell: ({ kind }) => say(`plan.board.kind_${kind}`) },
    {
      key: 'unit',
      label: t('plan.board.lead'),
      cell: ({ kind, leadUnitId }) => (kind === 'report' ? t('plan.board.all_units') : nameOf(names, leadUnitId)),
    },
    { key: 'due', label: t('plan.board.due'), cell: ({ on }) => <Due days={daysBetween(today, on)} on={on} /> },
  ]
  return (
    <Card title={t('plan.board.by_day')} flush>
      <Table
        caption={t('plan.board.by_day')}
        captionHidden
        exports={false}
        columns={columns}
        rows={days}
        empty={<p>{t('plan.board.no_days')}</p>}
      />
    </Card>
  )
}

const DayTitle = ({ day, href }: { day: ComingDay; href: string | null }) => (
  <>
    {href ? <a href={href}>{day.title}</a> : day.title}
    {day.ref && <small>{day.ref}</small>}
  </>
)
