/** The board by unit and by day. */
import { say, t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { Due } from '#ui/due.tsx'
import { numberText } from '#ui/figures.ts'
import { type Column, Table } from '#ui/table.tsx'
import type { ComingDay, UnitLine } from './board.ts'
import { inBrief, pathOf } from '#modules/plan/public.ts'
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

type DaysProps = { plan: BoardPlan; days: readonly ComingDay[]; names: Names; today: Day }

/** Months that stand open; what lies farther off is folded. */
const near = 3

/** Overdue first, then month by month: a year of days in one list is read by nobody. */
export function Days({ plan, days, names, today }: DaysProps) {
  if (days.length === 0)
    return (
      <Card title={t('plan.board.by_day')}>
        <p>{t('plan.board.no_days')}</p>
      </Card>
    )
  const late = days.filter(({ on }) => on < today)
  const months = [...Map.groupBy(days.slice(late.length), ({ on }) => on.slice(0, 7))]
  const table = { plan, names, today }
  return (
    <>
      {late.length > 0 && <DayCard {...table} title={t('plan.board.overdue')} days={late} />}
      {months.slice(0, near).map(([month, of]) => (
        <DayCard {...table} title={monthTitle(month)} days={of} />
      ))}
      {months.slice(near).map(([month, of]) => (
        <Details summary={`${monthTitle(month)} (${t('plan.board.day_count', { count: of.length })})`}>
          <DayTable {...table} title={monthTitle(month)} days={of} />
        </Details>
      ))}
    </>
  )
}

const monthTitle = (month: string) =>
  t('plan.board.month', { month: String(Number(month.slice(5))), year: month.slice(0, 4) })

type DayTableProps = DaysProps & { title: string }

const DayCard = (props: DayTableProps) => (
  <Card title={props.title} aside={t('plan.board.day_count', { count: props.days.length })} flush>
    <DayTable {...props} />
  </Card>
)

function DayTable({ plan, title, days, names, today }: DayTableProps) {
  const href = ({ kind, ref }: ComingDay) => {
    if (kind === 'report') return `${pathOf(plan)}/ky-bao-cao`
    if (ref === null) return null
    return kind === 'target' ? targetHref(plan, ref) : taskHref(plan, ref)
  }
  const columns: Column<ComingDay>[] = [
    { key: 'title', label: t('plan.board.what'), head: true, cell: (day) => <DayTitle day={day} href={href(day)} /> },
    {
      key: 'unit',
      size: 'lg',
      label: t('plan.board.lead'),
      cell: ({ kind, leadUnitId }) => (kind === 'report' ? t('plan.board.all_units') : nameOf(names, leadUnitId)),
    },
    {
      key: 'due',
      size: 'lg',
      label: t('plan.board.due'),
      cell: ({ on }) => <Due days={daysBetween(today, on)} on={on} />,
    },
  ]
  return <Table caption={title} captionHidden exports={false} columns={columns} rows={days} empty="" fixed />
}

/** What it is stands under its name, beside its number in the plan. */
function DayTitle({ day, href }: { day: ComingDay; href: string | null }) {
  const title = day.kind === 'report' ? t('plan.board.report_due', { literal: day.title }) : inBrief(day.title)
  return (
    <>
      {href ? <a href={href}>{title}</a> : title}
      <small>{[say(`plan.board.kind_${day.kind}`), day.ref].filter(Boolean).join(' ')}</small>
    </>
  )
}
