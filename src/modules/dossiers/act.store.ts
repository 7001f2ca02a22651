/** One change of one dossier, written whole: its row, its clock, its steps, its line in the log, word to its owner. */
import { type ClockEvent, type Clock, dueAfter } from '#modules/clock/public.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Json } from '#kernel/event.store.ts'
import { refuse } from '#kernel/problem.ts'
import type { Key, Params } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import type { Step } from '#modules/services/public.ts'
import { type Action, groundOf } from './action.ts'
import { clockAt, type Docket } from './docket.store.ts'
import { type Dossier, type DossierState, objectionToMove } from './dossier.ts'
import { appendClock, type DossierChange, getDossier, updateDossier } from './dossier.store.ts'
import { tellScores } from './fact.store.ts'
import { groundOn } from './grounds.ts'
import { tellOverview } from './open.store.ts'
import { askForSlips } from './slip.store.ts'
import { appendLog } from './step-log.store.ts'
import { closeSteps, moveStepDue, openSteps, type StepOutcome, type StepRow } from './step.store.ts'
import { tell } from './telling.store.ts'

type Closed = { readonly rows: readonly StepRow[]; readonly outcome: StepOutcome }

export type Change = {
  readonly action: Action
  readonly to: DossierState
  readonly set?: DossierChange
  readonly clock?: readonly Pick<ClockEvent, 'kind' | 'newDue'>[]
  /** When it happened, when that was before now: what was taken in on paper. */
  readonly at?: Date
  readonly closes?: readonly Closed[]
  readonly opens?: readonly Step[]
  /** Who has the steps that open. */
  readonly stepHolder?: string | null
  readonly step?: string | null
  readonly toAccount?: string | null
  readonly toName?: string | null
  readonly note?: string | null
  readonly detail?: { readonly [name: string]: Json }
  /** For the sentences that its owner reads. */
  readonly params?: Params
  /** One of several in one transaction: whoever changes them tells the index of all of them, when the last is written. */
  readonly oneOfMany?: boolean
}

export type Changed = { readonly id: string; readonly code: string | null; readonly revision: number }

/** A step done a day before its day is early, after its moment late. */
const resultOf = ({ dueAt }: Pick<StepRow, 'dueAt'>, at: Date): 'early' | 'on_time' | 'late' =>
  at > dueAt ? 'late' : dayOf(at) < dayOf(dueAt) ? 'early' : 'on_time'

export const refuseIf = (objection: Key | null, params?: Params): void => {
  if (objection) refuse('conflict', objection, params)
}

const timesOf = (clock: Clock): DossierChange => ({
  startsAt: clock.startsAt,
  dueAt: clock.dueAt,
  pausedAt: clock.state === 'paused' ? clock.stoppedAt : null,
  leftMinutes: clock.state === 'paused' ? clock.leftMinutes : null,
  supplements: clock.supplements,
  extensions: clock.extensions,
  outcome: clock.outcome,
})

/** Moments that the owner is told now hold from now on, whatever a calendar says later. */
const promising: readonly ClockEvent['kind'][] = ['reached_competent', 'supplemented', 'paid', 'restarted']

function withTimes(docket: Docket, { clock: kinds = [], at }: Change, now: Date) {
  const events: ClockEvent[] = kinds.map((one) => ({ at: at ?? now, ...one }))
  if (events.length === 0) return { events, clock: docket.clock, times: {} }
  const history = [...docket.history, ...events]
  const clock = clockAt({ ...docket, history, now })
  const last = events.at(-1)
  const told = last && promising.includes(last.kind) && clock.dueAt ? { ...last, newDue: clock.dueAt } : last
  return { events: last && told ? [...events.slice(0, -1), told] : events, clock, times: timesOf(clock) }
}

/** Who counts dossiers is told when everything of a change is written, of several dossiers together. */
export async function tellChanged(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await tellScores(ctx, ids)
  await tellOverview(ctx, ids)
}

/** In the transaction of its command; the dossier is held and everything else has been asked already. */
export async function change(ctx: Ctx, docket: Docket, made: Change): Promise<Changed> {
  const { dossier } = docket
  const { id, state } = dossier
  if (state !== made.to) refuseIf(objectionToMove(dossier, made.to))
  const { events, clock, times } = withTimes(docket, made, ctx.now)
  const resumed = events.some(({ kind }) => kind === 'supplemented' || kind === 'paid')
  await appendClock(ctx.db, id, docket.history.length, events)
  const revision = await updateDossier(ctx.db, id, { ...times, ...made.set, state: made.to }, ctx.now)
  for (const { rows, outcome } of made.closes ?? [])
    for (const row of rows)
      await closeSteps(ctx.db, id, [row.seq], {
        at: ctx.now,
        outcome,
        by: row.agency === null ? ctx.actor.accountId : null,
        ...(row.closedAt === null && { result: resultOf(row, ctx.now) }),
      })
  if (resumed) await prolongSteps(ctx, docket, clock)
  await openSteps(ctx.db, id, docket.steps.length, stepsOf(ctx, docket, made))
  const after = await getDossier(ctx.db, id)
  const seq = await writeLog(ctx, docket, made, after)
  await askForSlips(ctx, after, made.action, seq)
  await tell(ctx, after, made)
  if (!made.oneOfMany) await tellChanged(ctx, [id])
  return { id, code: after.code, revision }
}

const stepsOf = (ctx: Ctx, { dossier, calendar }: Docket, { opens = [], stepHolder = null }: Change) =>
  opens.map(({ code, kind, role, agency, hours }) => ({
    code,
    kind,
    agency: role === 'agency' ? (agency ?? '') : null,
    unitId: role === 'one_stop' ? dossier.unitId : dossier.competentId,
    holderId: role === 'agency' ? null : stepHolder,
    openedAt: ctx.now,
    dueAt: dueAfter(ctx.now, hours, calendar),
  }))

/** While something was waited for nobody could work: the open steps have as many hours left as before. */
async function prolongSteps(ctx: Ctx, { dossier, steps, process, calendar }: Docket, { pauses }: Clock) {
  for (const { seq, code, openedAt } of steps.filter(({ closedAt }) => closedAt === null)) {
    const hours = process.find((step) => step.code === code)?.hours ?? 0
    await moveStepDue(ctx.db, dossier.id, seq, dueAfter(openedAt, hours, calendar, pauses))
  }
}

async function writeLog(ctx: Ctx, docket: Docket, made: Change, after: Dossier): Promise<number> {
  const [closed] = (made.closes ?? []).flatMap(({ rows }) => rows).filter(({ closedAt }) => closedAt === null)
  return appendLog(ctx, after.id, {
    action: made.action,
    fromState: docket.dossier.state,
    toState: made.to,
    step: made.step ?? closed?.code ?? null,
    toAccount: made.toAccount ?? null,
    toName: made.toName ?? null,
    toUnit: made.action === 'hand_over' ? after.competentId : null,
    dueAt: closed?.dueAt ?? after.dueAt,
    result: closed ? resultOf(closed, ctx.now) : null,
    note: made.note ?? null,
    rule: groundOn(groundOf(made.action), dayOf(ctx.now)).citation,
    detail: { ...made.detail, ...(made.at && { at: made.at.toISOString() }) },
  })
}
