/** Slips as rows: written once. */
import { isId } from '#kernel/id.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import type { SlipContent } from './slip.ts'
import type { FormKind } from './statutory-form.ts'

export type Slip = {
  id: string
  kind: FormKind
  edition: string
  dossierCode: string | null
  requestCode: string | null
  content: SlipContent
  fileHash: string
  madeAt: Date
  /** The line of the log that made it necessary: `dossiers.dossier/…#3`. */
  source: string | null
}

const slips = (db: Db) =>
  db
    .selectFrom('slips.slip')
    .select(['id', 'edition', 'dossierCode', 'requestCode', 'fileHash', 'madeAt', 'source'])
    .select((c) => [
      c.ref('kind').$castTo<FormKind>().as('kind'),
      c.ref('content').$castTo<SlipContent>().as('content'),
    ])

export const findSlip = (db: Db, id: string): Promise<Slip | undefined> =>
  isId(id) ? slips(db).where('id', '=', id).executeTakeFirst() : Promise.resolve(undefined)

export const findSlipOf = (db: Db, source: string, kind: FormKind): Promise<Slip | undefined> =>
  slips(db).where('source', '=', source).where('kind', '=', kind).executeTakeFirst()

/** Of a dossier, by either of its codes, oldest first. */
export const listSlips = (db: Db, code: string): Promise<Slip[]> =>
  slips(db)
    .where((where) => where.or([where('dossierCode', '=', code), where('requestCode', '=', code)]))
    .orderBy('madeAt')
    .orderBy('id')
    .execute()

/** Whose source begins so, newest first. */
export const listSlipsFrom = (db: Db, prefix: string, limit = 60): Promise<Slip[]> =>
  slips(db).where('source', '^@', prefix).orderBy('madeAt', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** Nothing happens when there is one for this happening already. */
export async function insertSlip({ db, now }: Ctx, slip: Omit<Slip, 'madeAt'>): Promise<void> {
  await db
    .insertInto('slips.slip')
    .values({ ...slip, content: JSON.stringify(slip.content), madeAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
