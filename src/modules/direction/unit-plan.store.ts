/** Plans of units: what they take up from the plan above, and how they get into force. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import {
  type AskedRow,
  findContent,
  findPlanBelow,
  holdPlanBelow,
  listAsked,
  plansInForceBelow,
  publishPlanBelow,
  writeOwnWork,
} from '#modules/plan/public.ts'
import { isUnitPlanLate, UnitPlanDraft, type UnitPlanItem } from './unit-plan.ts'

/** Asked units whose day has passed and whose plan is not published. */
export const listLateUnits = async (db: Db, planId: string, today: Day): Promise<AskedRow[]> =>
  (await listAsked(db, planId, today)).filter((one) => one.publishedOn === null && isUnitPlanLate(one, today))

const read = <R extends { draft: unknown }>(row: R) => ({ ...row, draft: UnitPlanDraft.parse(row.draft) })

export async function findUnitPlan(db: Db, parentId: string, unitId: number) {
  const row = await findPlanBelow(db, parentId, unitId)
  return row && read(row)
}
export type UnitPlan = Awaited<ReturnType<typeof findUnitPlan>> & object

/** What the last published version holds; null before the first. */
export async function findPublished(db: Db, planId: string): Promise<UnitPlanDraft | null> {
  const content = await findContent(db, planId)
  return content === undefined ? null : UnitPlanDraft.parse(content)
}

/** Nobody else changes the unit's plan until this transaction ends. */
export async function holdUnitPlan(db: Db, parentId: string, unitId: number): Promise<UnitPlan> {
  const row = await holdPlanBelow(db, parentId, unitId)
  return row ? read(row) : refuse('missing', 'plan.unit_plan.missing')
}

type Head = { number: string; title: string; issuedOn: Day }

/** Writes the version, what the plan takes up, and its own targets and tasks as rows that are worked on. */
export async function publishDraft(ctx: Ctx, plan: UnitPlan, head: Head, year: number): Promise<number> {
  const { id, unitId } = plan
  const no = plan.lastNo + 1
  const { items } = plan.draft
  await publishPlanBelow(ctx, { id, no, head, content: { ...head, items } })
  await writeUndertakings(ctx.db, id, items)
  const placed = items.map((item, position) => ({ ...item, position }))
  await writeOwnWork(
    ctx.db,
    { planId: id, unitId, no, year },
    placed.filter(({ isOwn }) => isOwn),
  )
  return no
}

async function writeUndertakings(db: Db, planId: string, items: readonly UnitPlanItem[]) {
  await db.deleteFrom('direction.undertaking').where('planId', '=', planId).execute()
  const rows = items.flatMap(({ id, kind, isOwn, wording, dueOn }, position) =>
    isOwn ? [] : [{ planId, thingId: id, thingKind: kind, position, wording, dueOn }],
  )
  if (rows.length) await db.insertInto('direction.undertaking').values(rows).execute()
}

/** Which published plans of units have taken up which thing of the province's plan. */
export async function listUndertakings(db: Db, planId: string): Promise<{ thingId: string; unitId: number }[]> {
  const unitOf = new Map((await plansInForceBelow(db, planId)).map(({ id, unitId }) => [id, unitId]))
  if (unitOf.size === 0) return []
  const rows = await db
    .selectFrom('direction.undertaking')
    .select(['planId', 'thingId'])
    .where('planId', 'in', [...unitOf.keys()])
    .execute()
  return rows.map(({ planId: own, thingId }) => ({ thingId, unitId: unitOf.get(own) ?? 0 }))
}
