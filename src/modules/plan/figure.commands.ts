/** Reporting a figure, judging it, correcting it. Nothing is overwritten: a correction is a new row. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { scopeOf } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { refuseField } from '#kernel/problem.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { Evidence } from './evidence.ts'
import { statusRuleOn } from './status.ts'
import {
  faultOfNumbers,
  objectionToConfirm,
  objectionToCorrect,
  objectionToReport,
  objectionToReturn,
  type Reporting,
} from './figure.ts'
import { decideFigure, type Figure, getFigure, holdFigure, holdFiguresOf, insertFigure } from './figure.store.ts'
import { NumberInput, OptionalNumberInput, UnitInput } from './number-input.ts'
import { reportersOfValue } from './reporter.store.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { getValue, holdTarget, type Target, type Value } from './target.store.ts'

const Numbers = {
  numerator: NumberInput,
  denominator: OptionalNumberInput,
  source: z.string().trim().min(1).max(500),
  ...Evidence,
}
type Sent = { numerator: number; denominator?: number | undefined; source: string } & Evidence

const about = ({ targetId }: { targetId: string }) => `plan.target/${targetId}`

export const reportingOf = async (ctx: Ctx, target: Pick<Target, 'planState'>): Promise<Reporting> => ({
  permissions: ctx.actor.permissions,
  scope: await scopeOf(ctx),
  inForce: target.planState === 'published',
})

function checkNumbers(sent: Sent, value: Value) {
  const fault = faultOfNumbers({ numerator: sent.numerator, denominator: sent.denominator ?? null }, value)
  if (fault) refuseField(fault.field, fault.key)
}

/** Always the target first, so that two who work on its figures never wait for each other. */
async function holdBoth(ctx: Ctx, figureId: string): Promise<{ old: Figure; target: Target }> {
  const { targetId } = await getFigure(ctx.db, figureId)
  const target = await holdTarget(ctx.db, targetId)
  return { target, old: await holdFigure(ctx.db, figureId) }
}

type Place = { valueId: string; unitId: number; asOf: Day }

async function send(ctx: Ctx, at: Place, { denominator, ...sent }: Sent, replaces: string | null) {
  const id = newId(ctx.now)
  const who = { sentAt: ctx.now, sentBy: ctx.actor.accountId }
  await insertFigure(ctx.db, { id, ...at, ...sent, denominator: denominator ?? null, ...who, replaces })
  return id
}

function checkEvidence(ctx: Ctx, { fileHash }: Evidence) {
  const { evidence } = statusRuleOn(dayOf(ctx.now)).figure
  if (evidence === 'required' && fileHash === null) refuseField('file', 'input.needed')
}

export const reportFigure = command({
  name: 'plan.figure.report',
  needs: 'plan.work',
  input: z.object({ valueId: z.uuid(), unitId: UnitInput, asOf: DayInput, ...Numbers }),
  run: async (ctx, { valueId, unitId, asOf, ...sent }) => {
    const value = await getValue(ctx.db, valueId)
    const target = await holdTarget(ctx.db, value.targetId)
    const place = { valueId, unitId, asOf }
    const asked = { basis: value.basis, reporters: await reportersOfValue(ctx.db, value, target, dayOf(ctx.now)) }
    heed(objectionToReport(await reportingOf(ctx, target), asked, unitId, await holdFiguresOf(ctx.db, place)))
    if (asOf > dayOf(ctx.now)) refuseField('asOf', 'plan.figure.not_yet')
    checkNumbers(sent, value)
    checkEvidence(ctx, sent)
    return { targetId: target.id, figureId: await send(ctx, place, sent, null) }
  },
  about,
  detail: ({ figureId }, { unitId, asOf, numerator, denominator }) => ({
    figureId,
    unitId,
    asOf,
    numerator,
    denominator: denominator ?? null,
  }),
})

export const correctFigure = command({
  name: 'plan.figure.correct',
  needs: 'plan.work',
  input: z.object({ id: z.uuid(), ...Numbers }),
  run: async (ctx, { id, ...sent }) => {
    const { old, target } = await holdBoth(ctx, id)
    const place = { valueId: old.valueId, unitId: old.unitId, asOf: old.asOf }
    const others = (await holdFiguresOf(ctx.db, place)).filter((one) => one.id !== id)
    const waiting = others.some(({ state }) => state === 'sent' || state === 'returned')
    heed(objectionToCorrect(await reportingOf(ctx, target), old, waiting))
    checkNumbers(sent, await getValue(ctx.db, old.valueId))
    const evidence = sent.fileHash === null ? { fileHash: old.fileHash, fileName: old.fileName } : {}
    checkEvidence(ctx, { ...sent, ...evidence })
    // What is confirmed stays in use until its correction is confirmed too.
    if (old.state !== 'confirmed')
      await decideFigure(ctx.db, id, decided(ctx, { state: 'replaced', reason: old.reason }))
    const figureId = await send(ctx, place, { ...sent, ...evidence }, id)
    return { targetId: target.id, figureId, unitId: old.unitId, asOf: old.asOf }
  },
  about,
  detail: (result, { id, numerator, denominator }) => ({
    ...result,
    replaces: id,
    numerator,
    denominator: denominator ?? null,
  }),
})

const decided = (ctx: Ctx, decision: { state: 'confirmed' | 'returned' | 'replaced'; reason?: string | null }) => ({
  ...decision,
  decidedAt: ctx.now,
  decidedBy: ctx.actor.accountId,
})

async function confirm(ctx: Ctx, id: string): Promise<Figure> {
  const { old: figure, target } = await holdBoth(ctx, id)
  heed(objectionToConfirm(await standpointOf(ctx, target), figure))
  if (figure.replaces !== null) {
    const old = await holdFigure(ctx.db, figure.replaces)
    if (old.state === 'confirmed')
      await decideFigure(ctx.db, old.id, decided(ctx, { state: 'replaced', reason: old.reason }))
  }
  await decideFigure(ctx.db, id, decided(ctx, { state: 'confirmed' }))
  return figure
}

/** One figure; its event stands with its target. Several are confirmed one after the other, each with its own event. */
export const confirmFigure = command({
  name: 'plan.figure.confirm',
  needs: 'plan.confirm',
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { targetId, unitId, asOf } = await confirm(ctx, id)
    return { targetId, figureId: id, unitId, asOf }
  },
  about,
  detail: (result) => result,
})

export const returnFigure = command({
  name: 'plan.figure.return',
  needs: 'plan.confirm',
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(5).max(2000) }),
  run: async (ctx, { id, reason }) => {
    const { old: figure, target } = await holdBoth(ctx, id)
    heed(objectionToReturn(await standpointOf(ctx, target), figure))
    await decideFigure(ctx.db, id, decided(ctx, { state: 'returned', reason }))
    return { targetId: figure.targetId, figureId: id, unitId: figure.unitId, asOf: figure.asOf }
  },
  about,
  detail: (result, { reason }) => ({ ...result, reason }),
})

export const figureCommands = [reportFigure, correctFigure, confirmFigure, returnFigure] as const
