/** What was cut off goes on, what waits for the scanner is scanned, and what everybody forgot goes. */
import { z } from 'zod'
import { appendEvent } from '#kernel/event.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { job, type Job, type Schedule } from '#kernel/job.ts'
import type { Log } from '#kernel/log.ts'
import { dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { checkUpload, clearIncoming, scanLater, sizeThere, type Tools } from './check.jobs.ts'
import { checkJobName } from './upload.commands.ts'
import { uploadRulesOn } from './upload-rules.ts'
import { findUpload, holdUpload, isForgotten, listForgotten, listUnsettled, updateUpload } from './upload.store.ts'

/** Whoever checks a file at once is done with it by then. */
const settleAfter = 2 * 60_000

/** A process was killed between the last byte and saying that it was the last. */
async function noticeWhole(ctx: Ctx, { files }: Tools, id: string): Promise<void> {
  const upload = await findUpload(ctx.db, id)
  if (!upload || (await sizeThere(files, id)) !== upload.declaredSize) return
  await ctx.db.transaction().execute(async (db) => {
    const within = { ...ctx, db }
    if ((await holdUpload(db, id)).state !== 'receiving') return
    await updateUpload(within, id, { state: 'checking' })
    await appendEvent(within, 'uploads.upload.receive', `uploads.upload/${id}`, {
      result: { id },
      detail: null,
      rule: null,
    })
  })
}

/** Each by itself: one that fails does not hold up the others, and is tried again next time. */
export async function settleRest(ctx: Ctx, tools: Tools, log?: Log): Promise<void> {
  const before = new Date(ctx.now.getTime() - settleAfter)
  for (const { id, state } of await listUnsettled(ctx.db, before)) {
    try {
      if (state === 'ready') await scanLater(ctx, tools, id)
      else {
        if (state === 'receiving') await noticeWhole(ctx, tools, id)
        await checkUpload(ctx, tools, id)
      }
    } catch (err) {
      log?.error({ err, upload: id }, 'a file could not be checked')
    }
  }
}

/** The rows stay, as the log of what happened to them does; the pieces go. */
export async function sweepUploads(ctx: Ctx, tools: Tools): Promise<void> {
  const today = dayOf(ctx.now)
  const { unfinishedDays, unusedDays } = uploadRulesOn(today)
  const before = (days: number) => momentOf(plusDays(today, -days))
  const limits = { today, unfinishedBefore: before(unfinishedDays), unusedBefore: before(unusedDays) }
  for (const id of await listForgotten(ctx.db, limits)) {
    await ctx.db.transaction().execute(async (db) => {
      const within = { ...ctx, db }
      if (!isForgotten(await holdUpload(db, id), limits)) return
      await updateUpload(within, id, { state: 'dropped', refusal: null })
      await appendEvent(within, 'uploads.upload.sweep', `uploads.upload/${id}`, {
        result: { id },
        detail: null,
        rule: null,
      })
    })
    await clearIncoming(tools.files, id)
  }
}

/** Needs what only the app knows: where files lie, and whether there is a scanner. */
export const uploadJobs = ({ log, ...tools }: Tools & { log?: Log }): Job[] => [
  job({
    name: checkJobName,
    input: z.object({ id: z.uuid() }),
    retries: 5,
    run: (ctx, { id }) => checkUpload(ctx, tools, id),
  }) as Job,
  job({ name: 'uploads.settle', input: z.object({}), retries: 3, run: (ctx) => settleRest(ctx, tools, log) }) as Job,
  job({ name: 'uploads.sweep', input: z.object({}), retries: 3, run: (ctx) => sweepUploads(ctx, tools) }) as Job,
]

export const uploadSchedules: readonly Schedule[] = [
  { name: 'uploads.settle', cron: '*/5 * * * *', tz: 'Asia/Ho_Chi_Minh' },
  { name: 'uploads.sweep', cron: '40 2 * * *', tz: 'Asia/Ho_Chi_Minh' },
]
