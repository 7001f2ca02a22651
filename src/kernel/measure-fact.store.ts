/** Facts: what each unit itself did or had on a day. Writing one marks the closings that hang on it. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { type Fact, isAmount, type Measure, type MeasureForm, type Period, type Value, valueFrom } from './measure.ts'
import { type Day, yearOf } from './time.ts'

export type KnownMeasure = {
  no: number
  code: string
  kind: Measure['kind']
  unit: string
  direction: Measure['direction']
  hasDenominator: boolean
}

type Registered = Omit<KnownMeasure, 'no'> & { validFrom: Day; validTo: Day | null }

const isSame = (a: Registered, b: Registered) =>
  a.direction === b.direction && a.validFrom === b.validFrom && a.validTo === b.validTo

const rowOf = ({ code, kind, unit, direction, denominator, validFrom, validTo }: MeasureForm): Registered => {
  return { code, kind, unit, direction, hasDenominator: denominator !== null, validFrom, validTo: validTo ?? null }
}

/**
 * Makes the declared measures known, at start. What would change the meaning of figures already kept is refused; what has
 * not changed is not touched, so that no start waits for a roll-up.
 */
export async function registerMeasures(db: Db, measures: readonly MeasureForm[]) {
  const rows = await knownMeasures(db).select(['validFrom', 'validTo']).execute()
  const known = new Map(rows.map((measure) => [measure.code, measure]))
  const changed = measures.map(rowOf).filter((row) => {
    const old = known.get(row.code)
    if (old && (old.kind !== row.kind || old.unit !== row.unit || old.hasDenominator !== row.hasDenominator))
      throw new Error(`measure ${row.code} has changed what it counts: declare it under a new code`)
    return !old || !isSame(old, row)
  })
  if (changed.length)
    await db
      .insertInto('kernel.measure')
      .values(changed)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((row) => ({
          direction: row.ref('excluded.direction'),
          validFrom: row.ref('excluded.validFrom'),
          validTo: row.ref('excluded.validTo'),
        })),
      )
      .execute()
}

const knownMeasures = (db: Db) =>
  db
    .selectFrom('kernel.measure')
    .select(['no', 'code', 'unit', 'hasDenominator'])
    .select((m) => [
      m.ref('kind').$castTo<Measure['kind']>().as('kind'),
      m.ref('direction').$castTo<Measure['direction']>().as('direction'),
    ])

/** In the order of the codes given; all of them by code when none are. */
export async function listMeasures(db: Db, codes?: readonly string[]): Promise<KnownMeasure[]> {
  if (!codes) return knownMeasures(db).orderBy('code').execute()
  const found = await knownMeasures(db)
    .where('code', '=', sql<string>`any(${[...codes]}::text[])`)
    .execute()
  const byCode = new Map(found.map((measure) => [measure.code, measure]))
  return codes.map((code) => {
    const measure = byCode.get(code)
    if (!measure) throw new Error(`no measure ${code} was registered`)
    return measure
  })
}

export const getMeasure = async (db: Db, code: string): Promise<KnownMeasure> =>
  (await listMeasures(db, [code]))[0] as KnownMeasure

function objectionToFact(fact: Fact, { hasDenominator }: KnownMeasure): string | null {
  if (!isAmount(fact.numerator) || (fact.denominator !== null && !isAmount(fact.denominator)))
    return 'has more than three decimals or is too large to be exact'
  if (hasDenominator !== (fact.denominator !== null))
    return hasDenominator ? 'needs a denominator' : 'has no denominator'
  return null
}

/**
 * Writes facts, in the transaction of `db`; one that is there already is replaced. Only what changed marks its closing,
 * so that recording the same again costs the roll-up nothing. Returns how many were new or changed.
 */
export async function recordFacts(db: Db, facts: readonly Fact[], at: Date): Promise<number> {
  if (!facts.length) return 0
  const codes = [...new Set(facts.map(({ measure }) => measure))]
  const measures = new Map((await listMeasures(db, codes)).map((measure) => [measure.code, measure]))
  const numbers = facts.map((fact) => {
    const measure = measures.get(fact.measure) as KnownMeasure
    const objection = objectionToFact(fact, measure)
    if (objection) throw new Error(`${fact.measure} of unit ${fact.unitId} on ${fact.day} ${objection}`)
    return measure.no
  })
  const years = [...new Set(facts.map(({ day }) => yearOf(day)))]
  await sql`select kernel.ensure_fact_partition(year) from unnest(${years}::integer[]) as year order by year`.execute(
    db,
  )
  const { rows } = await sql<{ changed: number }>`
    with kept as (
      insert into kernel.fact as f (measure_no, unit_id, day, numerator, denominator, source, recorded_at)
      select given.*, ${at}::timestamptz
      from unnest(${numbers}::integer[], ${facts.map(({ unitId }) => unitId)}::integer[], ${facts.map(({ day }) => day)}::date[],
        ${facts.map(({ numerator }) => numerator)}::numeric[], ${facts.map(({ denominator }) => denominator)}::numeric[],
        ${facts.map(({ source }) => source ?? null)}::text[]) as given
      order by 1, 2, 3
      on conflict (measure_no, unit_id, day) do update
        set numerator = excluded.numerator, denominator = excluded.denominator, source = excluded.source, recorded_at = excluded.recorded_at
        where (f.numerator, f.denominator, f.source) is distinct from (excluded.numerator, excluded.denominator, excluded.source)
      returning f.measure_no, f.day),
    due as (
      insert into kernel.closing_due (measure_no, month)
      select distinct measure_no, date_trunc('month', day)::date from kept)
    select count(*)::integer as changed from kept`.execute(db)
  return rows[0]?.changed ?? 0
}

type FactKey = { readonly unitId: number; readonly day: Day }

/** Takes back facts that should not have been there. */
export async function withdrawFacts(db: Db, measure: string, keys: readonly FactKey[]) {
  const { no } = await getMeasure(db, measure)
  await sql`
    with gone as (
      delete from kernel.fact f using unnest(${keys.map(({ unitId }) => unitId)}::integer[], ${keys.map(({ day }) => day)}::date[]) as k (unit_id, day)
      where f.measure_no = ${no} and f.unit_id = k.unit_id and f.day = k.day
      returning f.day)
    insert into kernel.closing_due (measure_no, month)
    select distinct ${no}::integer, date_trunc('month', day)::date from gone`.execute(db)
}

export type KeptFact = { unitId: number; day: Day; value: Value; source: string | null; recordedAt: Date }

/** The facts of units, their own and not those of the units below them, by day. */
export async function factsOf(
  db: Db,
  about: { measure: string; unitIds: readonly number[]; period: Period },
): Promise<KeptFact[]> {
  const { no } = await getMeasure(db, about.measure)
  const rows = await db
    .selectFrom('kernel.fact')
    .select(['unitId', 'day', 'numerator', 'denominator', 'source', 'recordedAt'])
    .where('measureNo', '=', no)
    .where('unitId', '=', sql<number>`any(${[...about.unitIds]}::integer[])`)
    .where('day', '>=', about.period.from)
    .where('day', '<=', about.period.to)
    .orderBy('day')
    .orderBy('unitId')
    .execute()
  return rows.map(({ unitId, day, numerator, denominator, source, recordedAt }) => {
    return { unitId, day, source, recordedAt, value: amounts({ numerator, denominator }) }
  })
}

/** Amounts as the database writes them. */
export const amounts = (row: { numerator: string; denominator: string | null }): Value =>
  valueFrom(Number(row.numerator), row.denominator === null ? null : Number(row.denominator))

export type Amounts = { numerator: string | null; denominator: string | null }

/** A sum over no rows is not zero: nothing is known. */
export const valueOrNull = (row: Amounts | undefined): Value | null =>
  row === undefined || row.numerator === null ? null : amounts({ ...row, numerator: row.numerator })
