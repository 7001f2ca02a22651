/** The pages of background jobs and mails. */
import type { JobRow, JobState } from '#kernel/job.ts'
import type { Mail, MailState } from '#kernel/mail.store.ts'
import { hasMessage, say, t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import type { Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Bulk, Table, type Column } from '#ui/table.tsx'

export const jobList = '/quan-tri/cong-viec'
export const mailList = '/quan-tri/thu'

/** What needs somebody comes first. */
export const jobStates = ['failed', 'retry', 'active', 'created', 'completed', 'cancelled'] as const
export const mailStates = ['refused', 'given_up', 'no_server', 'waiting', 'sent'] as const

const jobTones: Record<JobState, StatusTone> = {
  failed: 'error',
  retry: 'risk',
  active: 'run',
  created: 'new',
  completed: 'done',
  cancelled: 'stop',
}
const mailTones: Record<MailState, StatusTone> = {
  refused: 'error',
  given_up: 'error',
  no_server: 'risk',
  waiting: 'new',
  sent: 'done',
}

/** As many as one look at a state gives. */
const most = 100

const jobName = (name: string) => (hasMessage(name) ? say(name) : name)
const momentOrNone = (moment: Date | null) => (moment ? momentText(moment) : '–')
const Fault = ({ back }: { back: Returned | undefined }) =>
  back ? (
    <Notice tone="error">
      {t(back.key === 'kernel.check_the_form' ? 'admin.job.none_ticked' : back.key, back.params)}
    </Notice>
  ) : null

type StateChips<S extends string> = {
  at: string
  words: 'admin.job.is' | 'kernel.mail.state'
  states: readonly S[]
  state: S
  counts: ReadonlyMap<S, number>
}

const States = <S extends string>({ at, words, states, state, counts }: StateChips<S>) => (
  <Chips
    of={states.map((one) => ({
      href: `${at}?trang-thai=${one}`,
      label: say(`${words}.${one}`),
      count: counts.get(one) ?? 0,
      current: one === state,
    }))}
  />
)

type JobsProps = {
  rows: readonly JobRow[]
  state: JobState
  counts: ReadonlyMap<JobState, number>
  back: Returned | undefined
}

export function JobListPage({ rows, state, counts, back }: JobsProps) {
  const columns: Column<JobRow>[] = [
    {
      key: 'name',
      label: t('admin.job.name'),
      head: true,
      cell: ({ id, name }) => <a href={`${jobList}/${id}`}>{jobName(name)}</a>,
    },
    { key: 'created', label: t('admin.job.created'), cell: ({ createdAt }) => momentText(createdAt) },
    { key: 'ended', label: t('admin.job.last'), cell: (job) => momentOrNone(job.completedAt ?? job.startedAt) },
    { key: 'retries', label: t('admin.job.retries'), align: 'end', cell: ({ retries }) => retries },
    { key: 'error', label: t('admin.job.error'), cell: ({ error }) => <Error text={error} /> },
  ]
  const pick = {
    form: 'chon',
    name: 'ids',
    value: (job: JobRow) => job.id,
    label: (job: JobRow) => `${jobName(job.name)}, ${momentText(job.createdAt)}`,
  }
  const mayRetry = state === 'failed' && rows.length > 0
  return (
    <Desk title={t('admin.job.list')} lead={t('admin.job.lead')} problem={back !== undefined}>
      <div class="tg-stack">
        <Fault back={back} />
        <States at={jobList} words="admin.job.is" states={jobStates} state={state} counts={counts} />
        <div class="tg-panel">
          {mayRetry && <Retry action={jobList} />}
          <Table
            caption={say(`admin.job.is.${state}`)}
            captionHidden
            columns={columns}
            rows={rows}
            empty={t('admin.job.none')}
            {...(mayRetry && { pick })}
          />
        </div>
        {rows.length === most && <p class="tg-small tg-muted">{t('admin.job.newest', { count: most })}</p>}
      </div>
    </Desk>
  )
}

const Retry = ({ action }: { action: string }) => (
  <Bulk id="chon" action={action}>
    <Button kind="second" icon="run">
      {t('admin.job.retry')}
    </Button>
  </Bulk>
)

/** As the fault said it, which is seldom a sentence for people; cut, because the whole is on the page of the job. */
const Error = ({ text }: { text: string | null }) =>
  text === null ? <>–</> : <span class="tg-code">{text.length > 160 ? `${text.slice(0, 160)}…` : text}</span>

export const JobPage = ({ job, back }: { job: JobRow; back: Returned | undefined }) => (
  <Desk
    title={jobName(job.name)}
    crumbs={[{ href: jobList, label: t('admin.job.list') }, { label: jobName(job.name) }]}
    problem={back !== undefined}
  >
    <div class="tg-stack">
      <Fault back={back} />
      <Card>
        <SummaryList
          of={[
            {
              label: t('admin.job.state'),
              value: <Status tone={jobTones[job.state]}>{say(`admin.job.is.${job.state}`)}</Status>,
            },
            { label: t('admin.job.code'), value: <span class="tg-code">{job.name}</span> },
            { label: t('admin.job.created'), value: momentText(job.createdAt) },
            { label: t('admin.job.not_before'), value: momentText(job.startAfter) },
            { label: t('admin.job.started'), value: momentOrNone(job.startedAt) },
            { label: t('admin.job.ended'), value: momentOrNone(job.completedAt) },
            { label: t('admin.job.retries'), value: job.retries },
            job.error === null
              ? null
              : { label: t('admin.job.error'), value: <span class="tg-code">{job.error}</span> },
          ]}
        />
        {job.state === 'failed' && (
          <form action={`${jobList}/${job.id}`} method="post" class="tg-stack">
            <p>{t('admin.job.retry_lead')}</p>
            <Button icon="run">{t('admin.job.retry')}</Button>
          </form>
        )}
      </Card>
    </div>
  </Desk>
)

type MailsProps = {
  rows: readonly Mail[]
  state: MailState
  counts: ReadonlyMap<MailState, number>
  back: Returned | undefined
}

const mailColumns = (): Column<Mail>[] => [
  { key: 'address', label: t('admin.mail.address'), head: true, cell: ({ address }) => address },
  { key: 'at', label: t('admin.mail.at'), cell: ({ at }) => momentText(at) },
  {
    key: 'state',
    label: t('admin.job.state'),
    cell: ({ state }) => <Status tone={mailTones[state]}>{say(`kernel.mail.state.${state}`)}</Status>,
  },
  { key: 'tries', label: t('admin.mail.tries'), align: 'end', cell: ({ tries }) => tries },
  { key: 'sent', label: t('admin.mail.sent'), cell: ({ sentAt }) => momentOrNone(sentAt) },
  { key: 'error', label: t('admin.mail.error'), cell: ({ error }) => <Error text={error} /> },
]

export function MailListPage({ rows, state, counts, back }: MailsProps) {
  const mayRetry = rows.length > 0 && (state === 'refused' || state === 'given_up' || state === 'no_server')
  const pick = {
    form: 'chon',
    name: 'ids',
    value: (mail: Mail) => mail.id,
    label: (mail: Mail) => `${mail.address}, ${momentText(mail.at)}`,
  }
  return (
    <Desk title={t('admin.mail.list')} lead={t('admin.mail.lead')} problem={back !== undefined}>
      <div class="tg-stack">
        <Fault back={back} />
        <States at={mailList} words="kernel.mail.state" states={mailStates} state={state} counts={counts} />
        {state === 'no_server' && rows.length > 0 && <Notice tone="wait">{t('admin.mail.set_server')}</Notice>}
        <div class="tg-panel">
          {mayRetry && <Retry action={mailList} />}
          <Table
            caption={say(`kernel.mail.state.${state}`)}
            captionHidden
            columns={mailColumns()}
            rows={rows}
            empty={t('admin.mail.none')}
            {...(mayRetry && { pick })}
          />
        </div>
        {rows.length === most && <p class="tg-small tg-muted">{t('admin.job.newest', { count: most })}</p>}
      </div>
    </Desk>
  )
}
