/** Pages of one task. */
import type { z } from 'zod'
import type { Command } from '#kernel/command.ts'
import type { Json } from '#kernel/event.store.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { type Answer, get, post, type Route, type WebContext } from '#kernel/web.ts'
import { DayField } from '#ui/day-field.tsx'
import { go } from '#ui/go.ts'
import { MoneyField, TextField } from '#ui/text-field.tsx'
import { unitNames } from './cooperation.store.ts'
import { unitsOfEvents } from './history.ts'
import { differencesOf } from './meanwhile.ts'
import { addFunding, addMilestone, reachMilestone, spendFunding } from './milestone.commands.ts'
import { submitWithEvidence } from './evidence.pages.tsx'
import { addNote, closeRisk } from './note.commands.ts'
import { findNote, historyOf } from './note.store.ts'
import { CloseRiskPage } from './note.views.tsx'
import { objectionToAssign, objectionToRemind } from './standpoint.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { sourceLineOf } from './source-line.store.ts'
import { standingOfTasks } from './standing.store.ts'
import { statusRuleOn } from './status.ts'
import { isOpen, objectionToChange, objectionToFinish, objectionToReopen, objectionToStop } from './task.ts'
import { assignTask, finishTask, reopenTask, stopTask } from './task.commands.ts'
import { AssignTaskPage, TaskFormPage } from './task-form.views.tsx'
import { taskPath } from './task-path.ts'
import { getTask, listFunding, listMilestones, type Task } from './task.store.ts'
import { TaskPage, type TaskPageProps } from './task.views.tsx'

const asked = (c: WebContext): Promise<Task> =>
  getTask(c.var.ctx.db, c.req.param('code') ?? '', c.req.param('ref') ?? '')

const formKey = (c: WebContext) => newId(c.var.ctx.now)

/** More than any task has seen. */
const allHistory = 1000

/** A form sent to a command, whatever the command is. */
type Through = (c: WebContext, more: Record<string, unknown>) => Promise<{ ok: true } | Returned>
const through =
  <In extends z.ZodType, Out extends Json>(command: Command<In, Out>): Through =>
  (c, more) =>
    submit(c, command, more)

async function taskPage(c: WebContext, back?: TaskPageProps['back']) {
  const { ctx } = c.var
  const task = await asked(c)
  const today = dayOf(ctx.now)
  const [standing = refuse('missing', 'plan.task.missing')] = await standingOfTasks(ctx.db, [task], today)
  const whole = c.req.query('lich-su') === 'tat-ca'
  const history = await historyOf(ctx.db, `plan.task/${task.id}`, whole ? allHistory : undefined)
  const at = await standpointOf(ctx, task)
  const { milestones, openRisks, notes } = standing
  const left = { openMilestones: milestones.filter(({ doneOn }) => !doneOn).length, openRisks: openRisks.length }
  const may = {
    assign: objectionToAssign(at) === null,
    change: objectionToChange(at, task) === null,
    finish: objectionToFinish(at, { ...task, ...left }),
    stop: objectionToStop(at, task) === null,
    remind: isOpen(task) && objectionToRemind(at) === null,
    reopen: objectionToReopen(at, task) === null,
  }
  const names = await unitNames(ctx.db, [
    task.leadUnitId,
    ...task.cooperating,
    ...notes.map(({ unitId }) => unitId),
    ...unitsOfEvents(history),
  ])
  const sourceLine = await sourceLineOf(ctx.db, task.planId, task.id)
  const shown = { sourceLine, whole, standing, names, history, may, rule: statusRuleOn(today), today }
  return <TaskPage {...shown} formKey={formKey(c)} back={back} />
}

async function assignPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const task = await asked(c)
  heed(objectionToAssign(await standpointOf(ctx, task)))
  const units = await listUnits(ctx.db, dayOf(ctx.now))
  const changed = back?.key === 'kernel.changed_meanwhile'
  const [last] = changed ? await historyOf(ctx.db, `plan.task/${task.id}`, 1) : []
  const fields = [
    { name: 'leadUnitId', now: [task.leadUnitId ?? ''].map(String) },
    { name: 'cooperating', now: task.cooperating.map(String) },
    { name: 'startsOn', now: [task.startsOn ?? ''] },
    { name: 'dueOn', now: [task.dueOn ?? ''] },
  ]
  const meanwhile = back && last ? { last, differences: differencesOf(back.typed, fields) } : undefined
  return <AssignTaskPage task={task} units={units} formKey={formKey(c)} back={back} meanwhile={meanwhile} />
}

async function milestonePage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const task = await asked(c)
  heed(objectionToChange(await standpointOf(ctx, task), task))
  const id = c.req.param('milestone')
  const found = (await listMilestones(ctx.db, [task.id])).find((one) => one.id === id)
  const { title } = found ?? refuse('missing', 'plan.task.milestone_missing')
  return (
    <TaskFormPage
      task={task}
      title="plan.task.milestone_reach"
      lead={title}
      send="plan.work.save"
      action={`${taskPath(task)}/moc/${id}`}
      values={{ doneOn: dayOf(ctx.now) }}
      formKey={formKey(c)}
      back={back}
    >
      <DayField name="doneOn" />
    </TaskFormPage>
  )
}

async function moneyPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const task = await asked(c)
  heed(objectionToChange(await standpointOf(ctx, task), task))
  const id = c.req.param('funding')
  const found = (await listFunding(ctx.db, [task.id])).find((one) => one.id === id)
  const { source, spent } = found ?? refuse('missing', 'plan.task.funding_missing')
  return (
    <TaskFormPage
      task={task}
      title="plan.task.money_spend"
      lead={source}
      send="plan.work.save"
      action={`${taskPath(task)}/kinh-phi/${id}`}
      values={{ spent }}
      formKey={formKey(c)}
      back={back}
    >
      <MoneyField name="spent" />
    </TaskFormPage>
  )
}

async function riskPage(c: WebContext, back?: Returned) {
  const task = await asked(c)
  heed(objectionToChange(await standpointOf(c.var.ctx, task), task))
  const risk = (await findNote(c.var.ctx.db, c.req.param('note') ?? '')) ?? refuse('missing', 'plan.note.missing')
  return <CloseRiskPage risk={risk} base={taskPath(task)} title={task.heading} formKey={formKey(c)} back={back} />
}

async function finishPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const task = await asked(c)
  heed(objectionToStop(await standpointOf(ctx, task), task))
  return (
    <TaskFormPage
      task={task}
      title="plan.task.finish_title"
      send="plan.task.finish_send"
      action={`${taskPath(task)}/xong`}
      values={{ doneOn: dayOf(ctx.now) }}
      formKey={formKey(c)}
      back={back}
    >
      <DayField name="doneOn" />
      <TextField name="wording" lines={4} />
    </TaskFormPage>
  )
}

/** `dung` stops the task, `mo-lai` opens it again; both want a reason. */
const turns = {
  dung: { command: through(stopTask), objection: objectionToStop, words: 'stop', done: 'plan.task.stopped_now' },
  'mo-lai': { command: through(reopenTask), objection: objectionToReopen, words: 'reopen', done: 'plan.task.reopened' },
} as const

async function turnPage(c: WebContext, turn: keyof typeof turns, back?: Returned) {
  const task = await asked(c)
  const { objection, words } = turns[turn]
  heed(objection(await standpointOf(c.var.ctx, task), task))
  return (
    <TaskFormPage
      task={task}
      title={`plan.task.${words}_title`}
      send={`plan.task.${words}_send`}
      action={`${taskPath(task)}/${turn}`}
      formKey={formKey(c)}
      back={back}
    >
      <TextField name="reason" lines={3} />
    </TaskFormPage>
  )
}

type Sending = {
  command: Through
  with: (task: Task) => Record<string, unknown>
  done: Key
  refused: (returned: Returned) => Promise<Exclude<Answer, Response>>
}

/** Performs what a form of the task asked; then back to the task, or to the form with what is wrong. */
async function send(c: WebContext, { command, with: more, done, refused }: Sending): Promise<Answer> {
  const task = await asked(c)
  const sent = await command(c, more(task))
  if (sent.ok) return go(c, taskPath(task), done)
  const page = await refused(sent)
  return 'page' in page ? page : { status: sent.status, page }
}

const at = '/ke-hoach/:code/nhiem-vu/:ref'
type Form = NonNullable<TaskPageProps['back']>['form']
const inPage = (c: WebContext, form: Form) => (returned: Returned) => taskPage(c, { form, returned })
const task = ({ id }: Task) => ({ taskId: id })
const self = ({ id }: Task) => ({ id })

const onPage = (path: string, form: Form, command: Through, done: Key, more: Sending['with']): Route =>
  post(`${at}/${path}`, 'plan.work', (c) => send(c, { command, with: more, done, refused: inPage(c, form) }))

type Own = { path: string; needs: string; page: (c: WebContext, back?: Returned) => Promise<Exclude<Answer, Response>> }
const onOwnPage = (
  { path, needs, page }: Own,
  command: Through,
  done: Key,
  more: (c: WebContext) => Sending['with'],
) => [
  get(`${at}/${path}`, needs, (c) => page(c)),
  post(`${at}/${path}`, needs, (c) =>
    send(c, { command, with: more(c), done, refused: (returned) => page(c, returned) }),
  ),
]

export const taskPages: readonly Route[] = [
  get(at, 'plan.read', (c) => taskPage(c)),
  onPage(
    'ghi-nhan',
    'note',
    (c, more) => submitWithEvidence(c, addNote, more),
    'plan.note.added',
    ({ id }) => ({ thing: 'task', id }),
  ),
  onPage('moc', 'milestone', through(addMilestone), 'plan.task.milestone_added', task),
  onPage('kinh-phi', 'money', through(addFunding), 'plan.task.money_added', task),
  ...onOwnPage(
    { path: 'phan-cong', needs: 'plan.assign', page: assignPage },
    through(assignTask),
    'plan.work.assigned',
    () => self,
  ),
  ...onOwnPage(
    { path: 'xong', needs: 'plan.work', page: finishPage },
    through(finishTask),
    'plan.task.finished',
    () => self,
  ),
  ...onOwnPage(
    { path: 'moc/:milestone', needs: 'plan.work', page: milestonePage },
    through(reachMilestone),
    'plan.task.milestone_reached',
    (c) => () => ({ id: c.req.param('milestone') }),
  ),
  ...onOwnPage(
    { path: 'kinh-phi/:funding', needs: 'plan.work', page: moneyPage },
    through(spendFunding),
    'plan.task.money_spent',
    (c) => () => ({ id: c.req.param('funding') }),
  ),
  ...onOwnPage(
    { path: 'rui-ro/:note', needs: 'plan.work', page: riskPage },
    through(closeRisk),
    'plan.note.risk_closed_now',
    (c) => () => ({ thing: 'task', noteId: c.req.param('note') }),
  ),
  ...(['dung', 'mo-lai'] as const).flatMap((turn) =>
    onOwnPage(
      { path: turn, needs: 'plan.work', page: (c, back) => turnPage(c, turn, back) },
      turns[turn].command,
      turns[turn].done,
      () => self,
    ),
  ),
]
