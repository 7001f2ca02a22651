/** A dossier with everything that is needed to move it: its clock, its process, the steps it came to. */
import { type ClockEvent, type Clock, clockOf, type OneStopRules, oneStopRulesOn } from '#modules/clock/public.ts'
import { holds } from '#fields/evaluate.ts'
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Calendar } from '#kernel/calendar.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { together } from '#kernel/db/together.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { type Application, findApplication, getService } from '#modules/filing/public.ts'
import type { Service, Step } from '#modules/services/public.ts'
import type { Dossier } from './dossier.ts'
import { clockHistory } from './dossier.store.ts'
import { processOf, type Taken } from './process.ts'
import { listSteps, type StepRow, takenOf } from './step.store.ts'

export type Docket = {
  readonly dossier: Dossier
  readonly application: Application
  readonly service: Service
  readonly process: readonly Step[]
  readonly steps: readonly StepRow[]
  readonly taken: readonly Taken[]
  readonly history: readonly ClockEvent[]
  readonly rules: OneStopRules
  readonly calendar: Calendar
  readonly clock: Clock
}

/** As the unit works that decides. */
export async function calendarOfUnit(ctx: Ctx, unitId: number): Promise<Calendar> {
  return calendarOf(ctx.db, await listAncestors(ctx.db, unitId, dayOf(ctx.now)))
}

export const isElsewhere = ({ unitId, competentId }: Pick<Dossier, 'unitId' | 'competentId'>): boolean =>
  unitId !== competentId

type Timed = Pick<Docket, 'dossier' | 'rules' | 'calendar'> & { history: readonly ClockEvent[]; now: Date }

export const clockAt = ({ dossier, rules, calendar, history, now }: Timed): Clock =>
  clockOf({
    rules,
    calendar,
    history,
    now,
    limit: dossier.timeLimit,
    promised: dossier.promisedAt,
    elsewhere: isElsewhere(dossier),
  })

const rulesOf = ({ receivedAt }: Pick<Dossier, 'receivedAt'>, now: Date): OneStopRules =>
  oneStopRulesOn(dayOf(receivedAt ?? now))

export async function openDocket(ctx: Ctx, dossier: Dossier): Promise<Docket> {
  const { db, now } = ctx
  const { procedureCode, serviceVersion, competentId, caseCode, id } = dossier
  const [application, service, steps, history, calendar] = await together(
    findApplication(db, id),
    getService(db, procedureCode, serviceVersion),
    listSteps(db, id),
    clockHistory(db, id),
    calendarOfUnit(ctx, competentId),
  )
  if (!application) return refuse('missing', 'dossiers.dossier.missing')
  const rules = rulesOf(dossier, now)
  const scope = { answers: application.answers, today: dayOf(now) }
  return {
    dossier,
    application,
    service,
    steps,
    history,
    rules,
    calendar,
    taken: takenOf(steps),
    process: processOf(service, caseCode, (expression) => holds(expression, scope)),
    clock: clockAt({ dossier, rules, calendar, history, now }),
  }
}
