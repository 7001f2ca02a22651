/** Files that are brought in, their lines while they wait, and what becomes of them. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Counts, ImportState, ReadLine, Rejected } from './import.ts'
import type { Structure } from './structure.ts'

const heads = (db: Db) =>
  db
    .selectFrom('catalogue.import as i')
    .leftJoin('kernel.account as a', 'a.id', 'i.begunBy')
    .select(['i.id', 'i.fileName', 'i.fileHash', 'i.lines', 'i.problem', 'i.begunAt', 'i.endedAt', 'a.name as begunBy'])
    .select((c) => [
      c.ref('i.state').$castTo<ImportState>().as('state'),
      c.ref('i.rejected').$castTo<{ total: number; kept: Rejected[] }>().as('rejected'),
      c.ref('i.structure').$castTo<Structure | null>().as('structure'),
      c.ref('i.counts').$castTo<Counts | null>().as('counts'),
    ])

export type Import = NonNullable<Awaited<ReturnType<typeof findImport>>>

export const findImport = (db: Db, id: string) => heads(db).where('i.id', '=', id).executeTakeFirst()

export const getImport = async (db: Db, id: string): Promise<Import> =>
  (await findImport(db, id)) ?? refuse('missing', 'catalogue.import.missing')

export const listImports = (db: Db, limit: number): Promise<Import[]> =>
  heads(db).orderBy('i.begunAt', 'desc').orderBy('i.id').limit(limit).execute()

export async function holdImport(db: Db, id: string): Promise<ImportState> {
  const row = await db
    .selectFrom('catalogue.import')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (row ?? refuse('missing', 'catalogue.import.missing')).state as ImportState
}

type New = { id: string; fileName: string; fileHash: string; file: Uint8Array; begunAt: Date; begunBy: string | null }

export const insertImport = (db: Db, row: New) =>
  db
    .insertInto('catalogue.import')
    .values({ ...row, file: Buffer.from(row.file), state: 'waiting' })
    .execute()

/** The bytes to be read, from the beginning: what was read of them before is forgotten. Null when they are not wanted (any more). */
export async function takeImport(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db
    .updateTable('catalogue.import')
    .set({ state: 'reading', lines: 0 })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'reading'])
    .returning('file')
    .executeTakeFirst()
  if (!row?.file) return null
  await db.deleteFrom('catalogue.import_line').where('importId', '=', id).execute()
  return row.file as Uint8Array
}

export type Staged = ReadLine & { line: number }

/** Some lines, and how far it has come, in one go each: an import can be watched. */
export async function stageLines(db: Db, id: string, staged: readonly Staged[], lines: number): Promise<void> {
  if (staged.length)
    await db
      .insertInto('catalogue.import_line')
      .values(
        staged.map(({ line, procedure, source, hash }) => ({
          importId: id,
          procedureCode: procedure.code,
          line,
          content: JSON.stringify(procedure),
          source: source === null ? null : JSON.stringify(source),
          hash,
        })),
      )
      .execute()
  await db.updateTable('catalogue.import').set({ lines }).where('id', '=', id).execute()
}

export async function countChanges(db: Db, id: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where p.code is null)::int as new, count(*) filter (where p.hash <> l.hash)::int as changed,
      count(*) filter (where p.hash = l.hash)::int as same,
      (select count(*)::int from catalogue.procedure a where not exists (
        select from catalogue.import_line i where i.import_id = ${id} and i.procedure_code = a.code)) as absent
    from catalogue.import_line l left join catalogue.procedure p on p.code = l.procedure_code where l.import_id = ${id}`.execute(
    db,
  )
  return rows[0] ?? { new: 0, changed: 0, same: 0, absent: 0 }
}

type End = {
  lines: number
  rejected: { total: number; kept: readonly Rejected[] }
  structure: Structure
  counts: Counts
}

/** What was dropped meanwhile stays dropped, and leaves nothing behind. */
export async function finishReading(db: Db, id: string, end: End) {
  const row = await db
    .updateTable('catalogue.import')
    .set({
      state: 'read',
      lines: end.lines,
      rejected: JSON.stringify(end.rejected),
      structure: JSON.stringify(end.structure),
      counts: JSON.stringify(end.counts),
    })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst()
  if (!row) await db.deleteFrom('catalogue.import_line').where('importId', '=', id).execute()
}

export async function failImport(db: Db, id: string, problem: string, now: Date) {
  await db
    .updateTable('catalogue.import')
    .set({ state: 'failed', problem, file: null, endedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute()
  await db.deleteFrom('catalogue.import_line').where('importId', '=', id).execute()
}

/** The lines go; what was applied of them lives on in versions, which name the import. */
export async function endImport(db: Db, id: string, state: 'applied' | 'dropped', counts: Counts | null, now: Date) {
  await db
    .updateTable('catalogue.import')
    .set({ state, file: null, endedAt: now, ...(counts && { counts: JSON.stringify(counts) }) })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('catalogue.import_line').where('importId', '=', id).execute()
}

/** New and changed procedures get a version; nothing is overwritten, what is unchanged gets none. */
export async function writeLines(db: Db, id: string, now: Date): Promise<void> {
  await sql`
    update catalogue.procedure_version v set valid_to = ${now}
    from catalogue.import_line l join catalogue.procedure p on p.code = l.procedure_code and p.hash <> l.hash
    where l.import_id = ${id} and v.procedure_code = l.procedure_code and v.valid_to is null`.execute(db)
  await sql`
    with head as (
      insert into catalogue.procedure as p (code, name, field, levels, agency, version, hash, last_import_id, changed_at)
      select l.procedure_code, l.content->>'name', l.content->>'field',
        array(select jsonb_array_elements_text(l.content->'levels')), l.content->>'agency', 1, l.hash, ${id}::uuid, ${now}::timestamptz
      from catalogue.import_line l where l.import_id = ${id}
      on conflict (code) do update set name = excluded.name, field = excluded.field, levels = excluded.levels,
        agency = excluded.agency, last_import_id = excluded.last_import_id,
        version = p.version + (p.hash <> excluded.hash)::int, hash = excluded.hash,
        changed_at = case when p.hash <> excluded.hash then excluded.changed_at else p.changed_at end
      returning code, version)
    select count(*) from head`.execute(db)
  await sql`
    insert into catalogue.procedure_version (procedure_code, version, content, source, hash, import_id, valid_from)
    select l.procedure_code, p.version, l.content, l.source, l.hash, ${id}::uuid, ${now}::timestamptz
    from catalogue.import_line l join catalogue.procedure p on p.code = l.procedure_code
    where l.import_id = ${id} and not exists (
      select from catalogue.procedure_version v where v.procedure_code = p.code and v.version = p.version)`.execute(db)
}
