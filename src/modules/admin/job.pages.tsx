/** Background jobs and mails: what waits, what went wrong and why, and trying again. */
import { isId } from '#kernel/id.ts'
import { mustBeAtTop } from '#kernel/account-reach.store.ts'
import { retryJobs, retryMails } from '#kernel/job.commands.ts'
import { findJob, listJobs } from '#kernel/job.store.ts'
import type { JobState } from '#kernel/job.ts'
import { countJobs, countMails } from '#kernel/keeper.store.ts'
import { listMails, type MailState } from '#kernel/mail.store.ts'
import { refuse } from '#kernel/problem.ts'
import { submit } from '#kernel/submit.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import type { Returned } from '#ui/form.tsx'
import { go } from '#ui/go.ts'
import { jobList, jobStates, JobListPage, JobPage, mailList, MailListPage, mailStates } from './job.views.tsx'

const needs = 'admin.jobs'

/** The state asked for, or the first that something is in, so that what failed is seen first. */
const stateOf = <S extends string>(c: WebContext, states: readonly S[], counts: ReadonlyMap<S, number>, other: S): S =>
  states.find((state) => state === c.req.query('trang-thai')) ??
  states.find((state) => (counts.get(state) ?? 0) > 0) ??
  other

async function jobsPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  await mustBeAtTop(ctx)
  const counts = await countJobs(ctx.db)
  const state = stateOf<JobState>(c, jobStates, counts, 'failed')
  return <JobListPage rows={await listJobs(ctx.db, state)} state={state} counts={counts} back={back} />
}

async function jobPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  await mustBeAtTop(ctx)
  const id = c.req.param('job') ?? ''
  const job = isId(id) ? await findJob(ctx.db, id) : undefined
  return <JobPage job={job ?? refuse('missing', 'kernel.missing')} back={back} />
}

const showJobs = (c: WebContext): Promise<Answer> => jobsPage(c)
const showJob = (c: WebContext): Promise<Answer> => jobPage(c)

async function answerJobs(c: WebContext): Promise<Answer> {
  const sent = await submit(c, retryJobs)
  return sent.ok ? go(c, jobList, 'admin.job.retried') : { status: sent.status, page: await jobsPage(c, sent) }
}

async function answerJob(c: WebContext): Promise<Answer> {
  const sent = await submit(c, retryJobs, { ids: c.req.param('job') })
  if (sent.ok) return go(c, `${jobList}/${c.req.param('job')}`, 'admin.job.retried')
  return { status: sent.status, page: await jobPage(c, sent) }
}

async function mailsPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  await mustBeAtTop(ctx)
  const counts = await countMails(ctx.db)
  const state = stateOf<MailState>(c, mailStates, counts, 'waiting')
  return <MailListPage rows={await listMails(ctx.db, state)} state={state} counts={counts} back={back} />
}

const showMails = (c: WebContext): Promise<Answer> => mailsPage(c)

async function answerMails(c: WebContext): Promise<Answer> {
  const sent = await submit(c, retryMails)
  return sent.ok ? go(c, mailList, 'admin.mail.retried') : { status: sent.status, page: await mailsPage(c, sent) }
}

export const jobPages = [
  get(jobList, needs, showJobs),
  post(jobList, needs, answerJobs),
  get(`${jobList}/:job`, needs, showJob),
  post(`${jobList}/:job`, needs, answerJob),
  get(mailList, needs, showMails),
  post(mailList, needs, answerMails),
]
