/** The text of a plan and the draft of what was read out of it. Large: read for review only. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { PlanState } from './plan.ts'

/** The draft is one document, which only those who draft can read. */
const texts = (db: Db, code: string) =>
  db
    .selectFrom('plan.plan')
    .select(['id', 'code', 'number', 'title', 'year', 'issuedOn', 'unitId', 'leadUnitId'])
    .select(['sourceName', 'sourceKind', 'sourceHash', 'sourceText', 'fileHash', 'draft', 'draftVersion'])
    .select((c) => c.ref('state').$castTo<PlanState>().as('state'))
    .where('code', '=', code)

export const findText = (db: Db, code: string) => texts(db, code).executeTakeFirst()

/** As `findText`; and nobody else changes it until this transaction ends. */
export const holdText = (db: Db, code: string) => texts(db, code).forUpdate().executeTakeFirst()

export const findCodeByHash = async (db: Db, hash: string): Promise<string | undefined> =>
  (await db.selectFrom('plan.plan').select('code').where('sourceHash', '=', hash).executeTakeFirst())?.code

export type NewText = {
  sourceName: string
  sourceKind: string
  sourceHash: string
  sourceText: string
  fileHash: string | null
}

export type NewPlan = NewText & {
  id: string
  code: string
  number: string | null
  title: string
  issuer: string | null
  issuedOn: Day | null
  year: number
  unitId: number
  leadUnitId: number
  createdAt: Date
  createdBy: string | null
}

export const insertPlan = (db: Db, plan: NewPlan, draft: object) =>
  db
    .insertInto('plan.plan')
    .values({ ...plan, state: 'draft', draft: JSON.stringify(draft) })
    .execute()

/** `before`: the count of its changes until now. */
export const writeDraft = (db: Db, { id, before, draft }: { id: string; before: number; draft: object }) =>
  db
    .updateTable('plan.plan')
    .set({ draft: JSON.stringify(draft), draftVersion: before + 1 })
    .where('id', '=', id)
    .execute()

export const updateText = (db: Db, id: string, text: NewText) =>
  db.updateTable('plan.plan').set(text).where('id', '=', id).execute()

type Head = { number: string; title: string; issuer: string | null; issuedOn: Day | null; year: number }

/** In force under its number, as its text now heads it. */
export const putInForce = (db: Db, id: string, head: Head) =>
  db
    .updateTable('plan.plan')
    .set({ ...head, state: 'published' })
    .where('id', '=', id)
    .execute()
