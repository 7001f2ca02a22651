/** The papers as they were taken in, as rows. */
import type { Db } from '#kernel/db/open.ts'
import type { Component } from '#modules/services/public.ts'
import type { PaperForm, PaperTaken } from './reception.ts'

export async function insertComponents(
  db: Db,
  dossierId: string,
  needed: readonly Component[],
  taken: readonly PaperTaken[],
): Promise<void> {
  const rows = needed.map(({ code, name }, index) => {
    const paper = taken.find((one) => one.code === code)
    return {
      dossierId,
      position: index + 1,
      code,
      name: name.vi,
      form: paper?.form ?? null,
      copies: paper?.copies ?? 1,
      digitised: paper?.digitised ?? false,
      held: paper?.held ?? false,
      note: paper?.note || null,
    }
  })
  if (rows.length > 0) await db.insertInto('dossiers.component').values(rows).execute()
}

export const listComponents = (db: Db, dossierId: string) =>
  db
    .selectFrom('dossiers.component')
    .select(['code', 'name', 'copies', 'digitised', 'held', 'note'])
    .select((c) => c.ref('form').$castTo<PaperForm | null>().as('form'))
    .where('dossierId', '=', dossierId)
    .orderBy('position')
    .execute()
