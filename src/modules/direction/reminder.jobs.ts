/** Every morning: what nobody has acknowledged or answered goes up the ladder. */
import { z } from 'zod'
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { job, type Schedule } from '#kernel/job.ts'
import { notify } from '#kernel/notice.store.ts'
import { dayOf } from '#kernel/time.ts'
import { shortened } from '#ui/title.ts'
import { ladderOn, nextRung } from './ladder.ts'
import { lineOf, unitOfRung } from './recipient.store.ts'
import { climbingOf } from './reminder.ts'
import { holdReminder, insertStep, listUnanswered, type ReminderRow, updateReminder } from './reminder.store.ts'

/** Returns how many climbed. May run as often as it likes: a rung is climbed once. */
export async function climbReminders(ctx: Ctx): Promise<number> {
  let climbed = 0
  for (const { id } of await listUnanswered(ctx.db)) if (await climbReminder(ctx, id)) climbed++
  return climbed
}

const climbReminder = (ctx: Ctx, id: string): Promise<boolean> =>
  ctx.db.transaction().execute(async (db) => {
    const today = dayOf(ctx.now)
    const within = { ...ctx, db }
    const reminder = await holdReminder(db, id, today)
    const { line, above } = await lineOf(db, reminder.unitId, today)
    const ladder = ladderOn(dayOf(reminder.sentAt))
    const climb = nextRung(climbingOf(reminder, above !== null), today, await calendarOf(db, line), ladder)
    const rung = climb && ladder.rungs[climb.rung]
    if (!climb || !rung) return false
    const unitId = await unitOfRung(db, reminder.unitId, rung, today)
    const told = unitId === null ? [] : await tell(within, reminder, { unitId, permission: rung.permission })
    await updateReminder(db, id, { rung: climb.rung, climbedOn: today })
    await insertStep(within, id, 'climbed', { rung: climb.rung, unitId, told })
    await appendEvent(within, 'plan.reminder.climb', `plan.reminder/${id}`, {
      result: { rung: climb.rung, unitId },
      detail: { who: rung.who },
      rule: ladder.code,
    })
    return true
  })

const tell = (ctx: Ctx, r: ReminderRow, to: { unitId: number; permission: string }) =>
  notify(ctx, {
    to,
    key: 'plan.reminder.notice.climbed',
    params: { unit: r.unitName ?? '', wording: shortened(r.wording) },
    href: `/ke-hoach/don-doc/${r.id}`,
    mail: true,
  })

const climbJob = job({
  name: 'plan.reminder.climb',
  input: z.object({}),
  retries: 3,
  run: async (ctx) => void (await climbReminders(ctx)),
})

export const reminderJobs = [climbJob]

/** Before the first hour of work. */
export const reminderSchedules: readonly Schedule[] = [
  { name: climbJob.name, cron: '30 6 * * *', tz: 'Asia/Ho_Chi_Minh' },
]
