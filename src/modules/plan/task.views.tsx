/** The list of tasks, and the page of one: where it stands, its steps, its money, what was said about it. */
import { type Key, t } from '#kernel/text.ts'
import { type Day, daysBetween } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { Due } from '#ui/due.tsx'
import { dayText, moneyText, percentText } from '#ui/figures.ts'
import { type Filter, Filters } from '#ui/filters.tsx'
import type { Returned } from '#ui/form.tsx'
import { Meter } from '#ui/meter.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, Tag } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import type { UnitNames } from './cooperation.store.ts'
import { MilestoneForm, MoneyForm } from './task-form.views.tsx'
import { Notes } from './note.views.tsx'
import type { PastEvent } from './note.store.ts'
import type { StandingTask } from './standing.store.ts'
import { TaskRule } from './rule.views.tsx'
import type { StatusRule } from './status.ts'
import { fundingSums, isOpen } from './task.ts'
import type { Task } from './task.store.ts'
import { taskPath } from './task-path.ts'
import { sourcePath } from './target.views.tsx'
import { History, TaskStatusTag, unitList, unitName, Why } from './work.views.tsx'

type ListProps = {
  planCode: string
  planName: string
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
  const { planCode, planName, tasks, all, filters, next, filtered } = props
  const action = `/ke-hoach/${planCode}/nhiem-vu`
  return (
    <Desk
      title={t('plan.task.list')}
      eyebrow={planName}
      crumbs={[
        { href: '/ke-hoach', label: t('plan.nav') },
        { href: `/ke-hoach/${planCode}`, label: planName },
        { label: t('plan.task.list') },
      ]}
      lead={t('plan.task.list_lead', { shown: tasks.length, all })}
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
      { key: 'ref', label: '#', number: true, cell: ({ task }) => task.ref },
      {
        key: 'name',
        label: t('plan.task.name'),
        head: true,
        cell: ({ task }) => (
          <>
            <a href={taskPath(task)}>{task.heading}</a>
            <small>{t(`plan.task.kind_${task.kind}`)}</small>
          </>
        ),
      },
      { key: 'lead', label: t('plan.work.lead'), cell: ({ task }) => unitName(names, task.leadUnitId) },
      { key: 'due', label: t('plan.work.deadline'), cell: ({ task }) => <TaskDue task={task} today={today} /> },
      { key: 'share', label: t('plan.task.share'), cell: ({ shareDone }) => <Share of={shareDone} /> },
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
type TaskRights = { assign: boolean; change: boolean; finish: Key | null; stop: boolean; reopen: boolean }

export type TaskPageProps = {
  standing: StandingTask
  names: UnitNames
  history: readonly PastEvent[]
  may: TaskRights
  rule: StatusRule
  today: Day
  formKey: string
  files: boolean
  /** A form of this page that was refused. */
  back?: { form: 'note' | 'milestone' | 'money'; returned: Returned } | undefined
}

export function TaskPage(props: TaskPageProps) {
  const { standing, names, may, rule, formKey, back } = props
  const { task, status } = standing
  const base = taskPath(task)
  return (
    <Desk
      title={task.heading}
      eyebrow={t('plan.task.eyebrow', {
        kind: t(`plan.task.kind_${task.kind}`),
        ref: task.ref,
        plan: task.planNumber ?? task.planTitle,
      })}
      crumbs={[
        { href: '/ke-hoach', label: t('plan.nav') },
        { href: `/ke-hoach/${task.planCode}`, label: task.planNumber ?? task.planCode },
        { href: `/ke-hoach/${task.planCode}/nhiem-vu`, label: t('plan.task.list') },
        { label: task.ref },
      ]}
      lead={<TaskStatusTag of={status.status} large />}
      actions={<Actions may={may} base={base} />}
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
        <Milestones {...props} base={base} />
        <Money {...props} base={base} />
        <Notes
          {...standing}
          names={names}
          base={base}
          mayWrite={may.change}
          files={props.files}
          formKey={formKey}
          back={back?.form === 'note' ? back.returned : undefined}
        />
        <History of={props.history} names={names} />
      </div>
    </Desk>
  )
}

const Actions = ({ may, base }: { may: TaskRights; base: string }) => (
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

const TaskFacts = ({ standing: { task, shareDone }, names, today }: TaskPageProps) => (
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
        act: { href: sourcePath(task), label: t('plan.work.see_source') },
      },
    ]}
  />
)

type PartProps = TaskPageProps & { base: string }

function Milestones({ standing, may, base, today, formKey, back }: PartProps) {
  const returned = back?.form === 'milestone' ? back.returned : undefined
  return (
    <Card title={t('plan.task.milestones')} id="moc">
      <Table
        caption={t('plan.task.milestones')}
        captionHidden
        rows={standing.milestones}
        empty={<p>{t('plan.task.milestones_empty')}</p>}
        columns={[
          { key: 'title', label: t('plan.task.milestone'), head: true, cell: ({ title }) => title },
          {
            key: 'due',
            label: t('plan.work.deadline'),
            cell: ({ dueOn, doneOn }) =>
              doneOn ? dayText(dueOn) : <Due days={daysBetween(today, dueOn)} on={dueOn} />,
          },
          {
            key: 'state',
            label: t('plan.work.status'),
            cell: ({ id, doneOn }) =>
              doneOn ? (
                <Status tone="done">{t('plan.task.milestone_done', { on: dayText(doneOn) })}</Status>
              ) : may.change ? (
                <a href={`${base}/moc/${id}`}>{t('plan.task.milestone_reach')}</a>
              ) : (
                <Tag>{t('plan.task.milestone_open')}</Tag>
              ),
          },
        ]}
      />
      {may.change && (
        <Details summary={t('plan.task.milestone_add')} open={returned !== undefined}>
          <MilestoneForm base={base} formKey={formKey} back={returned} />
        </Details>
      )}
    </Card>
  )
}

function Money({ standing: { funding }, may, base, formKey, back }: PartProps) {
  const returned = back?.form === 'money' ? back.returned : undefined
  const sums = fundingSums(funding)
  const said = { spent: moneyText(sums.spent), amount: moneyText(sums.amount) }
  return (
    <Card
      title={t('plan.task.money')}
      aside={funding.length > 0 ? t('plan.task.money_lead', said) : undefined}
      id="kinh-phi"
    >
      {sums.spent > sums.amount && <Notice tone="wait">{t('plan.task.money_over')}</Notice>}
      <Table
        caption={t('plan.task.money')}
        captionHidden
        rows={funding}
        empty={<p>{t('plan.task.money_empty')}</p>}
        columns={[
          {
            key: 'source',
            label: t('plan.task.source'),
            head: true,
            cell: ({ source, note }) => (
              <>
                {source}
                {note && <small>{note}</small>}
              </>
            ),
          },
          { key: 'amount', label: t('plan.task.amount'), align: 'end', cell: ({ amount }) => moneyText(amount) },
          {
            key: 'spent',
            label: t('plan.task.spent'),
            align: 'end',
            cell: ({ id, spent }) => (
              <>
                {moneyText(spent)}
                {may.change && (
                  <small>
                    <a href={`${base}/kinh-phi/${id}`}>{t('plan.task.money_spend')}</a>
                  </small>
                )}
              </>
            ),
          },
        ]}
      />
      {may.change && (
        <Details summary={t('plan.task.money_add')} open={returned !== undefined}>
          <MoneyForm base={base} formKey={formKey} back={returned} />
        </Details>
      )}
    </Card>
  )
}
