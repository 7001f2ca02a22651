import { isDeepStrictEqual } from 'node:util'
import { reaches } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { getUnit, listUnits } from '#kernel/unit.store.ts'
import { get, post, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { targetCoverage } from './coverage.ts'
import { CoveragePage } from './coverage.views.tsx'
import { directs } from './plan-reach.store.ts'
import { getPlan, listAsked, listSharedWork } from '#modules/plan/public.ts'
import {
  addOwn,
  askForPlans,
  changeItem,
  dropItem,
  openUnitPlan,
  publishUnitPlan,
  takeUp,
} from './unit-plan.commands.ts'
import { isOf, leftOut } from './unit-plan.ts'
import { findPublished, findUnitPlan, listUndertakings } from './unit-plan.store.ts'
import { UnitPlanPage } from './unit-plan.views.tsx'

const codeOf = (c: WebContext) => c.req.param('code') ?? ''
/** `don-vi/my-tho/phuong-1`: the slug of a commune has two parts. */
const unitOf = (c: WebContext) => [c.req.param('unit'), c.req.param('below')].filter(Boolean).join('/')
const listPath = (c: WebContext) => `/ke-hoach/${encodeURIComponent(codeOf(c))}/don-vi`
const unitPath = (c: WebContext) => `${listPath(c)}/${unitOf(c)}`

async function coveragePage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const plan = await getPlan(ctx.db, codeOf(c))
  const asked = await listAsked(ctx.db, plan.id, today)
  const targets = (await listSharedWork(ctx.db, plan.id)).filter(({ kind }) => kind === 'target')
  const leads = plan.state === 'published' && (await directs(ctx, plan))
  const mayAsk = leads && may(ctx.actor, 'plan.assign')
  const page = (
    <CoveragePage
      {...{ plan, asked, today, back, mayAsk }}
      targets={targetCoverage(targets, asked, await listUndertakings(ctx.db, plan.id))}
      mine={asked.find(({ unitId }) => unitId === ctx.actor.unitId) ?? null}
      mayRemind={leads && may(ctx.actor, 'plan.remind')}
      units={mayAsk ? (await listUnits(ctx.db, today)).filter(({ id }) => !asked.some((a) => a.unitId === id)) : []}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

export type UnitPlanBacks = {
  readonly publishing?: Returned
  readonly taking?: Returned
  readonly own?: { readonly kind: string; readonly back: Returned }
  readonly item?: { readonly id: string; readonly back: Returned }
  readonly opening?: Returned
}

async function unitPage(c: WebContext, backs: UnitPlanBacks = {}) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const parent = await getPlan(ctx.db, codeOf(c))
  const unit = await getUnit(ctx.db, unitOf(c), today)
  const asked = (await listAsked(ctx.db, parent.id, today)).find(({ unitId }) => unitId === unit.id) ?? null
  const held = (await findUnitPlan(ctx.db, parent.id, unit.id)) ?? null
  if (!held && !asked) refuse('missing', 'plan.unit_plan.not_asked')
  const isTheirs = await reaches(ctx, unit.id)
  const mayEdit = isTheirs && may(ctx.actor, 'plan.derive') && parent.state === 'published'
  if (held?.state === 'draft' && !isTheirs && !(await directs(ctx, parent)))
    refuse('forbidden', 'kernel.outside_your_unit')
  const published = held && (await findPublished(ctx.db, held.id))
  const plan = held && published && !mayEdit ? { ...held, draft: published } : held
  const things = await listSharedWork(ctx.db, parent.id)
  const taken = new Set(plan?.draft.items.map(({ id }) => id))
  const page = (
    <UnitPlanPage
      {...{ parent, unit, plan, asked, today, mayEdit, backs }}
      isChanged={published !== null && !isDeepStrictEqual(published, held?.draft)}
      given={things.filter((thing) => isOf(thing, unit.id)).length}
      left={plan ? leftOut(things, plan.draft, unit.id) : []}
      others={things.filter((thing) => !taken.has(thing.id) && !isOf(thing, unit.id))}
      idempotencyKey={newId(ctx.now)}
    />
  )
  const failed = backs.publishing ?? backs.taking ?? backs.own?.back ?? backs.item?.back ?? backs.opening
  return failed ? { status: failed.status, page } : page
}

type Done = { ok: true } | Returned

/** Either the way on with a word of what was done, or the same page with what was typed and what was wrong. */
const answered = (c: WebContext, done: Done, notice: Key, backs: (back: Returned) => UnitPlanBacks) =>
  done.ok ? go(c, unitPath(c), notice) : unitPage(c, backs(done))

const place = (c: WebContext) => ({ plan: codeOf(c), unit: unitOf(c) })
const itemOf = (c: WebContext) => c.req.param('item') ?? ''

/** The same routes for units with one part and with two parts in their address. */
const ofUnit = (at: string) => [
  get(at, 'plan.read', (c) => unitPage(c)),
  post(`${at}/mo`, 'plan.derive', async (c) =>
    answered(c, await submit(c, openUnitPlan, place(c)), 'plan.unit_plan.opened', (opening) => ({ opening })),
  ),
  post(`${at}/nhan`, 'plan.derive', async (c) =>
    answered(c, await submit(c, takeUp, place(c)), 'plan.unit_plan.taken_up', (taking) => ({ taking })),
  ),
  post(`${at}/them`, 'plan.derive', async (c) =>
    answered(c, await submit(c, addOwn, place(c)), 'plan.unit_plan.added', (back) => ({
      own: { kind: String(back.typed['kind']), back },
    })),
  ),
  post(`${at}/muc/:item/sua`, 'plan.derive', async (c) =>
    answered(c, await submit(c, changeItem, { ...place(c), item: itemOf(c) }), 'plan.unit_plan.changed', (back) => ({
      item: { id: itemOf(c), back },
    })),
  ),
  post(`${at}/muc/:item/bo`, 'plan.derive', async (c) =>
    answered(c, await submit(c, dropItem, { ...place(c), item: itemOf(c) }), 'plan.unit_plan.dropped', (opening) => ({
      opening,
    })),
  ),
  post(`${at}/cong-bo`, 'plan.derive', async (c) =>
    answered(c, await submit(c, publishUnitPlan, place(c)), 'plan.unit_plan.was_published', (publishing) => ({
      publishing,
    })),
  ),
]

export const unitPlanPages = [
  get('/ke-hoach/:code/don-vi', 'plan.read', (c) => coveragePage(c)),
  post('/ke-hoach/:code/don-vi', 'plan.assign', async (c) => {
    const done = await submit(c, askForPlans, { plan: codeOf(c) })
    return done.ok ? go(c, listPath(c), 'plan.unit_plan.was_asked') : coveragePage(c, done)
  }),
  ...ofUnit('/ke-hoach/:code/don-vi/:unit'),
  ...ofUnit('/ke-hoach/:code/don-vi/:unit/:below'),
]
