/** The list of tasks, and the page of one: where it stands, its steps, its money, what was said about it. */
import { type Key, t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, percentText } from '#ui/figures.ts'
import { type Filter, Filters } from '#ui/filters.tsx'
import type { Returned } from '#ui/form.tsx'
import { Meter } from '#ui/meter.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import type { UnitNames } from './cooperation.store.ts'
import { Milestones, Money } from './task-part.views.tsx'
import { Notes } from './note.views.tsx'
import type { PastEvent } from './note.store.ts'
import type { StandingTask } from './standing.store.ts'
import { TaskRule } from './rule.views.tsx'
import type { StatusRule } from './status.ts'
import { isOpen } from './task.ts'
import type { Task } from './task.store.ts'
import { taskPath } from './task-path.ts'
import { seeSource } from './target.views.tsx'
import { crumbsOf, pathOf, PlanTabs, remindPath } from './plan-part.views.tsx'
import { History, inBrief, TaskStatusTag, unitList, unitName, Why } from './work.views.tsx'

type ListProps = {
  plan: { code: string; number: string | null; title: string }
  tasks: readonly StandingTask[]
  all: number
  names: UnitNames
  filters: readonly Filter[]
  /** The list goes on behind this. */
  next: string | null
  filtered: boolean
  today: Day
}

export function TaskListPage(props: ListProps) {
  const { plan, tasks, all, filters, next, filtered } = props
  const action = `${pathOf(plan)}/nhiem-vu`
  return (
    <Desk
      title={t('plan.task.list')}
      crumbs={crumbsOf(plan, t('plan.part.tasks'))}
      tabs={<PlanTabs plan={plan} part="/nhiem-vu" />}
      lead={t(tasks.length === all ? 'plan.task.list_all' : 'plan.task.list_lead', { shown: tasks.length, all })}
    >
      <div class="tg-panel">
        <Filters action={action} filters={filters} {...(filtered && { clear: action })} />
        <TaskTable {...props} />
      </div>
      {next && (
        <p>
          <LinkButton kind="second" href={next}>
            {t('plan.task.next_page')}
          </LinkButton>
        </p>
      )}
    </Desk>
  )
}

type TableProps = { tasks: readonly StandingTask[]; names: UnitNames; today: Day; empty?: string }

export const TaskTable = ({ tasks, names, today, empty }: TableProps) => (
  <Table
    caption={t('plan.task.list_caption')}
    captionHidden
    rows={tasks}
    empty={<p>{empty ?? t('plan.task.list_empty')}</p>}
    columns={[
      { key: 'ref', label: t('plan.task.ref'), number: true, cell: ({ task }) => task.ref },
      {
        key: 'name',
        label: t('plan.task.name'),
        head: true,
        cell: ({ task }) => (
          <>
            <a href={taskPath(task)}>{inBrief(task.wording)}</a>
            <small>
              {t(`plan.task.kind_${task.kind}`)} · {task.heading}
            </small>
          </>
        ),
      },
      { key: 'lead', label: t('plan.work.lead'), cell: ({ task }) => unitName(names, task.leadUnitId) },
      { key: 'due', label: t('plan.work.deadline'), cell: ({ task }) => <TaskDue task={task} today={today} /> },
      {
        key: 'share',
        label: t('plan.task.share'),
        cell: ({ shareDone }) => (shareDone === null ? null : <Share of={shareDone} />),
      },
      {
        key: 'status',
        label: t('plan.work.status'),
        cell: ({ status }) => <TaskStatusTag of={status.status} />,
      },
    ]}
  />
)

function TaskDue({ task, today }: { task: Task; today: Day }) {
  if (!task.dueOn) return <span class="tg-muted">{t('plan.work.no_deadline')}</span>
  return isOpen(task) ? <Due days={daysBetween(today, task.dueOn)} on={task.dueOn} /> : <>{dayText(task.dueOn)}</>
}

const Share = ({ of }: { of: number | null }) =>
  of === null ? (
    <span class="tg-muted">–</span>
  ) : (
    <>
      <span class="tg-num">{percentText(of)}</span>
      <Meter value={of} />
    </>
  )

/** What the person may do here; what they may not is not shown. */
type TaskRights = {
  assign: boolean
  change: boolean
  finish: Key | null
  stop: boolean
  remind: boolean
  reopen: boolean
}

export type TaskPageProps = {
  standing: StandingTask
  names: UnitNames
  history: readonly PastEvent[]
  /** All of the history was asked for. */
  whole: boolean
  sourceLine: number | null
  may: TaskRights
  rule: StatusRule
  today: Day
  formKey: string
  /** A form of this page that was refused. */
  back?: { form: 'note' | 'milestone' | 'money'; returned: Returned } | undefined
}

export function TaskPage(props: TaskPageProps) {
  const { standing, names, may, rule, today, formKey, back } = props
  const { task, status } = standing
  const base = taskPath(task)
  const plan = { code: task.planCode, number: task.planNumber, title: task.planTitle }
  const part = { standing, base, mayChange: may.change, today, formKey }
  return (
    <Desk
      title={inBrief(task.wording)}
      eyebrow={t('plan.task.eyebrow', {
        kind: t(`plan.task.kind_${task.kind}`),
        ref: task.ref,
        heading: task.heading,
      })}
      crumbs={crumbsOf(plan, t('plan.part.tasks'), { href: `${pathOf(plan)}/nhiem-vu`, label: task.ref })}
      tabs={<PlanTabs plan={plan} part="/nhiem-vu" />}
      lead={<TaskStatusTag of={status.status} large />}
      actions={<Actions may={may} base={base} remind={remindPath(task.planCode, 'nhiem-vu', task.ref)} />}
      problem={back !== undefined}
    >
      <div class="tg-stack">
        <Card>
          <p>
            <Why of={status.why} />
          </p>
          <TaskFacts {...props} />
          <TaskRule rule={rule} />
          {may.stop && may.finish !== null && (
            <p class="tg-small tg-muted">{t('plan.task.not_yet', { why: t(may.finish) })}</p>
          )}
        </Card>
        <Milestones {...part} returned={back?.form === 'milestone' ? back.returned : undefined} />
        <Money {...part} returned={back?.form === 'money' ? back.returned : undefined} />
        <Notes
          {...standing}
          names={names}
          base={base}
          mayWrite={may.change}
          formKey={formKey}
          back={back?.form === 'note' ? back.returned : undefined}
        />
        <History of={props.history} names={names} allHref={props.whole ? null : `${base}?lich-su=tat-ca#lich-su`} />
      </div>
    </Desk>
  )
}

const Actions = ({ may, base, remind }: { may: TaskRights; base: string; remind: string }) => (
  <div class="tg-row">
    {may.assign && (
      <LinkButton kind="second" icon="people" href={`${base}/phan-cong`}>
        {t('plan.work.assign')}
      </LinkButton>
    )}
    {may.finish === null && (
      <LinkButton kind="second" icon="done" href={`${base}/xong`}>
        {t('plan.task.finish_send')}
      </LinkButton>
    )}
    {may.remind && (
      <LinkButton kind="second" icon="bell" href={remind}>
        {t('plan.work.remind')}
      </LinkButton>
    )}
    {may.stop && (
      <LinkButton kind="plain" icon="stop" href={`${base}/dung`}>
        {t('plan.task.stop_send')}
      </LinkButton>
    )}
    {may.reopen && (
      <LinkButton kind="second" icon="back" href={`${base}/mo-lai`}>
        {t('plan.task.reopen_send')}
      </LinkButton>
    )}
  </div>
)

const TaskFacts = ({ standing: { task, shareDone }, names, today, sourceLine }: TaskPageProps) => (
  <SummaryList
    of={[
      { label: t('plan.work.lead'), value: unitName(names, task.leadUnitId) },
      { label: t('plan.work.cooperating'), value: unitList(names, task.cooperating) },
      task.startsOn ? { label: t('plan.task.starts'), value: dayText(task.startsOn) } : null,
      { label: t('plan.work.deadline'), value: <TaskDue task={task} today={today} /> },
      { label: t('plan.task.share'), value: <Share of={shareDone} /> },
      {
        label: t('plan.work.source'),
        value: task.wording,
        ...seeSource(task.planCode, sourceLine),
      },
    ]}
  />
)
