/** At the desk: a dossier is received under its code, or refused with its reason. */
import { oneStopRulesOn, dueAfter, handOverBy } from '#modules/clock/public.ts'
import { z } from 'zod'
import { mustReach } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { OptionalDayInput } from '#kernel/day-input.ts'
import { holds } from '#fields/evaluate.ts'
import { Problem, refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { momentText } from '#ui/figures.ts'
import {
  type Application,
  holdApplication,
  lastFour,
  markAtDesk,
  markReceived,
  unitsToday,
} from '#modules/filing/public.ts'
import { profileOf } from '#modules/identity/public.ts'
import { type Component, componentsOf } from '#modules/services/public.ts'
import { change, type Changed, refuseIf } from './act.store.ts'
import { giveCode } from './code.store.ts'
import { insertComponents } from './component.store.ts'
import { calendarOfUnit, clockAt, type Docket, openDocket } from './docket.store.ts'
import { type Dossier, objectionToMove } from './dossier.ts'
import { holdDossier, insertArrived, updateDossier } from './dossier.store.ts'
import { citing, isReason } from './grounds.ts'
import { about, mustBeAsSeen, Note, One, Text } from './hold.commands.ts'
import {
  faultsOfPapers,
  identityChecks,
  momentAt,
  notDigitised,
  objectionToBackdate,
  PapersTaken,
  type PaperTaken,
} from './reception.ts'
import { closeSteps, listSteps, openSteps, takenOf } from './step.store.ts'

/** What was filed, opened by the desk: from now on it is a dossier, though it has no code yet. */
export async function holdAtDesk(ctx: Ctx, { id, revision }: { id: string; revision?: number | undefined }) {
  const application = (await holdApplication(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
  await mustReach(ctx, application.receiverId)
  if (application.state === 'withdrawn') refuse('conflict', 'filing.application.withdrawn_already')
  const before = await holdDossier(ctx.db, id)
  if (before) await mustBeAsSeen(ctx, before, revision)
  else await openAtDesk(ctx, application)
  const dossier = (await holdDossier(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
  return { application, docket: await openDocket(ctx, dossier) }
}

async function openAtDesk(ctx: Ctx, application: Application): Promise<void> {
  const { receiverId, answers: _, ...filed } = application
  const party = await profileOf(ctx.db, application.partyId)
  const begun = {
    id: filed.id,
    requestCode: filed.requestCode,
    procedureCode: filed.procedureCode,
    serviceVersion: filed.serviceVersion,
    title: filed.title,
    caseCode: filed.caseCode,
    channel: filed.channel,
    partyId: filed.partyId,
    authoritativeSystem: filed.authoritativeSystem,
    feeTotal: filed.feeTotal,
    filedAt: filed.filedAt,
    applicant: party?.name ?? '',
    numberTail: lastFour(party?.number ?? ''),
    unitId: receiverId,
    competentId: receiverId,
  }
  await insertArrived(ctx.db, begun, ctx.now)
  await markAtDesk(ctx.db, application.id)
}

/** The papers of the case that these answers ask for; what is only shown is not taken in. */
export function papersOf({ service, application }: Pick<Docket, 'service' | 'application'>, now: Date): Component[] {
  const scope = { answers: application.answers, today: dayOf(now) }
  return componentsOf(service, application.caseCode).filter(
    ({ manner, onlyIf }) => manner === 'submit' && (onlyIf === undefined || holds(onlyIf, scope)),
  )
}

const Receiving = z.object({
  ...One,
  identity: z.enum(identityChecks),
  components: PapersTaken,
  /** Of the unit that decides, where reception does not depend on the place. */
  competent: z.string().max(120).default(''),
  /** Taken in on paper before it was entered here. */
  receivedOn: OptionalDayInput,
  receivedTime: z.string().trim().max(8).default(''),
  note: Note,
})
type Receiving = z.output<typeof Receiving>

async function competentOf(ctx: Ctx, { unitId }: Dossier, slug: string): Promise<number> {
  if (slug === '') return unitId
  const unit = (await unitsToday(ctx)).find((one) => one.slug === slug)
  return unit?.id ?? refuseField('competent', 'input.not_offered')
}

function momentReceived(ctx: Ctx, { receivedOn, receivedTime }: Receiving, { channel }: Dossier): Date {
  if (receivedOn === null) return ctx.now
  const moment = momentAt(receivedOn, receivedTime)
  if (moment === null) return refuseField('receivedTime', 'dossiers.reception.time_unclear')
  const objection = objectionToBackdate(moment, { now: ctx.now, channel })
  return objection ? refuseField('receivedOn', objection) : moment
}

/** The row as it is once the dossier has its code and its time. */
async function take(ctx: Ctx, docket: Docket, input: Receiving): Promise<Docket> {
  const at = momentReceived(ctx, input, docket.dossier)
  const competentId = await competentOf(ctx, docket.dossier, input.competent)
  const { service, application } = docket
  const timeLimit = service.cases.find(({ code }) => code === application.caseCode)?.limits[application.channel] ?? null
  const calendar = await calendarOfUnit(ctx, competentId)
  const rules = oneStopRulesOn(dayOf(at))
  const dossier = { ...docket.dossier, competentId, timeLimit, promisedAt: null }
  const history = [...docket.history, { at, kind: 'received' as const }]
  const { dueAt } = clockAt({ dossier, rules, calendar, history, now: at })
  const code = await giveCode(ctx, dossier.unitId, dayOf(at))
  const set = {
    code,
    competentId,
    timeLimit,
    promisedAt: dueAt,
    receivedAt: at,
    receivedBy: ctx.actor.accountId,
    backdated: at < ctx.now,
    identityChecked: input.identity,
    handOverBy: handOverBy(at, { rules, calendar }),
  }
  await updateDossier(ctx.db, dossier.id, set, ctx.now)
  await markReceived(ctx.db, dossier.id, { code, now: at })
  return { ...docket, rules, calendar, dossier: { ...dossier, ...set } }
}

/** The step of the process that reception is: begun and done in one. */
async function doReceiveStep(ctx: Ctx, docket: Docket): Promise<Docket> {
  const { dossier, process, calendar, steps } = docket
  const step = process.find(({ kind, after }) => kind === 'receive' && after.length === 0)
  if (!step) return docket
  const { code, kind, hours } = step
  const at = dossier.receivedAt ?? ctx.now
  const opened = { code, kind, agency: null, unitId: dossier.unitId, holderId: ctx.actor.accountId, openedAt: at }
  await openSteps(ctx.db, dossier.id, steps.length, [{ ...opened, dueAt: dueAfter(at, hours, calendar) }])
  await closeSteps(ctx.db, dossier.id, [steps.length + 1], { at: ctx.now, outcome: 'done', result: 'on_time' })
  const now = await listSteps(ctx.db, dossier.id)
  return { ...docket, steps: now, taken: takenOf(now) }
}

function mustHavePapers(ctx: Ctx, docket: Docket, taken: readonly PaperTaken[]) {
  const faults = faultsOfPapers(papersOf(docket, ctx.now), taken)
  if (faults.length > 0) throw new Problem('invalid', 'kernel.check_the_form', {}, faults)
}

export const receiveDossier = command({
  name: 'dossiers.dossier.receive',
  needs: 'dossiers.receive',
  input: Receiving,
  rule: citing('receive'),
  run: async (ctx, input): Promise<Changed> => {
    const { docket: arrived } = await holdAtDesk(ctx, input)
    if (arrived.dossier.code) refuse('conflict', 'dossiers.reception.received_already')
    refuseIf(objectionToMove(arrived.dossier, 'received'))
    mustHavePapers(ctx, arrived, input.components)
    const taken = await take(ctx, arrived, input)
    await insertComponents(ctx.db, arrived.dossier.id, papersOf(arrived, ctx.now), input.components)
    const docket = await doReceiveStep(ctx, taken)
    const at = taken.dossier.receivedAt ?? ctx.now
    return change(ctx, docket, {
      action: 'receive',
      to: 'received',
      clock: [{ kind: 'received' }],
      at,
      step: docket.steps.at(-1)?.code ?? null,
      note: input.note,
      detail: {
        identity: input.identity,
        backdated: at < ctx.now,
        not_digitised: notDigitised(papersOf(arrived, ctx.now), input.components).map(({ code }) => code),
      },
      params: { at: momentText(at) },
    })
  },
  about,
  detail: ({ code }, { identity }) => ({ code, identity }),
})

export const refuseAtDesk = command({
  name: 'dossiers.dossier.refuse_at_desk',
  needs: 'dossiers.receive',
  input: z.object({ ...One, reason: z.string().min(1).max(60), text: Text, basis: z.string().trim().min(3).max(400) }),
  rule: citing('refuse_at_desk'),
  run: async (ctx, { reason, text, basis, ...one }) => {
    const { docket } = await holdAtDesk(ctx, one)
    if (!isReason('refuse_at_desk', reason)) refuseField('reason', 'input.not_offered')
    if (docket.dossier.code) refuseIf('dossiers.reception.received_already')
    return change(ctx, docket, {
      action: 'refuse_at_desk',
      to: 'refused_at_desk',
      set: { resume: null, awaitedUntil: null, finance: 'none', refusal: { reason, text, basis } },
      clock: [{ kind: 'refused' }],
      note: text,
      detail: { reason, basis },
      params: { text },
    })
  },
  about,
  detail: (_, { reason }) => ({ reason }),
})
