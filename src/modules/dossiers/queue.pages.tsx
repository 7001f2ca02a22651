/** The queue of a post: by the legal time left; found by code, name or the tail of a number. */
import { oneStopRulesOn } from '#modules/clock/public.ts'
import { scopeOf } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { isId, newId } from '#kernel/id.ts'
import { submit } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { listWaiting, type Waiting } from '#modules/filing/public.ts'
import { namesOfParties } from '#modules/identity/public.ts'
import { Channel } from '#modules/services/public.ts'
import { listColleagues, namesOf } from './colleague.store.ts'
import { calendarOfUnit } from './docket.store.ts'
import type { Dossier } from './dossier.ts'
import { handOver } from './handling.commands.ts'
import {
  type After,
  afterOf,
  findByAnyCode,
  listQueue,
  type QueueFilter,
  queueViews,
  type QueueView,
  searchDossiers,
} from './queue.store.ts'
import { QueuePage, type QueueRow } from './queue.views.tsx'
import { leftOf, leftToAnswer, type Clockwork } from './row-left.ts'
import { dayOf } from '#kernel/time.ts'

const path = '/mot-cua'
const pageSize = 30

/** Where each kind of post begins its day. */
const firstView = ({ actor }: Ctx): QueueView =>
  may(actor, 'dossiers.receive')
    ? 'waiting'
    : may(actor, 'dossiers.handle') || may(actor, 'dossiers.sign')
      ? 'mine'
      : 'unit'

function filterOf(c: WebContext): QueueFilter {
  const { actor } = c.var.ctx
  const channel = Channel.safeParse(c.req.query('kenh')).data
  const procedure = c.req.query('thu-tuc')?.trim()
  return {
    unitId: actor.unitId ?? 0,
    accountId: actor.accountId,
    ...(channel && { channel }),
    ...(procedure && { procedure }),
  }
}

/** `2025-05-14T01:00:00.000Z_<id>`, or `_<id>` of one without such a moment. */
function readAfter(typed: string | undefined): After | undefined {
  const [at = '', id = ''] = (typed ?? '').split('_')
  const moment = new Date(at)
  if (!isId(id)) return undefined
  return { at: Number.isNaN(moment.getTime()) ? null : moment, id }
}
const writeAfter = ({ at, id }: After): string => `${at?.toISOString() ?? ''}_${id}`

async function clockwork(ctx: Ctx): Promise<Clockwork> {
  const calendar = await calendarOfUnit(ctx, ctx.actor.unitId ?? 0)
  return { now: ctx.now, calendar, rules: oneStopRulesOn(dayOf(ctx.now)) }
}

const rowsOf = (dossiers: readonly Dossier[], names: ReadonlyMap<string, string>, work: Clockwork): QueueRow[] =>
  dossiers.map((one) => ({
    ...one,
    holder: one.holderId === null ? null : (names.get(one.holderId) ?? null),
    left: leftOf(one, work),
  }))

/** Filed, and not looked at by anybody yet. */
async function freshRows(ctx: Ctx, waiting: readonly Waiting[], work: Clockwork): Promise<QueueRow[]> {
  const names = await namesOfParties(
    ctx.db,
    waiting.map(({ partyId }) => partyId),
  )
  return waiting.map((one) => ({
    ...one,
    code: null,
    state: 'arrived',
    applicant: names.get(one.partyId) ?? '',
    holder: null,
    awaitedUntil: null,
    dueAt: null,
    left: leftToAnswer(one.filedAt, work),
  }))
}

type Listed = { readonly rows: readonly QueueRow[]; readonly next: string | null }

async function listView(c: WebContext, view: QueueView, filter: QueueFilter): Promise<Listed> {
  const { ctx } = c.var
  const work = await clockwork(ctx)
  const after = readAfter(c.req.query('sau'))
  const isFresh = c.req.query('moi') !== undefined
  const found = isFresh ? [] : await listQueue(ctx.db, view, filter, { limit: pageSize + 1, after })
  const names = await namesOf(
    ctx,
    found.map(({ holderId }) => holderId),
  )
  const last = found[pageSize - 1]
  if (found.length > pageSize && last)
    return { rows: rowsOf(found.slice(0, pageSize), names, work), next: `sau=${writeAfter(afterOf(view, last))}` }
  const rows = rowsOf(found, names, work)
  if (view !== 'waiting') return { rows, next: null }
  const from = isFresh ? after : undefined
  const fresh = await listWaiting(ctx.db, filter, { limit: pageSize + 1, after: from })
  const more = fresh.length > pageSize ? fresh[pageSize - 1] : undefined
  const next = more && `moi=1&sau=${writeAfter({ at: more.filedAt, id: more.id })}`
  return { rows: [...rows, ...(await freshRows(ctx, fresh.slice(0, pageSize), work))], next: next ?? null }
}

async function search(ctx: Ctx, q: string): Promise<Listed> {
  const byCode = await findByAnyCode(ctx.db, q)
  const scope = byCode ? await scopeOf(ctx) : []
  const isSeen = byCode && (scope.includes(byCode.unitId) || scope.includes(byCode.competentId))
  const found = isSeen ? [byCode] : await searchDossiers(ctx.db, ctx.actor.unitId ?? 0, q, 50)
  const names = await namesOf(
    ctx,
    found.map(({ holderId }) => holderId),
  )
  return { rows: rowsOf(found, names, await clockwork(ctx)), next: null }
}

async function queuePage(c: WebContext, isEmptyChoice = false): Promise<Answer> {
  const { ctx } = c.var
  const q = c.req.query('q')?.trim() ?? ''
  const view = queueViews.find((one) => one === c.req.query('xem')) ?? firstView(ctx)
  const filter = filterOf(c)
  const listed = q.length >= 2 ? await search(ctx, q) : await listView(c, view, filter)
  const mayHandOver = view === 'handover' && q === '' && may(ctx.actor, 'dossiers.receive')
  const page = (
    <QueuePage
      {...listed}
      {...{ q, view, filter }}
      colleagues={mayHandOver ? await listColleagues(ctx, filter.unitId, 'dossiers.handle') : null}
      isEmptyChoice={isEmptyChoice}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return isEmptyChoice ? { status: 422, page } : page
}

async function answerHandOver(c: WebContext): Promise<Answer> {
  const done = await submit(c, handOver)
  if (done.ok) return go(c, `${path}?xem=handover`, 'dossiers.queue.handed_over')
  return queuePage(
    c,
    done.problems.some((one) => one.path === 'ids'),
  )
}

export const queuePages: readonly Route[] = [
  get(path, 'dossiers.read', (c) => queuePage(c)),
  post(`${path}/chuyen`, 'dossiers.receive', answerHandOver),
]
