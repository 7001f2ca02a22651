/** Dossiers for other systems: everything that the pages of the desk do, and what their owners do. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Listing, listOfItems, upTo } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { scopeOf } from '#kernel/access.store.ts'
import { findUnit } from '#kernel/unit.store.ts'
import { dayOf } from '#kernel/time.ts'
import { getApplication } from '#modules/filing/public.ts'
import { Channel } from '#modules/services/public.ts'
import { recordAccess } from '#modules/identity/public.ts'
import { listComponents } from './component.store.ts'
import { approveDossier, issueResult, proposeRefusal, returnResult, sendBack } from './decision.commands.ts'
import { type Dossier, dossierStates, nationalCode } from './dossier.ts'
import { findDossier } from './dossier.store.ts'
import {
  askPayment,
  askWithdrawal,
  decideWithdrawal,
  extendDossier,
  notePayment,
  noteRefund,
  stopDossier,
} from './ending.commands.ts'
import {
  assignDossier,
  finishStep,
  handOver,
  reachCompetent,
  recordAnswer,
  recordSilence,
  takeDossier,
} from './handling.commands.ts'
import { about, getSeen } from './hold.commands.ts'
import { afterOf, findByAnyCode, listQueue, queueViews, searchDossiers } from './queue.store.ts'
import { receiveDossier, refuseAtDesk } from './reception.commands.ts'
import { listResults } from './result.store.ts'
import { listLog } from './step-log.store.ts'
import { listSteps } from './step.store.ts'
import { askSupplement, askSupplementAgain, completeDossier, takeSupplement } from './supplement.commands.ts'
import { listSupplements } from './supplement.store.ts'

const Moment = z.iso.datetime().nullable()

const DossierView = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  requestCode: z.string(),
  procedure: z.string(),
  serviceVersion: z.int(),
  title: z.string(),
  case: z.string(),
  channel: Channel,
  state: z.enum(dossierStates),
  nationalState: z.int(),
  finance: z.string(),
  delivery: z.string(),
  sync: z.string(),
  receivedAt: Moment,
  promisedAt: Moment,
  dueAt: Moment,
  finishedAt: Moment,
  returnedAt: Moment,
  supplements: z.int(),
  extensions: z.int(),
  outcome: z.enum(['early', 'on_time', 'late']).nullable(),
  revision: z.int(),
})

const text = (moment: Date | null): string | null => moment?.toISOString() ?? null

const viewOf = (one: Dossier): z.input<typeof DossierView> => ({
  ...one,
  procedure: one.procedureCode,
  case: one.caseCode,
  nationalState: nationalCode[one.state],
  receivedAt: text(one.receivedAt),
  promisedAt: text(one.promisedAt),
  dueAt: text(one.dueAt),
  finishedAt: text(one.finishedAt),
  returnedAt: text(one.returnedAt),
})

const StaffView = DossierView.extend({ applicant: z.string(), holder: z.string().nullable() })
const staffViewOf = (one: Dossier) => ({ ...viewOf(one), applicant: one.applicant, holder: one.holderId })

const LogView = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  action: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  step: z.string().nullable(),
  by: z.string(),
  unit: z.string().nullable(),
  to: z.string().nullable(),
  dueAt: Moment,
  result: z.string().nullable(),
  note: z.string().nullable(),
  rule: z.string().nullable(),
})

const StepView = z.object({
  seq: z.int(),
  code: z.string(),
  kind: z.string(),
  agency: z.string().nullable(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  closedAt: Moment,
  outcome: z.string().nullable(),
  result: z.string().nullable(),
})

const SupplementView = z.object({
  no: z.int(),
  askedAt: z.iso.datetime(),
  dueOn: z.string(),
  defects: z.array(
    z.object({ at: z.string(), label: z.string(), what: z.string(), basis: z.string(), mend: z.string() }),
  ),
  answeredAt: Moment,
})

const ComponentView = z.object({
  code: z.string(),
  name: z.string(),
  form: z.string().nullable(),
  copies: z.int(),
  digitised: z.boolean(),
  held: z.boolean(),
})

const ResultView = z.object({
  n: z.int(),
  code: z.string(),
  kind: z.string(),
  title: z.string(),
  entry: z.string().nullable(),
  electronic: z.boolean(),
  issuedAt: z.iso.datetime(),
  hash: z.string().nullable(),
})

const resultsOf = async (ctx: Ctx, id: string) =>
  (await listResults(ctx.db, id)).map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() }))

const supplementsOf = async (ctx: Ctx, id: string) =>
  (await listSupplements(ctx.db, id)).map((row) => ({
    ...row,
    defects: [...row.defects],
    askedAt: row.askedAt.toISOString(),
    answeredAt: text(row.answeredAt),
  }))

async function unitOf(ctx: Ctx, slug: string): Promise<number> {
  if (slug === '') return ctx.actor.unitId ?? 0
  const unit = await findUnit(ctx.db, slug, dayOf(ctx.now))
  if (!unit) return refuse('missing', 'kernel.unit.missing')
  return (await scopeOf(ctx)).includes(unit.id) ? unit.id : refuse('forbidden', 'kernel.outside_your_unit')
}

const Id = z.object({ id: z.string() })
const Changed = z.object({ id: z.uuid(), code: z.string().nullable(), revision: z.int() })

const reads = [
  read(
    '/dossiers',
    {
      says: 'A queue of a unit, the most urgent first; `unit` is one’s own unless said',
      needs: 'dossiers.read',
      input: z.object({
        ...Listing,
        view: z.enum(queueViews).default('unit'),
        unit: z.string().max(120).default(''),
        procedure: z.string().max(60).optional(),
        channel: Channel.optional(),
      }),
      returns: listOfItems(StaffView),
    },
    async (ctx, { limit, after, view, unit, ...filter }) => {
      const last = after ? await findDossier(ctx.db, after) : undefined
      const asked = { ...filter, unitId: await unitOf(ctx, unit), accountId: ctx.actor.accountId }
      const from = last && { after: afterOf(view, last) }
      const rows = await listQueue(ctx.db, view, asked, { limit: limit + 1, ...from })
      return upTo(rows.map(staffViewOf), limit, ({ id }) => id)
    },
  ),
  read(
    '/dossiers/search',
    {
      says: 'Dossiers of a unit by code, by words of the name, or by the last four figures of the number',
      needs: 'dossiers.read',
      input: z.object({ q: z.string().min(2).max(100), unit: z.string().max(120).default('') }),
      returns: z.object({ items: z.array(StaffView) }),
    },
    async (ctx, { q, unit }) => {
      const unitId = await unitOf(ctx, unit)
      const byCode = await findByAnyCode(ctx.db, q)
      const scope = byCode ? await scopeOf(ctx) : []
      const isSeen = byCode && (scope.includes(byCode.unitId) || scope.includes(byCode.competentId))
      const rows = isSeen ? [byCode] : await searchDossiers(ctx.db, unitId, q, 50)
      return { items: rows.map(staffViewOf) }
    },
  ),
  read(
    '/dossiers/{id}',
    {
      says: 'One dossier with its papers, steps, requests, results and its log (forms 06 and 07)',
      needs: 'dossiers.read',
      input: Id,
      returns: StaffView.extend({
        components: z.array(ComponentView),
        steps: z.array(StepView),
        supplements: z.array(SupplementView),
        results: z.array(ResultView),
        log: z.array(LogView),
      }),
    },
    async (ctx, { id }) => {
      const dossier = await getSeen(ctx, id)
      await recordAccess(ctx, { partyId: dossier.partyId, purpose: 'handle', what: 'dossier', about: about(dossier) })
      const steps = await listSteps(ctx.db, id)
      const log = await listLog(ctx.db, id)
      return {
        ...staffViewOf(dossier),
        components: await listComponents(ctx.db, id),
        steps: steps.map((row) => ({
          ...row,
          openedAt: row.openedAt.toISOString(),
          dueAt: row.dueAt.toISOString(),
          closedAt: text(row.closedAt),
        })),
        supplements: await supplementsOf(ctx, id),
        results: await resultsOf(ctx, id),
        log: log.map((row) => ({
          ...row,
          at: row.at.toISOString(),
          dueAt: text(row.dueAt),
          by: row.byName,
          to: row.toName,
        })),
      }
    },
  ),
  read(
    '/dossiers/own/{id}',
    {
      says: 'For its owner: where a dossier stands, what is asked of them, what came of it',
      needs: 'citizen',
      input: Id,
      returns: DossierView.extend({ supplements: z.array(SupplementView), results: z.array(ResultView) }),
    },
    async (ctx, { id }) => {
      await getApplication(ctx, id)
      const dossier = (await findDossier(ctx.db, id)) ?? refuse('missing', 'dossiers.dossier.missing')
      return { ...viewOf(dossier), supplements: await supplementsOf(ctx, id), results: await resultsOf(ctx, id) }
    },
  ),
]

const at = (path: string, says: string) => [`/dossiers/{id}/${path}`, { says, returns: Changed }] as const

export const dossiersApi = [
  ...reads,
  change(...at('receive', 'Takes a dossier in: identity, papers, code, appointment'), receiveDossier),
  change(...at('refuse-at-desk', 'Does not take it in, for a coded reason with its ground'), refuseAtDesk),
  change(...at('ask-supplement', 'Asks once for everything that is wanting'), askSupplement),
  change(...at('ask-supplement-again', 'Asks a second time; the cost was seen'), askSupplementAgain),
  change(...at('complete', 'Its owner gives what was asked for; files by the ids of uploads'), completeDossier),
  change(...at('take-supplement', 'What was asked for came to the desk'), takeSupplement),
  change(
    '/dossiers/hand-over',
    { says: 'Hands dossiers over to the handling unit, all or none', returns: z.object({ ids: z.array(z.uuid()) }) },
    handOver,
  ),
  change(...at('reach', 'The deciding unit has what was received elsewhere; its time begins'), reachCompetent),
  change(...at('take', 'Takes it from the pool of the unit'), takeDossier),
  change(...at('assign', 'Gives it to somebody, or back to the pool'), assignDossier),
  change(...at('finish-step', 'A step of the inner process is done'), finishStep),
  change(...at('record-answer', 'What an agency that was asked has said'), recordAnswer),
  change(...at('record-silence', 'An agency has said nothing in its time'), recordSilence),
  change(...at('propose-refusal', 'Puts the grounds of a refusal before the signer'), proposeRefusal),
  change(...at('approve', 'What was put before the signer holds'), approveDossier),
  change(...at('send-back', 'Sends it back with a reason'), sendBack),
  change(...at('issue', 'Gives the result its code'), issueResult),
  change(...at('return', 'The result was given to its owner'), returnResult),
  change(...at('ask-payment', 'Asks for the fee; the time stands still'), askPayment),
  change(...at('note-payment', 'The fee was paid'), notePayment),
  change(...at('note-refund', 'The fee was paid back'), noteRefund),
  change(...at('extend', 'A new day with an apology, once, in time'), extendDossier),
  change(...at('stop', 'Ends the work on it, with its reason'), stopDossier),
  change(...at('ask-withdrawal', 'Its owner asks for it back'), askWithdrawal),
  change(...at('decide-withdrawal', 'Grants or declines that'), decideWithdrawal),
]
