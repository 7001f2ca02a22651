/** Ratings as rows: the last of a dossier counts; those without a name have nothing that leads to a dossier. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { Answers } from './rating.ts'

/** Whose it is; null for a rating without a name. */
export type Named = {
  readonly dossierId: string
  readonly partyId: string
  readonly givenAt: Date
  readonly handledBy: string | null
}

export type NewRating = {
  readonly named: Named | null
  readonly unitId: number
  readonly procedureCode: string
  readonly month: Day
  readonly answers: Answers
  readonly low: boolean
  readonly text: string | null
  readonly rule: string
}

export type OwnRating = {
  readonly id: string
  readonly givenAt: Date
  readonly answers: Answers
  readonly text: string | null
  readonly rule: string
}

export const findTurn = (db: Db, dossierId: string) =>
  db.selectFrom('rating.turn').select('anonymous').where('dossierId', '=', dossierId).executeTakeFirst()

/** False: it was rated before. */
export async function takeTurn(db: Db, dossierId: string, anonymous: boolean): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('rating.turn')
    .values({ dossierId, anonymous })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Of a dossier that was rated with a name. */
export async function findOwnRating(db: Db, dossierId: string): Promise<OwnRating | undefined> {
  const row = await db
    .selectFrom('rating.rating')
    .select(['id', 'givenAt', 'text', 'rule'])
    .select((c) => c.ref('answers').$castTo<Answers>().as('answers'))
    .where('dossierId', '=', dossierId)
    .where('replaced', '=', false)
    .executeTakeFirst()
  return row?.givenAt ? { ...row, givenAt: row.givenAt } : undefined
}

export const markReplaced = (db: Db, id: string) =>
  db.updateTable('rating.rating').set({ replaced: true }).where('id', '=', id).execute()

export async function insertRating(db: Db, { named, ...rating }: NewRating): Promise<string> {
  const { id } = await db
    .insertInto('rating.rating')
    .values({ ...rating, ...named, answers: JSON.stringify(rating.answers) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How a unit was rated: how many, and how many of them gave each mark overall. */
export type UnitRatings = { readonly unitId: number; readonly count: number; readonly marks: Record<string, number> }

export async function countByUnit(db: Db, units: readonly number[], from: Day, first: string): Promise<UnitRatings[]> {
  const { rows } = await sql<UnitRatings>`
    select unit_id, sum(n)::integer as count, jsonb_object_agg(mark, n) as marks
    from (select unit_id, answers ->> ${first} as mark, count(*)::integer as n
          from rating.rating
          where not replaced and unit_id = any(${[...units]}::integer[]) and month >= ${from}::date
          group by 1, 2) as marked
    group by unit_id`.execute(db)
  return rows
}
