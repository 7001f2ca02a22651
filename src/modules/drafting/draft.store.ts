/** Drafts as those who work on them read them. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Draft } from './draft.ts'
import { findText, holdText, writeDraft } from '#modules/plan/public.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findText>>>
export type PlanDraft = Omit<Row, 'draft'> & { draft: Draft }

const read = (row: Row | undefined): PlanDraft =>
  row ? { ...row, draft: row.draft as Draft } : refuse('missing', 'plan.missing')

export const getDraft = async (db: Db, code: string): Promise<PlanDraft> => read(await findText(db, code))

/** As `getDraft`; and nobody else changes it until this transaction ends. */
export const holdDraft = async (db: Db, code: string): Promise<PlanDraft> => read(await holdText(db, code))

export const updateDraft = (db: Db, { id, draftVersion }: PlanDraft, draft: Draft) =>
  writeDraft(db, { id, before: draftVersion, draft })
