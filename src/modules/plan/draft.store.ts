/** The text and draft of a plan. Large: read for review only. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { refuse } from '#kernel/problem.ts'
import type { Draft } from './draft.ts'
import type { PlanState } from './plan.ts'

const drafts = (db: Db) =>
  db
    .selectFrom('plan.plan')
    .select(['id', 'code', 'number', 'title', 'year', 'issuedOn', 'unitId', 'leadUnitId'])
    .select(['sourceName', 'sourceHash', 'sourceText', 'draftVersion'])
    .select((c) => [c.ref('state').$castTo<PlanState>().as('state'), c.ref('draft').$castTo<Draft>().as('draft')])

export type PlanDraft = Awaited<ReturnType<typeof getDraft>>

export const getDraft = async (db: Db, code: string) =>
  (await drafts(db).where('code', '=', code).executeTakeFirst()) ?? refuse('missing', 'plan.missing')

/** As `getDraft`; and nobody else changes it until this transaction ends. */
export const holdDraft = async (db: Db, code: string): Promise<PlanDraft> =>
  (await drafts(db).where('code', '=', code).forUpdate().executeTakeFirst()) ?? refuse('missing', 'plan.missing')

export const findCodeByHash = async (db: Db, hash: string): Promise<string | undefined> =>
  (await db.selectFrom('plan.plan').select('code').where('sourceHash', '=', hash).executeTakeFirst())?.code

export type NewPlan = {
  id: string
  code: string
  number: string | null
  title: string
  issuer: string | null
  issuedOn: Day | null
  year: number
  unitId: number
  leadUnitId: number
  sourceName: string
  sourceKind: string
  sourceHash: string
  sourceText: string
  createdAt: Date
  createdBy: string | null
}

export const insertPlan = (db: Db, plan: NewPlan, draft: Draft) =>
  db
    .insertInto('plan.plan')
    .values({ ...plan, state: 'draft', draft: JSON.stringify(draft) })
    .execute()

export const updateDraft = (db: Db, { id, draftVersion }: PlanDraft, draft: Draft) =>
  db
    .updateTable('plan.plan')
    .set({ draft: JSON.stringify(draft), draftVersion: draftVersion + 1 })
    .where('id', '=', id)
    .execute()

export type NewText = { sourceName: string; sourceKind: string; sourceHash: string; sourceText: string }

export const updateText = (db: Db, id: string, text: NewText) =>
  db.updateTable('plan.plan').set(text).where('id', '=', id).execute()

/** What the list of plans shows of drafts, without reading them whole. */
export const updatePublished = (
  db: Db,
  id: string,
  head: { number: string; title: string; issuer: string | null; issuedOn: Day | null; year: number },
) =>
  db
    .updateTable('plan.plan')
    .set({ ...head, state: 'published' })
    .where('id', '=', id)
    .execute()
