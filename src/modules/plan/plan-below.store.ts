/** Plans that units make from another plan: rows of the same table, whose draft only their maker can read. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import type { Day } from '#kernel/time.ts'
import type { PlanHead } from './plan.store.ts'
import type { PlanState } from './plan.ts'

export const findPlanBelow = (db: Db, parentId: string, unitId: number) =>
  db
    .selectFrom('plan.plan as p')
    .select(['p.id', 'p.code', 'p.number', 'p.title', 'p.issuedOn', 'p.unitId', 'p.draft', 'p.draftVersion'])
    .select((c) => c.ref('p.state').$castTo<PlanState>().as('state'))
    .select(sql<number>`(select coalesce(max(v.no), 0) from plan.version v where v.plan_id = p.id)`.as('lastNo'))
    .where('p.parentId', '=', parentId)
    .where('p.unitId', '=', unitId)
    .executeTakeFirst()

/** As `findPlanBelow`; and nobody else changes it until this transaction ends. */
export async function holdPlanBelow(db: Db, parentId: string, unitId: number) {
  const ofUnit = db.selectFrom('plan.plan').select('id').where('parentId', '=', parentId).where('unitId', '=', unitId)
  await ofUnit.forUpdate().execute()
  return findPlanBelow(db, parentId, unitId)
}

type NewPlanBelow = { parent: PlanHead; unitId: number; slug: string; title: string; draft: object }

export async function insertPlanBelow(ctx: Ctx, { parent, unitId, slug, title, draft }: NewPlanBelow): Promise<string> {
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

export const updateDraftBelow = (db: Db, id: string, draft: object) =>
  db
    .updateTable('plan.plan')
    .set({ draft: JSON.stringify(draft), draftVersion: sql`draft_version + 1` })
    .where('id', '=', id)
    .execute()

/** What the last published version holds; undefined before the first. */
export async function findContent(db: Db, planId: string): Promise<unknown> {
  const last = db.selectFrom('plan.version').select('content').where('planId', '=', planId).orderBy('no', 'desc')
  return (await last.limit(1).executeTakeFirst())?.content
}

type Published = { id: string; no: number; head: { number: string; title: string; issuedOn: Day }; content: object }

/** Puts the plan in force under its number, as version `no`. Its rows are written by `writeOwnWork`. */
export async function publishPlanBelow({ db, now, actor }: Ctx, { id, no, head, content }: Published): Promise<void> {
  await db
    .updateTable('plan.plan')
    .set({ ...head, state: 'published', draftVersion: sql`draft_version + 1` })
    .where('id', '=', id)
    .execute()
  const version = { planId: id, no, content: JSON.stringify(content), publishedAt: now, publishedBy: actor.accountId }
  await db.insertInto('plan.version').values(version).execute()
}
