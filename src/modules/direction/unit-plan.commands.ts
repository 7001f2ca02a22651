import { z } from 'zod'
import { mustReach } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { notify } from '#kernel/notice.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { listed } from './listed.ts'
import { mustDirect } from './plan-reach.store.ts'
import {
  askUnits,
  getPlan,
  insertPlanBelow,
  listAsked,
  listSharedWork,
  updateDraftBelow,
} from '#modules/plan/public.ts'
import {
  firstDraft,
  itemFrom,
  itemKinds,
  nextOwnRef,
  objectionToPublishUnitPlan,
  ownComparators,
  ownMeasures,
  type UnitPlanDraft,
  type UnitPlanItem,
  withItem,
  withoutItem,
} from './unit-plan.ts'
import { findUnitPlan, holdUnitPlan, publishDraft } from './unit-plan.store.ts'

/** Which unit's plan under which plan, as addresses name them. */
const Place = z.object({ plan: z.string(), unit: z.string() })
type Place = z.output<typeof Place>
const about = (_: unknown, { plan, unit }: Place) => `plan.unit_plan/${plan}/${unit}`

async function enter(ctx: Ctx, { plan, unit }: Place) {
  const today = dayOf(ctx.now)
  const parent = await getPlan(ctx.db, plan)
  const { id: unitId, slug, name } = await getUnit(ctx.db, unit, today)
  await mustReach(ctx, unitId)
  return { parent, unitId, slug, name, today }
}

/** The draft as it was when the person opened it, or a conflict: what somebody else has written stays. */
async function change(ctx: Ctx, place: Place, version: number | null, edit: (draft: UnitPlanDraft) => UnitPlanDraft) {
  const { parent, unitId } = await enter(ctx, place)
  const held = await holdUnitPlan(ctx.db, parent.id, unitId)
  if (version !== null && version !== held.draftVersion) refuse('conflict', 'kernel.changed_meanwhile')
  await updateDraftBelow(ctx.db, held.id, edit(held.draft))
  return { code: held.code }
}

/** Begins with all that the province's plan gives the unit to lead or to cooperate on. */
export const openUnitPlan = command({
  name: 'plan.unit_plan.open',
  needs: 'plan.derive',
  input: Place.extend({ title: z.string().trim().min(1).max(300) }),
  run: async (ctx, { title, ...place }) => {
    const { parent, unitId, slug, today } = await enter(ctx, place)
    if (parent.state !== 'published') refuse('conflict', 'plan.unit_plan.parent_not_published')
    if (!(await listAsked(ctx.db, parent.id, today)).some((asked) => asked.unitId === unitId))
      refuse('conflict', 'plan.unit_plan.not_asked')
    if (await findUnitPlan(ctx.db, parent.id, unitId)) refuse('conflict', 'plan.unit_plan.open_already')
    const draft = firstDraft(await listSharedWork(ctx.db, parent.id), unitId)
    return { code: await insertPlanBelow(ctx, { parent, unitId, slug, title, draft }) }
  },
  about,
})

/** Takes more of the province's targets and tasks into the plan of the unit. */
export const takeUp = command({
  name: 'plan.unit_plan.take_up',
  needs: 'plan.derive',
  input: Place.extend({
    things: z.preprocess(listed, z.array(z.uuid()).max(300)),
  }),
  run: async (ctx, { things, ...place }) => {
    const { parent } = await enter(ctx, place)
    const chosen = (await listSharedWork(ctx.db, parent.id)).filter(({ id }) => things.includes(id))
    if (chosen.length < new Set(things).size) refuseField('things', 'input.not_offered')
    return change(ctx, place, null, (draft) =>
      chosen
        .filter(({ id }) => !draft.items.some((item) => item.id === id))
        .reduce((so, thing) => withItem(so, itemFrom(thing)), draft),
    )
  },
  about,
})

const Version = z.coerce.number().int()
const DueOn = z.union([z.literal('').transform(() => null), DayInput]).nullable()
const emptyDay = (typed: unknown) => {
  if (typed === undefined || typed === null) return null
  return typeof typed === 'object' && Object.values(typed).every((part) => part === '') ? null : typed
}
const OptionalDay = z.preprocess(emptyDay, DueOn)

export const changeItem = command({
  name: 'plan.unit_plan.change_item',
  needs: 'plan.derive',
  input: Place.extend({
    version: Version,
    item: z.uuid(),
    wording: z.string().trim().min(1).max(4000),
    dueOn: OptionalDay,
  }),
  run: (ctx, { version, item: id, wording, dueOn, ...place }) =>
    change(ctx, place, version, (draft) => {
      const item = draft.items.find((one) => one.id === id) ?? refuse('missing', 'plan.unit_plan.item_missing')
      return withItem(draft, { ...item, wording, dueOn })
    }),
  about,
})

export const dropItem = command({
  name: 'plan.unit_plan.drop_item',
  needs: 'plan.derive',
  input: Place.extend({ item: z.uuid() }),
  run: (ctx, { item, ...place }) => change(ctx, place, null, (draft) => withoutItem(draft, item)),
  about,
})

/** "95", "95,5" */
const Goal = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() !== '' ? Number(typed.trim().replace(',', '.')) : undefined),
  z.number().min(0).max(1e12),
)
const Own = z.object({
  title: z.string().trim().min(1).max(300),
  wording: z.string().trim().min(1).max(4000),
  dueOn: OptionalDay,
})

export const addOwn = command({
  name: 'plan.unit_plan.add_own',
  needs: 'plan.derive',
  input: z.discriminatedUnion('kind', [
    Place.extend({ kind: z.literal(itemKinds[1]), ...Own.shape }),
    Place.extend({
      kind: z.literal(itemKinds[0]),
      ...Own.shape,
      comparator: z.enum(ownComparators),
      goal: Goal,
      measure: z.enum(ownMeasures),
    }),
  ]),
  run: (ctx, { plan, unit, ...typed }) =>
    change(ctx, { plan, unit }, null, (draft) => {
      const { kind, title, wording, dueOn } = typed
      const goal =
        typed.kind === 'target' ? { comparator: typed.comparator, goal: typed.goal, unit: typed.measure } : null
      const item: UnitPlanItem = {
        id: newId(ctx.now),
        kind,
        isOwn: true,
        ref: nextOwnRef(draft),
        title,
        wording,
        dueOn,
        goal,
      }
      return withItem(draft, item)
    }),
  about,
})

export const publishUnitPlan = command({
  name: 'plan.unit_plan.publish',
  needs: 'plan.derive',
  input: Place.extend({
    version: Version,
    number: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    issuedOn: DayInput,
  }),
  run: async (ctx, { version, number, title, issuedOn, ...place }) => {
    const { parent, unitId, slug, name, today } = await enter(ctx, place)
    const held = await holdUnitPlan(ctx.db, parent.id, unitId)
    if (version !== held.draftVersion) refuse('conflict', 'kernel.changed_meanwhile')
    const objection = objectionToPublishUnitPlan(held.draft, issuedOn, today)
    if (objection === 'plan.unit_plan.issued_in_future') refuseField('issuedOn', objection)
    if (objection) refuse('conflict', objection)
    const no = await publishDraft(ctx, held, { number, title, issuedOn }, parent.year)
    await notify(ctx, {
      to: { unitId: parent.leadUnitId ?? parent.unitId, permission: 'plan.assign' },
      key: 'plan.unit_plan.notice.published',
      params: { unit: name, number },
      href: `/ke-hoach/${encodeURIComponent(parent.code)}/don-vi/${slug}`,
    })
    return { code: held.code, no }
  },
  about,
})

/** Who must make a plan of their own, and by when; asked again, a unit has the new day. */
export const askForPlans = command({
  name: 'plan.unit_plan.ask',
  needs: 'plan.assign',
  input: z.object({
    plan: z.string(),
    units: z.preprocess(listed, z.array(z.string()).max(300)),
    dueOn: DayInput,
  }),
  run: async (ctx, { plan: code, units, dueOn }) => {
    const plan = await getPlan(ctx.db, code)
    await mustDirect(ctx, plan)
    const today = dayOf(ctx.now)
    const ids: number[] = []
    for (const slug of units) ids.push((await getUnit(ctx.db, slug, today)).id)
    await askUnits(ctx.db, plan.id, ids, dueOn)
    return { units: ids }
  },
  about: (_, { plan }) => `plan.plan/${plan}`,
})

export const unitPlanCommands = [openUnitPlan, takeUp, changeItem, dropItem, addOwn, publishUnitPlan, askForPlans]
