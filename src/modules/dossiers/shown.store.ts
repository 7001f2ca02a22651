/** Everything that the page of a dossier shows, also of one that the desk has not opened yet. */
import { reaches } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import type { Answers, FormDefinition } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { type Application, booksFor, findApplication, lastFour, listFiles } from '#modules/filing/public.ts'
import { profileOf, recordAccess } from '#modules/identity/public.ts'
import { accountsIn, instructionsOfDossier, namesFor } from '#modules/overview/public.ts'
import { listColleagues, namesOf } from './colleague.store.ts'
import { listComponents } from './component.store.ts'
import { type Docket, openDocket } from './docket.store.ts'
import type { Dossier } from './dossier.ts'
import { costsOfActs } from './fact.store.ts'
import { findDossier } from './dossier.store.ts'
import { isReadyToIssue } from './process.ts'
import { offered, type ActName, type Standing } from './offer.ts'
import { listResults } from './result.store.ts'
import { type SlipOf, slipsOf } from './slip.store.ts'
import { listLog } from './step-log.store.ts'
import { formOf } from './supplement.commands.ts'
import { listLaterFiles, listSupplements } from './supplement.store.ts'

const nobody = { holderId: null, receivedBy: null, receivedAt: null, startsAt: null, promisedAt: null, dueAt: null }

/** As it would be opened: nothing is written by looking. */
async function asArrived(ctx: Ctx, application: Application): Promise<Dossier> {
  const party = await profileOf(ctx.db, application.partyId)
  return {
    ...application,
    ...nobody,
    code: null,
    applicant: party?.name ?? '',
    numberTail: lastFour(party?.number ?? ''),
    unitId: application.receiverId,
    competentId: application.receiverId,
    state: application.state === 'withdrawn' ? 'withdrawn' : 'arrived',
    resume: null,
    finance: application.feeTotal > 0 ? 'due' : 'none',
    delivery: 'none',
    sync: 'none',
    timeLimit: null,
    backdated: false,
    pausedAt: null,
    leftMinutes: null,
    handOverBy: null,
    awaitedUntil: null,
    supplements: 0,
    extensions: 0,
    outcome: null,
    finishedAt: null,
    returnedAt: null,
    returnedHow: null,
    refusal: null,
    withdrawal: null,
    identityChecked: null,
    revision: 0,
    changedAt: application.filedAt,
  }
}

/** Seen by the unit it was handed in to and by the one that decides; that somebody looked is written down for its owner. */
export async function openSeen(ctx: Ctx, id: string): Promise<Docket> {
  const application = (await findApplication(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
  const dossier = (await findDossier(ctx.db, id)) ?? (await asArrived(ctx, application))
  const isSeen = (await reaches(ctx, dossier.unitId)) || (await reaches(ctx, dossier.competentId))
  if (!isSeen) refuse('forbidden', 'kernel.outside_your_unit')
  const about = `dossiers.dossier/${id}`
  await recordAccess(ctx, { partyId: dossier.partyId, purpose: 'handle', what: 'dossier', about })
  return openDocket(ctx, dossier)
}

export const standingOf = ({ dossier, clock, rules, steps, process, taken, history }: Docket, now: Date): Standing => ({
  dossier,
  clock,
  rules,
  now,
  openSteps: steps.filter(({ closedAt }) => closedAt === null),
  readyToIssue: isReadyToIssue(process, taken),
  reachedCompetent: history.some(({ kind }) => kind === 'reached_competent'),
})

export type Shown = {
  /** What the acts that are offered may cost the unit. */
  readonly costs: Awaited<ReturnType<typeof costsOfActs>>
  readonly docket: Docket
  readonly offers: readonly ActName[]
  readonly form: FormDefinition
  /** As filed, with what was put right since. */
  readonly answers: Answers
  readonly books: Books
  readonly files: Awaited<ReturnType<typeof listFiles>>
  readonly later: Awaited<ReturnType<typeof listLaterFiles>>
  readonly papers: Awaited<ReturnType<typeof listComponents>>
  readonly supplements: Awaited<ReturnType<typeof listSupplements>>
  readonly results: Awaited<ReturnType<typeof listResults>>
  readonly slips: readonly SlipOf[]
  readonly instructions: Awaited<ReturnType<typeof instructionsOf>>
  readonly log: Awaited<ReturnType<typeof listLog>>
  readonly names: ReadonlyMap<string, string>
  readonly specialists: Awaited<ReturnType<typeof listColleagues>>
  readonly signers: Awaited<ReturnType<typeof listColleagues>>
}

const correctedBy = (supplements: Shown['supplements']): Answers =>
  Object.assign({}, ...supplements.map(({ answers }) => answers)) as Answers

async function instructionsOf(ctx: Ctx, id: string) {
  const rows = await instructionsOfDossier(ctx.db, id)
  const names = rows.length > 0 ? await namesFor(ctx, accountsIn(rows)) : null
  return { rows, names, now: ctx.now, mayInstruct: may(ctx.actor, 'overview.instruct') }
}

export async function readShown(ctx: Ctx, docket: Docket): Promise<Shown> {
  const { dossier, application } = docket
  const { db } = ctx
  const form = formOf(docket)
  const supplements = await listSupplements(db, dossier.id)
  const offers = offered(standingOf(docket, ctx.now), ctx.actor)
  return {
    docket,
    form,
    supplements,
    offers,
    costs: await costsOfActs(ctx, docket, offers.includes('issue') ? ['late_finish', 'no_e_result'] : []),
    answers: { ...application.answers, ...correctedBy(supplements) },
    books: await booksFor(ctx, form, []),
    files: await listFiles(db, dossier.id),
    later: await listLaterFiles(db, dossier.id),
    papers: await listComponents(db, dossier.id),
    results: await listResults(db, dossier.id),
    slips: await slipsOf(db, dossier),
    instructions: await instructionsOf(ctx, dossier.id),
    log: await listLog(db, dossier.id),
    names: await namesOf(ctx, [dossier.holderId, dossier.receivedBy]),
    specialists: await listColleagues(ctx, dossier.competentId, 'dossiers.handle'),
    signers: await listColleagues(ctx, dossier.competentId, 'dossiers.sign'),
  }
}
