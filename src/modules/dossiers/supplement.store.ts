/** Requests to complete a dossier, as rows, and the files that came after the filing. */
import type { Db } from '#kernel/db/open.ts'
import type { FileAnswer } from '#fields/form.ts'
import type { Day } from '#kernel/time.ts'
import type { Defect, Stage, Supplement } from './supplement.ts'

const supplements = (db: Db) =>
  db
    .selectFrom('dossiers.supplement')
    .select(['id', 'no', 'askedAt', 'askedBy', 'unitId', 'reason', 'restarts', 'answeredAt', 'answeredHow'])
    .select((c) => [
      c.ref('stage').$castTo<Stage>().as('stage'),
      c.ref('dueOn').$castTo<Day>().as('dueOn'),
      c.ref('defects').$castTo<readonly Defect[]>().as('defects'),
      c.ref('answers').$castTo<Supplement['answers']>().as('answers'),
      c.ref('said').$castTo<Supplement['said']>().as('said'),
    ])

/** Oldest first. */
export const listSupplements = (db: Db, dossierId: string): Promise<Supplement[]> =>
  supplements(db).where('dossierId', '=', dossierId).orderBy('no').execute()

export const findOpenSupplement = (db: Db, dossierId: string): Promise<Supplement | undefined> =>
  supplements(db).where('dossierId', '=', dossierId).where('answeredAt', 'is', null).executeTakeFirst()

type Asked = Pick<
  Supplement,
  'id' | 'no' | 'askedAt' | 'askedBy' | 'unitId' | 'stage' | 'dueOn' | 'reason' | 'restarts'
>

export async function insertSupplement(db: Db, dossierId: string, asked: Asked, defects: readonly Defect[]) {
  await db
    .insertInto('dossiers.supplement')
    .values({ dossierId, ...asked, defects: JSON.stringify(defects) })
    .execute()
}

type Answered = Pick<Supplement, 'answers' | 'said'> & { at: Date; how: string }

export async function answerSupplement(db: Db, id: string, { answers, said, at, how }: Answered): Promise<void> {
  await db
    .updateTable('dossiers.supplement')
    .set({ answeredAt: at, answeredHow: how, answers: JSON.stringify(answers), said: JSON.stringify(said) })
    .where('id', '=', id)
    .execute()
}

export type LaterFile = FileAnswer & {
  readonly question: string
  readonly supplementId: string | null
  readonly at: Date
}

export async function insertFiles(db: Db, dossierId: string, files: readonly LaterFile[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ upload: uploadId, ...file }) => ({ dossierId, uploadId, ...file }))
  await db.insertInto('dossiers.file').values(rows).execute()
}

export const listLaterFiles = (db: Db, dossierId: string) =>
  db
    .selectFrom('dossiers.file')
    .select(['uploadId', 'supplementId', 'question', 'name', 'hash', 'size', 'type', 'at'])
    .where('dossierId', '=', dossierId)
    .orderBy('at')
    .execute()
