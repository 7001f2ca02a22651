/** Who answers for a target, and how each of its numbers is known. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { DayInput } from '#kernel/day-input.ts'
import { listMeasures } from '#kernel/measure-fact.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { mustStand, setCooperation } from './cooperation.store.ts'
import { listOf, OptionalUnitInput, UnitInput } from './number-input.ts'
import { objectionToAssign } from './standpoint.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { reporters, valueBases } from './target.ts'
import { getValue, holdTarget, updateTarget, updateValue } from './target.store.ts'

const Version = z.coerce.number().int()

export const assignTarget = command({
  name: 'plan.target.assign',
  needs: 'plan.assign',
  input: z.object({
    id: z.uuid(),
    version: Version,
    leadUnitId: OptionalUnitInput,
    cooperating: listOf(UnitInput),
  }),
  run: async (ctx, { id, version, leadUnitId, cooperating }) => {
    const target = await holdTarget(ctx.db, id)
    heed(objectionToAssign(await standpointOf(ctx, target)))
    if (target.version !== version) refuse('conflict', 'kernel.changed_meanwhile')
    const today = dayOf(ctx.now)
    if (leadUnitId !== null) await mustStand(ctx.db, 'leadUnitId', [leadUnitId], today)
    await mustStand(ctx.db, 'cooperating', cooperating, today)
    const others = cooperating.filter((unitId) => unitId !== leadUnitId)
    await updateTarget(ctx.db, id, { leadUnitId })
    await setCooperation(ctx.db, id, others)
    return { before: target.leadUnitId, leadUnitId, cooperating: others }
  },
  about: (_, { id }) => `plan.target/${id}`,
  detail: (result) => result,
})

export const bindValue = command({
  name: 'plan.value.bind',
  needs: 'plan.assign',
  input: z.object({
    id: z.uuid(),
    version: Version,
    basis: z.enum(valueBases),
    measureCode: z.string().default(''),
    reportedBy: z.string().default('lead'),
    everyMonths: z.coerce
      .number()
      .pipe(z.literal([1, 3, 6, 12]))
      .default(3),
    deadline: DayInput,
  }),
  run: async (ctx, { id, version, ...asked }) => {
    const value = await getValue(ctx.db, id)
    const target = await holdTarget(ctx.db, value.targetId)
    heed(objectionToAssign(await standpointOf(ctx, target)))
    if (target.version !== version) refuse('conflict', 'kernel.changed_meanwhile')
    const measureCode = asked.basis === 'measure' ? asked.measureCode : null
    if (measureCode !== null && !(await listMeasures(ctx.db)).some(({ code }) => code === measureCode))
      refuseField('measureCode', measureCode ? 'input.not_offered' : 'input.needed')
    const units = await mustStand(ctx.db, 'reportedBy', [], dayOf(ctx.now))
    const kinds = new Set<string>([...reporters, ...units.map(({ kind }) => kind)])
    if (!kinds.has(asked.reportedBy)) refuseField('reportedBy', 'input.not_offered')
    const { basis, reportedBy, everyMonths, deadline } = asked
    await updateValue(ctx.db, id, { basis, measureCode, reportedBy, everyMonths, deadline })
    await updateTarget(ctx.db, target.id, {})
    return { targetId: target.id, basis, measureCode, reportedBy, everyMonths, deadline, before: value.deadline }
  },
  about: ({ targetId }) => `plan.target/${targetId}`,
  detail: (result) => result,
})

export const targetCommands = [assignTarget, bindValue] as const
