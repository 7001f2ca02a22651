/** Figures as rows, with who sent them and what is needed to judge them. */
import { isId } from '#kernel/id.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import type { Confirmed, FigureState } from './figure.ts'

const figures = (db: Db) =>
  db
    .selectFrom('plan.figure as f')
    .innerJoin('plan.value as v', 'v.id', 'f.valueId')
    .innerJoin('plan.target as t', 't.id', 'v.targetId')
    .innerJoin('plan.plan as p', 'p.id', 't.planId')
    .leftJoin('kernel.account as a', 'a.id', 'f.sentBy')
    .select(['f.id', 'f.valueId', 'f.unitId', 'f.numerator', 'f.denominator', 'f.source', 'f.fileHash', 'f.fileName'])
    .select(['f.reason', 'f.sentAt', 'f.decidedAt', 'f.replaces', 'a.name as sentByName'])
    .select(['v.targetId', 'v.unit', 'v.subject', 't.title', 't.ref', 't.leadUnitId', 'p.code as planCode'])
    .select(['p.unitId as planUnitId', 'p.leadUnitId as planLeadUnitId'])
    .select((c) => [c.ref('f.state').$castTo<FigureState>().as('state'), c.ref('f.asOf').$castTo<Day>().as('asOf')])

type Row<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
type FigureRow = Row<ReturnType<typeof figures>>
export type Figure = Omit<FigureRow, 'numerator' | 'denominator'> & { numerator: number; denominator: number | null }

const written = ({ numerator, denominator, ...row }: FigureRow): Figure => ({
  ...row,
  numerator: Number(numerator),
  denominator: denominator === null ? null : Number(denominator),
})

export async function getFigure(db: Db, id: string): Promise<Figure> {
  const row = isId(id) ? await figures(db).where('f.id', '=', id).executeTakeFirst() : undefined
  return row ? written(row) : refuse('missing', 'plan.figure.missing')
}

/** As `getFigure`; and nobody else judges or corrects it until this transaction ends. */
export async function holdFigure(db: Db, id: string): Promise<Figure> {
  const row = await figures(db).where('f.id', '=', id).forUpdate('f').executeTakeFirst()
  return row ? written(row) : refuse('missing', 'plan.figure.missing')
}

export const holdFiguresOf = async (db: Db, about: { valueId: string; unitId: number; asOf: Day }): Promise<Figure[]> =>
  (
    await figures(db)
      .where('f.valueId', '=', about.valueId)
      .where('f.unitId', '=', about.unitId)
      .where('f.asOf', '=', about.asOf)
      .forUpdate('f')
      .execute()
  ).map(written)

/** All of a value, the newest day first. */
export const listFigures = async (
  db: Db,
  valueIds: readonly string[],
  unitIds: readonly number[] | 'all',
): Promise<Figure[]> =>
  (
    await figures(db)
      .where('f.valueId', '=', sql<string>`any(${[...valueIds]}::uuid[])`)
      .$if(unitIds !== 'all', (some) =>
        some.where('f.unitId', '=', sql<number>`any(${unitIds === 'all' ? [] : [...unitIds]}::integer[])`),
      )
      .orderBy('f.asOf', 'desc')
      .orderBy('f.sentAt', 'desc')
      .execute()
  ).map(written)

/** Sent and not judged, of targets or plans that one of the units leads; the oldest first. */
export async function listWaitingFigures(db: Db, leading: readonly number[], limit: number): Promise<Figure[]> {
  const units = sql<number>`any(${[...leading]}::integer[])`
  const rows = await figures(db)
    .where('f.state', '=', 'sent')
    .where('p.state', '=', 'published')
    .where('t.endedIn', 'is', null)
    .where((where) =>
      where.or([where('t.leadUnitId', '=', units), where(sql`coalesce(p.lead_unit_id, p.unit_id)`, '=', units)]),
    )
    .orderBy('f.sentAt')
    .limit(limit)
    .execute()
  return rows.map(written)
}

type NewFigure = {
  id: string
  valueId: string
  unitId: number
  asOf: Day
  numerator: number
  denominator: number | null
  source: string
  fileHash: string | null
  fileName: string | null
  sentAt: Date
  sentBy: string | null
  replaces: string | null
}
export const insertFigure = (db: Db, { numerator, denominator, ...row }: NewFigure) =>
  db
    .insertInto('plan.figure')
    .values({
      ...row,
      state: 'sent',
      numerator: String(numerator),
      denominator: denominator === null ? null : String(denominator),
    })
    .execute()

type Decision = { state: FigureState; reason?: string | null; decidedAt: Date; decidedBy: string | null }
export const decideFigure = (db: Db, id: string, decision: Decision) =>
  db.updateTable('plan.figure').set(decision).where('id', '=', id).execute()

/** What was confirmed for the values, with the day each unit ends; by value. */
export async function confirmedOf(db: Db, valueIds: readonly string[]): Promise<Map<string, Confirmed[]>> {
  const rows = await db
    .selectFrom('plan.figure as f')
    .select(['f.valueId', 'f.unitId', 'f.numerator', 'f.denominator'])
    .select((c) => [
      c.ref('f.asOf').$castTo<Day>().as('on'),
      sql<Day | null>`(select case when bool_or(v.valid_to is null) then null else max(v.valid_to) end
        from kernel.unit_version v where v.unit_id = f.unit_id)`.as('endsOn'),
    ])
    .where('f.state', '=', 'confirmed')
    .where('f.valueId', '=', sql<string>`any(${[...valueIds]}::uuid[])`)
    .execute()
  const found = new Map<string, Confirmed[]>(valueIds.map((id) => [id, []]))
  for (const { valueId, numerator, denominator, ...row } of rows)
    found.get(valueId)?.push({
      ...row,
      numerator: Number(numerator),
      denominator: denominator === null ? null : Number(denominator),
    })
  return found
}
