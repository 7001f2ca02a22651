import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import type { PlanHead } from './plan.store.ts'
import type { PlanState } from './plan.ts'
import { type Derivable, isUnitPlanLate, UnitPlanDraft, type UnitPlanItem } from './unit-plan.ts'

/** Asked units with the plan each has made, by name as of `on`; ended ones by the name they last had. */
export async function listAsked(db: Db, planId: string, on: Day) {
  const rows = await db
    .selectFrom('plan.asked_unit as a')
    .innerJoin('kernel.unit as u', 'u.id', 'a.unitId')
    .innerJoinLateral(
      (c) =>
        c
          .selectFrom('kernel.unit_version as v')
          .select(['v.name', 'v.kind', 'v.folded'])
          .whereRef('v.unitId', '=', 'a.unitId')
          .where('v.validFrom', '<=', on)
          .orderBy('v.validFrom', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .leftJoin('plan.plan as p', (join) => join.onRef('p.unitId', '=', 'a.unitId').on('p.parentId', '=', planId))
    .select(['a.unitId', 'a.dueOn', 'u.slug', 'v.name', 'v.kind', 'p.id as unitPlanId', 'p.number', 'p.title'])
    .select((c) => [
      c.ref('p.state').$castTo<PlanState | null>().as('state'),
      c
        .selectFrom('plan.version as w')
        .select((w) => w.fn.min('w.publishedAt').as('at'))
        .whereRef('w.planId', '=', 'p.id')
        .as('publishedAt'),
      sql<number | null>`jsonb_array_length(p.draft -> 'items')`.as('items'),
    ])
    .where('a.planId', '=', planId)
    .orderBy('v.folded')
    .execute()
  return rows.map((row) => ({ ...row, publishedOn: row.publishedAt && dayOf(new Date(row.publishedAt)) }))
}
export type AskedRow = Awaited<ReturnType<typeof listAsked>>[number]

/** Asked units whose day has passed and whose plan is not published. */
export const listLateUnits = async (db: Db, planId: string, today: Day): Promise<AskedRow[]> =>
  (await listAsked(db, planId, today)).filter((one) => one.publishedOn === null && isUnitPlanLate(one, today))

/** Targets and tasks of the province's plan, in its order, with who works on them. */
export async function listDerivable(db: Db, planId: string): Promise<Derivable[]> {
  const targets = await db
    .selectFrom('plan.target')
    .select(['id', 'ref', 'title', 'wording', 'leadUnitId'])
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .orderBy('position')
    .execute()
  const tasks = await db
    .selectFrom('plan.task')
    .select(['id', 'ref', 'heading as title', 'wording', 'leadUnitId', 'dueOn'])
    .where('planId', '=', planId)
    .where('kind', '<>', 'conclusion')
    .where('endedIn', 'is', null)
    .orderBy('position')
    .execute()
  const things = [
    ...targets.map((row) => ({ ...row, kind: 'target' as const, dueOn: null })),
    ...tasks.map((row) => ({ ...row, kind: 'task' as const })),
  ]
  const ids = things.map(({ id }) => id)
  const others = ids.length
    ? await db.selectFrom('plan.cooperation').selectAll().where('thingId', 'in', ids).execute()
    : []
  const byThing = Map.groupBy(others, ({ thingId }) => thingId)
  return things.map((thing) => ({ ...thing, cooperating: (byThing.get(thing.id) ?? []).map(({ unitId }) => unitId) }))
}

const unitPlans = (db: Db) =>
  db
    .selectFrom('plan.plan as p')
    .select(['p.id', 'p.code', 'p.number', 'p.title', 'p.issuedOn', 'p.unitId', 'p.draft', 'p.draftVersion'])
    .select((c) => c.ref('p.state').$castTo<PlanState>().as('state'))
    .select(sql<number>`(select coalesce(max(v.no), 0) from plan.version v where v.plan_id = p.id)`.as('lastNo'))

const read = <R extends { draft: unknown }>(row: R) => ({ ...row, draft: UnitPlanDraft.parse(row.draft) })

export async function findUnitPlan(db: Db, parentId: string, unitId: number) {
  const row = await unitPlans(db).where('p.parentId', '=', parentId).where('p.unitId', '=', unitId).executeTakeFirst()
  return row && read(row)
}
export type UnitPlan = Awaited<ReturnType<typeof findUnitPlan>> & object

/** What the last published version holds; null before the first. */
export async function findPublished(db: Db, planId: string): Promise<UnitPlanDraft | null> {
  const last = db.selectFrom('plan.version').select('content').where('planId', '=', planId).orderBy('no', 'desc')
  const row = await last.limit(1).executeTakeFirst()
  return row ? UnitPlanDraft.parse(row.content) : null
}

/** Nobody else changes the unit's plan until this transaction ends. */
export async function holdUnitPlan(db: Db, parentId: string, unitId: number): Promise<UnitPlan> {
  await db
    .selectFrom('plan.plan')
    .select('id')
    .where('parentId', '=', parentId)
    .where('unitId', '=', unitId)
    .forUpdate()
    .execute()
  return (await findUnitPlan(db, parentId, unitId)) ?? refuse('missing', 'plan.unit_plan.missing')
}

type NewUnitPlan = { parent: PlanHead; unitId: number; slug: string; title: string; draft: UnitPlanDraft }

export async function insertUnitPlan(ctx: Ctx, { parent, unitId, slug, title, draft }: NewUnitPlan): Promise<string> {
  const code = `${parent.code}.${slug.replaceAll('/', '.')}`
  const row = { id: newId(ctx.now), code, title, year: parent.year, unitId, leadUnitId: unitId, parentId: parent.id }
  await ctx.db
    .insertInto('plan.plan')
    .values({
      ...row,
      state: 'draft',
      sourceText: '',
      draft: JSON.stringify(draft),
      createdAt: ctx.now,
      createdBy: ctx.actor.accountId,
    })
    .execute()
  return code
}

export const updateDraft = (db: Db, id: string, draft: UnitPlanDraft) =>
  db
    .updateTable('plan.plan')
    .set({ draft: JSON.stringify(draft), draftVersion: sql`draft_version + 1` })
    .where('id', '=', id)
    .execute()

type Head = { number: string; title: string; issuedOn: Day }

/** Writes the version, what the plan takes up, and its own targets and tasks as rows that are worked on. */
export async function publishDraft(ctx: Ctx, plan: UnitPlan, head: Head, year: number): Promise<number> {
  const { db, now, actor } = ctx
  const no = plan.lastNo + 1
  const { items } = plan.draft
  await db
    .updateTable('plan.plan')
    .set({ ...head, state: 'published', draftVersion: sql`draft_version + 1` })
    .where('id', '=', plan.id)
    .execute()
  const content = JSON.stringify({ ...head, items })
  await db
    .insertInto('plan.version')
    .values({ planId: plan.id, no, content, publishedAt: now, publishedBy: actor.accountId })
    .execute()
  await writeUndertakings(db, plan.id, items)
  await writeOwnTasks(db, plan, items, no)
  await writeOwnTargets(db, plan, items, { no, year })
  return no
}

async function writeUndertakings(db: Db, planId: string, items: readonly UnitPlanItem[]) {
  await db.deleteFrom('plan.undertaking').where('planId', '=', planId).execute()
  const rows = items.flatMap(({ id, kind, isOwn, wording, dueOn }, position) =>
    isOwn ? [] : [{ planId, thingId: id, thingKind: kind, position, wording, dueOn }],
  )
  if (rows.length) await db.insertInto('plan.undertaking').values(rows).execute()
}

const none = '00000000-0000-0000-0000-000000000000'

const ownOf = (items: readonly UnitPlanItem[], kind: UnitPlanItem['kind']) =>
  items.map((item, position) => ({ ...item, position })).filter((item) => item.isOwn && item.kind === kind)

async function writeOwnTasks(db: Db, plan: UnitPlan, items: readonly UnitPlanItem[], no: number) {
  const own = ownOf(items, 'task')
  await db
    .updateTable('plan.task')
    .set({ endedIn: no })
    .where('planId', '=', plan.id)
    .where('endedIn', 'is', null)
    .where('kind', '=', 'task')
    .where('id', 'not in', [none, ...own.map(({ id }) => id)])
    .execute()
  if (!own.length) return
  await db
    .insertInto('plan.task')
    .values(
      own.map(({ id, ref, position, title, wording, dueOn }) => ({
        id,
        ref,
        position,
        wording,
        dueOn,
        planId: plan.id,
        kind: 'task',
        heading: title,
        leadUnitId: plan.unitId,
      })),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        position: c.ref('excluded.position'),
        heading: c.ref('excluded.heading'),
        wording: c.ref('excluded.wording'),
        dueOn: c.ref('excluded.dueOn'),
        version: sql<number>`task.version + 1`,
      })),
    )
    .execute()
}

async function writeOwnTargets(
  db: Db,
  plan: UnitPlan,
  items: readonly UnitPlanItem[],
  { no, year }: { no: number; year: number },
) {
  const own = ownOf(items, 'target')
  await db
    .updateTable('plan.target')
    .set({ endedIn: no })
    .where('planId', '=', plan.id)
    .where('endedIn', 'is', null)
    .where('id', 'not in', [none, ...own.map(({ id }) => id)])
    .execute()
  if (!own.length) return
  await db
    .insertInto('plan.target')
    .values(
      own.map(({ id, ref, position, title, wording }) => ({
        id,
        ref,
        position,
        title,
        wording,
        pillar: '',
        planId: plan.id,
        leadUnitId: plan.unitId,
      })),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        position: c.ref('excluded.position'),
        title: c.ref('excluded.title'),
        wording: c.ref('excluded.wording'),
        version: sql<number>`target.version + 1`,
      })),
    )
    .execute()
  await db
    .insertInto('plan.value')
    .values(
      own.flatMap(({ id, title, goal, dueOn }) =>
        goal
          ? [
              {
                ...goal,
                id,
                targetId: id,
                position: 0,
                goal: String(goal.goal),
                subject: title,
                deadline: dueOn ?? (`${year}-12-31` as Day),
              },
            ]
          : [],
      ),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        comparator: c.ref('excluded.comparator'),
        goal: c.ref('excluded.goal'),
        unit: c.ref('excluded.unit'),
        subject: c.ref('excluded.subject'),
        deadline: c.ref('excluded.deadline'),
      })),
    )
    .execute()
}

/** Which published plans of units have taken up which thing of the province's plan. */
export const listUndertakings = (db: Db, planId: string) =>
  db
    .selectFrom('plan.undertaking as u')
    .innerJoin('plan.plan as p', 'p.id', 'u.planId')
    .select(['u.thingId', 'p.unitId'])
    .where('p.parentId', '=', planId)
    .where('p.state', '<>', 'draft')
    .execute()

export async function askUnits(db: Db, planId: string, unitIds: readonly number[], dueOn: Day): Promise<void> {
  await db
    .insertInto('plan.asked_unit')
    .values(unitIds.map((unitId) => ({ planId, unitId, dueOn })))
    .onConflict((on) => on.columns(['planId', 'unitId']).doUpdateSet({ dueOn }))
    .execute()
}
