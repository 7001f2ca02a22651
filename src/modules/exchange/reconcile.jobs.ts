/** Every hour the two sides are compared: what can be sent again is, the rest comes to the error desk. */
import { z } from 'zod'
import { nobody } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { job, type Job, type Schedule } from '#kernel/job.ts'
import { dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { type Adapter, adapterOn } from './adapter.ts'
import { cut } from './attempt.store.ts'
import { rowsIn } from './delivery.jobs.ts'
import { ExchangeDossier } from './dossier.ts'
import type { Line } from './line.ts'
import { findClosed, insertAmendment, queueMessage } from './message.store.ts'
import { plainText, wireMoment } from './national.ts'
import {
  codesOnTheWay,
  holdOpenDifference,
  insertReconciliation,
  keepDifference,
  lastTaken,
  listAcknowledged,
  noteRequeued,
  settleGone,
} from './reconciliation.store.ts'
import { type Compared, compare, type Found, type Ours, type Theirs } from './reconciliation.ts'
import type { SendingTools } from './send.jobs.ts'
import { type SendingRule, sendingRuleOn } from './sending-rule.ts'

/** Whoever handles dossiers says how they stand now; without it, what was told and acknowledged is compared. */
export type DossierListing = {
  /** All received from a moment to a moment (excluded), mirrored ones too. */
  readonly list: (ctx: Ctx, from: Date, to: Date) => Promise<readonly Ours[]>
  /** As it would be told now; null when it is not told to anybody. */
  readonly body: (ctx: Ctx, about: string) => Promise<ExchangeDossier | null>
}

export type ReconcilingTools = SendingTools & { readonly listing?: DossierListing }

type Asking = { readonly line: Line; readonly adapter: Adapter; readonly rule: SendingRule['reconcile'] }

/** Page after page, until one is not full; throws what the keeper should read when the other side does not answer. */
async function listTheirs({ line, adapter, rule }: Asking, from: Date, to: Date): Promise<Theirs[]> {
  const all: Theirs[] = []
  const asked = { TuNgay: wireMoment(from), DenNgay: wireMoment(new Date(to.getTime() - 1000)), SoDong: rule.pageSize }
  for (let page = 1; page <= rule.mostPages; page++) {
    const reply = await line.ask(adapter.services.lookUp, { ...asked, Trang: page })
    if (reply.kind !== 'taken') throw new Error(reply.text)
    const rows = rowsIn(reply.body)
    for (const row of rows)
      if (typeof row['MaHoSo'] === 'string') all.push({ code: row['MaHoSo'], state: plainText(row['TrangThaiHoSo']) })
    if (rows.length < rule.pageSize) return all
  }
  throw new Error(`more than ${rule.mostPages} pages`)
}

/** What is told again: how the dossier stands now, or what was told last where that is how it stands. */
async function bodyFor(ctx: Ctx, system: string, found: Found, { listing }: ReconcilingTools): Promise<unknown> {
  if (listing) return found.about === null ? null : listing.body(ctx, found.about)
  const last = await lastTaken(ctx.db, system, found.code)
  const body = ExchangeDossier.safeParse(last?.body)
  return last && body.success && String(body.data.state) === found.ours ? last.body : null
}

/** True when it was sent again; each difference only so often. */
async function mend(ctx: Ctx, system: string, found: Found, tools: ReconcilingTools, most: number): Promise<boolean> {
  const { kind, about, unitId, code } = found
  const { id } = await keepDifference(ctx, system, found)
  if (kind === 'missing_here' || about === null || unitId === null) return false
  const body = await bodyFor(ctx, system, found, tools)
  if (!body) return false
  return ctx.db.transaction().execute(async (db) => {
    const within = { ...ctx, db }
    const open = await holdOpenDifference(db, id)
    if (!open || open.requeued >= most) return false
    const last = await lastTaken(db, system, code)
    const taken = last && (await findClosed(db, last.id))
    if (taken) await insertAmendment(within, taken, body)
    else {
      const told = { system, about, unitId, revision: 0, kind: 'dossier' as const }
      if (!(await queueMessage(within, { ...told, body: body as ExchangeDossier }))) return false
    }
    await noteRequeued(within, id)
    return true
  })
}

const nothing: Compared = { theirs: 0, ours: 0, mirrored: 0, onTheWay: 0, differences: [] }

async function compareSides(ctx: Ctx, asking: Asking, tools: ReconcilingTools, from: Date, to: Date) {
  const { system } = asking.line
  const quietSince = new Date(ctx.now.getTime() - asking.rule.quietMinutes * 60_000)
  // What is on its way is looked at before and after: a message that goes through meanwhile is compared next time.
  const before = await codesOnTheWay(ctx.db, system)
  const theirs = await listTheirs(asking, from, to)
  const after = await codesOnTheWay(ctx.db, system)
  const told = async (): Promise<Ours[]> =>
    (await listAcknowledged(ctx.db, system, from, to)).map((one) => ({ ...one, mirrorOf: null }))
  const ours = tools.listing ? await tools.listing.list(ctx, from, to) : await told()
  const compared = compare({ theirs, ours, onTheWay: new Set([...before, ...after]), quietSince })
  return { compared, looked: [...new Set([...theirs, ...ours].map(({ code }) => code))] }
}

/** One system, over the last days. */
export async function reconcile(ctx: Ctx, line: Line, tools: ReconcilingTools): Promise<Compared | null> {
  const today = dayOf(ctx.now)
  const adapter = adapterOn(line.system, today)
  if (!adapter || !line.services.has('lookUp')) return null
  const { reconcile: rule } = tools.rule ?? sendingRuleOn(today)
  const [fromDay, toDay] = [plusDays(today, -rule.daysBack), today]
  const row = { system: line.system, fromDay, toDay }
  const [from, to] = [momentOf(fromDay), momentOf(plusDays(toDay, 1))]
  let sides: Awaited<ReturnType<typeof compareSides>>
  try {
    sides = await compareSides(ctx, { line, adapter, rule }, tools, from, to)
  } catch (fault) {
    const said = cut(fault instanceof Error ? fault.message : String(fault)).slice(0, 500)
    await insertReconciliation(ctx, { ...row, requeued: 0, fault: said, compared: nothing })
    return null
  }
  const { compared, looked } = sides
  let requeued = 0
  for (const found of compared.differences)
    if (await mend(ctx, line.system, found, tools, rule.mostRequeues)) requeued += 1
  await settleGone(ctx, line.system, looked)
  await insertReconciliation(ctx, { ...row, requeued, fault: null, compared })
  return compared
}

const name = 'exchange.reconcile'

export const reconcileJob = (tools: ReconcilingTools): Job =>
  job({
    name,
    input: z.object({}),
    retries: 0,
    run: async (ctx) => {
      for (const line of tools.lines) await reconcile({ ...ctx, actor: nobody }, line, tools)
    },
  }) as Job

export const reconcileSchedule: Schedule = { name, cron: '20 * * * *', tz: 'Asia/Ho_Chi_Minh' }
