/** The event log for other systems, the newest first; notices, jobs and mails. */
import { z } from 'zod'
import { careOf, mustBeAtTop } from '#kernel/account-reach.store.ts'
import { change, read } from '#kernel/api.ts'
import { DayInput } from '#kernel/day-input.ts'
import { browseEvents } from '#kernel/event-browse.store.ts'
import { retryJobs, retryMails } from '#kernel/job.commands.ts'
import { listJobs } from '#kernel/job.store.ts'
import { Listing, listOfItems, sliceAfter, upTo } from '#kernel/listing.ts'
import { listMails } from '#kernel/mail.store.ts'
import { readAllNotices, readNotice } from '#kernel/notice.commands.ts'
import { browseNotices } from '#kernel/notice-browse.store.ts'

const EventView = z.object({
  seq: z.number(),
  at: z.iso.datetime(),
  command: z.string(),
  about: z.string(),
  rule: z.string().nullable(),
  login: z.string().nullable(),
  detail: z.unknown(),
})

const NoticeView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  href: z.string(),
  readAt: z.iso.datetime().nullable(),
})

const JobView = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.string(),
  retries: z.int(),
  createdAt: z.iso.datetime(),
  error: z.string().nullable(),
})
const MailView = z.object({ id: z.uuid(), at: z.iso.datetime(), state: z.string(), error: z.string().nullable() })

const jobStates = ['created', 'retry', 'active', 'completed', 'cancelled', 'failed'] as const
const mailStates = ['waiting', 'sent', 'no_server', 'refused', 'given_up'] as const
const Ids = z.object({ ids: z.array(z.uuid()) })
const mostWaiting = 5000

export const logApi = [
  read(
    '/admin/events',
    {
      says: 'What happened within reach, the newest first; by thing (the beginning of what it is about), person and day',
      needs: 'admin.log',
      input: z.object({
        ...Listing,
        about: z.string().default(''),
        login: z.string().default(''),
        on: DayInput.optional(),
      }),
      returns: listOfItems(EventView),
    },
    async (ctx, { limit, after, ...asked }) => {
      const before = Number(after) || undefined
      const rows = await browseEvents(ctx.db, { ...asked, before, scope: await careOf(ctx), limit: limit + 1 })
      const views = rows.map((row) => ({ ...row, at: row.at.toISOString(), detail: row.detail ?? null }))
      return upTo(views, limit, ({ seq }) => String(seq))
    },
  ),
  read(
    '/notices',
    {
      says: 'One’s own notices: those not read, then those read, the newest first in both',
      needs: 'signed_in',
      input: z.object(Listing),
      returns: listOfItems(NoticeView),
    },
    async ({ db, actor }, { limit, after }) => {
      const [id = '', read] = after.split('.')
      const place = id ? { after: { id, read: read === 'read' } } : {}
      const rows = await browseNotices(db, actor.accountId ?? '', { limit: limit + 1, ...place })
      const views = rows.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
      }))
      return upTo(views, limit, (row) => `${row.id}.${row.readAt ? 'read' : 'new'}`)
    },
  ),
  change(
    '/notices/{id}/read',
    { says: 'Note that a notice was read', returns: z.object({ id: z.uuid() }) },
    readNotice,
  ),
  change('/notices/read-all', { says: 'Note that all notices were read', returns: z.object({}) }, readAllNotices),
  read(
    '/admin/jobs',
    {
      says: 'Background jobs in a state',
      needs: 'admin.jobs',
      input: z.object({ ...Listing, state: z.enum(jobStates).default('failed') }),
      returns: listOfItems(JobView),
    },
    async (ctx, { state, ...page }) => {
      await mustBeAtTop(ctx)
      const rows = await listJobs(ctx.db, state, mostWaiting)
      return sliceAfter(
        rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
        page,
        ({ id }) => id,
      )
    },
  ),
  change('/admin/jobs/retry', { says: 'Try jobs again', returns: Ids }, retryJobs),
  read(
    '/admin/mails',
    {
      says: 'Mails in a state, without what they say',
      needs: 'admin.jobs',
      input: z.object({ ...Listing, state: z.enum(mailStates).default('given_up') }),
      returns: listOfItems(MailView),
    },
    async (ctx, { state, ...page }) => {
      await mustBeAtTop(ctx)
      const rows = await listMails(ctx.db, state, mostWaiting)
      return sliceAfter(
        rows.map((row) => ({ ...row, at: row.at.toISOString() })),
        page,
        ({ id }) => id,
      )
    },
  ),
  change('/admin/mails/retry', { says: 'Send mails again', returns: Ids }, retryMails),
]
