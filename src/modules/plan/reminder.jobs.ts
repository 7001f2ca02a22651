/** Every morning: what nobody has acknowledged or answered goes up the ladder. */
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { dayOf } from '#kernel/time.ts'
import { ladderOn, nextRung } from './ladder.ts'
import { lineOf, listHolders, unitOfRung } from './recipient.store.ts'
import { climbingOf } from './reminder.ts'
import { holdReminder, insertStep, listUnanswered, updateReminder } from './reminder.store.ts'

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
    const holders = unitId === null ? [] : await listHolders(db, unitId, rung.permission, today)
    const told = holders.map(({ accountId }) => accountId)
    await updateReminder(db, id, { rung: climb.rung, climbedOn: today })
    await insertStep(within, id, 'climbed', { rung: climb.rung, unitId, told })
    await appendEvent(within, 'plan.reminder.climb', `plan.reminder/${id}`, {
      result: { rung: climb.rung, unitId },
      detail: { who: rung.who },
      rule: ladder.code,
    })
    return true
  })
