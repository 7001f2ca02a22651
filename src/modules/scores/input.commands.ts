/** Numbers that other systems hold are told by whoever answers for them, with where they come from. */
import { z } from 'zod'
import { reaches } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { recordFacts } from '#kernel/measure-fact.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf, endOfMonth, firstOfMonth, monthOf, yearOf } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { objectionToInput, sheetOn } from './service-index.ts'
import { insertInput } from './input.store.ts'
import { servicesFact, servicesIndicator } from './measure.ts'

const count = z.coerce.number().int().min(0).max(1_000_000_000)

export const recordInput = command({
  name: 'scores.input.record',
  needs: 'scores.manage',
  input: z.object({
    indicator: z.string().min(1).max(10),
    unit: z.string().min(1),
    /** Any day of the month. */
    month: DayInput,
    numerator: count,
    denominator: count,
    source: z.string().trim().min(3).max(300),
  }),
  run: async (ctx, { indicator, unit, month: on, numerator, denominator, source }) => {
    const today = dayOf(ctx.now)
    const month = firstOfMonth(on)
    if (month > today) refuseField('month', 'scores.input.not_yet')
    if (numerator > denominator) refuseField('numerator', 'scores.input.more_than_all')
    const objection = objectionToInput(sheetOn(on), indicator)
    if (objection) refuseField('indicator', objection)
    const { id: unitId } = await getUnit(ctx.db, unit, today)
    if (!(await reaches(ctx, unitId))) refuse('forbidden', 'kernel.outside_your_unit')
    const id = newId(ctx.now)
    const row = { id, indicator, unitId, month, numerator, denominator, source }
    await insertInput(ctx.db, { ...row, createdAt: ctx.now, createdBy: ctx.actor.accountId })
    const lastDay = endOfMonth(yearOf(month), monthOf(month))
    const stood = { unitId, day: lastDay < today ? lastDay : today, numerator, denominator, source }
    if (indicator === servicesIndicator) await recordFacts(ctx.db, [servicesFact(stood)], ctx.now)
    return { id }
  },
  about: ({ id }) => `scores.input/${id}`,
  detail: (_, { indicator, unit, month, numerator, denominator }) => ({
    indicator,
    unit,
    month: firstOfMonth(month),
    numerator,
    denominator,
  }),
})
