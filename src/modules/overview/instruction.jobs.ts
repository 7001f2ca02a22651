/** Every morning: who has to answer is reminded, and when the day has gone by, whoever wanted it and the head hear of it. */
import { z } from 'zod'
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { job, type Schedule } from '#kernel/job.ts'
import { notify } from '#kernel/notice.store.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { dayText } from '#ui/figures.ts'
import { shortened } from '#ui/title.ts'
import { addressees, hrefOf } from './instruction.commands.ts'
import { dueTelling } from './instruction.ts'
import { holdInstruction, type InstructionRow, listDue, updateInstruction } from './instruction.store.ts'
import { overviewRulesOn } from './overview-rule.ts'

/** As far as a day that is told of may lie ahead: over the longest break, and the days before it. */
const farthest = 30

/** Returns how many were told. May run as often as it likes: each is told once. */
export async function followInstructions(ctx: Ctx): Promise<number> {
  let told = 0
  for (const id of await listDue(ctx.db, plusDays(dayOf(ctx.now), farthest))) if (await followOne(ctx, id)) told++
  return told
}

const followOne = (ctx: Ctx, id: string): Promise<boolean> =>
  ctx.db.transaction().execute(async (db) => {
    const within = { ...ctx, db }
    const today = dayOf(ctx.now)
    const instruction = await holdInstruction(db, id)
    const calendar = await calendarOf(db, await listAncestors(db, instruction.unitId, today))
    const rules = overviewRulesOn(dayOf(instruction.sentAt))
    const what = dueTelling(instruction, today, calendar, rules)
    if (!what) return false
    await (what === 'remind' ? remind(within, instruction) : escalate(within, instruction))
    await updateInstruction(db, id, what === 'remind' ? { remindedOn: today } : { escalatedOn: today })
    await appendEvent(within, `overview.instruction.${what}`, `overview.instruction/${id}`, {
      result: null,
      detail: null,
      rule: rules.code,
    })
    return true
  })

const wordsOf = ({ id, dueOn, wording }: InstructionRow) => ({
  params: { on: dayText(dueOn), wording: shortened(wording) },
  href: hrefOf(id),
  mail: true,
})

const remind = (ctx: Ctx, instruction: InstructionRow) =>
  notify(ctx, { to: addressees(instruction), key: 'overview.instruction.notice.due', ...wordsOf(instruction) })

async function escalate(ctx: Ctx, instruction: InstructionRow) {
  const told = { key: 'overview.instruction.notice.late', ...wordsOf(instruction) } as const
  await notify(ctx, { to: [instruction.sentBy], ...told })
  await notify(ctx, { to: { unitId: instruction.unitId, permission: 'overview.instruct' }, ...told })
}

const followJob = job({
  name: 'overview.instruction.follow',
  input: z.object({}),
  retries: 3,
  run: async (ctx) => void (await followInstructions(ctx)),
})

export const instructionJobs = [followJob]
/** Before the first hour of work. */
export const instructionSchedule: Schedule = { name: followJob.name, cron: '20 6 * * *', tz: 'Asia/Ho_Chi_Minh' }
