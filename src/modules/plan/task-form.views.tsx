/** Forms about a task. */
import type { ComponentChildren } from 'preact'
import { type Key, t } from '#kernel/text.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { Form, type Returned, type Values } from '#ui/form.tsx'
import { MoneyField, TextField } from '#ui/text-field.tsx'
import { Back, ChangedMeanwhile, type Meanwhile } from './target-form.views.tsx'
import type { Task } from './task.store.ts'
import { taskPath } from './task-path.ts'
import { inBrief, UnitPicker, UnitSelect } from './work.views.tsx'

type InPage = { base: string; formKey: string; back?: Returned | undefined }

export const MilestoneForm = ({ base, formKey, back }: InPage) => (
  <Form
    id="moc-moi"
    action={`${base}/moc`}
    words="plan.task"
    send="plan.task.milestone_add"
    idempotencyKey={`${formKey} milestone`}
    back={back}
  >
    <TextField name="title" width="full" />
    <DayField name="dueOn" />
  </Form>
)

export const MoneyForm = ({ base, formKey, back }: InPage) => (
  <Form
    id="nguon-moi"
    action={`${base}/kinh-phi`}
    words="plan.task"
    send="plan.task.money_add"
    idempotencyKey={`${formKey} money`}
    back={back}
  >
    <TextField name="source" />
    <MoneyField name="amount" />
    <TextField name="note" optional width="full" />
  </Form>
)

type AskProps = {
  task: Task
  title: Key
  send: Key
  action: string
  lead?: string
  values?: Values
  formKey: string
  back?: Returned | undefined
  children: ComponentChildren
}

/** One form about a task on a page of its own. */
export const TaskFormPage = ({ task, title, send, action, lead, values = {}, formKey, back, children }: AskProps) => (
  <Desk
    title={t(title)}
    eyebrow={`${task.ref} ${inBrief(task.wording)}`}
    lead={lead}
    narrow
    problem={back !== undefined}
  >
    <Form
      action={action}
      words="plan.task"
      send={send}
      idempotencyKey={formKey}
      values={values}
      back={back}
      also={<Back href={taskPath(task)} />}
    >
      {children}
    </Form>
  </Desk>
)

type AssignProps = {
  task: Task
  units: readonly UnitRow[]
  formKey: string
  back?: Returned | undefined
  meanwhile?: Meanwhile | undefined
}

export function AssignTaskPage({ task, units, formKey, back, meanwhile }: AssignProps) {
  const base = taskPath(task)
  return (
    <Desk
      title={t('plan.task.assign_title')}
      eyebrow={`${task.ref} ${inBrief(task.wording)}`}
      narrow
      problem={back !== undefined}
    >
      <div class="tg-stack">
        {meanwhile && <ChangedMeanwhile {...meanwhile} units={units} words="plan.task" theirs={`${base}/phan-cong`} />}
        <Form
          id="phan-cong"
          action={`${base}/phan-cong`}
          words="plan.task"
          send="plan.work.save"
          idempotencyKey={formKey}
          hidden={{ version: String(task.version) }}
          values={{
            leadUnitId: task.leadUnitId === null ? '' : String(task.leadUnitId),
            cooperating: task.cooperating.map(String),
            startsOn: task.startsOn,
            dueOn: task.dueOn,
          }}
          back={back}
          told={meanwhile !== undefined}
          also={<Back href={base} />}
        >
          <UnitSelect name="leadUnitId" units={units} />
          <UnitPicker name="cooperating" units={units} />
          <DayField name="startsOn" optional />
          <DayField name="dueOn" optional />
        </Form>
      </div>
    </Desk>
  )
}
