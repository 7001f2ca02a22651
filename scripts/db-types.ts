/** Writes src/kernel/db/tables.ts from the migrations, without a server. `--check` only says whether it is up to date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '../src/kernel/db/migrate.ts'

const lite = await PGlite.create()
await migrate({
  query: async (sql, params) => (await lite.query<Record<string, unknown>>(sql, params)).rows,
  script: async (sql) => void (await lite.exec(sql)),
})
type Column = {
  table: string
  column: string
  type: string
  list: boolean
  nullable: boolean
  filled: boolean
  always: boolean
}
const { rows } = await lite.query<Column>(`
  select n.nspname || '.' || c.relname as table, a.attname as column, coalesce(e.typname, y.typname) as type, e.oid is not null as list,
         not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as filled, a.attidentity = 'a' or a.attgenerated <> '' as always
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type y on y.oid = a.atttypid
  left join pg_type e on e.oid = y.typelem and y.typcategory = 'A'
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'public')
  order by 1, a.attnum`)
await lite.close()

const named: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  date: 'Day',
  jsonb: 'unknown',
  bytea: 'Buffer',
}
const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const typeOf = (column: Column) => {
  const one = named[column.type] ?? 'string'
  const plain = `${column.list ? `${one}[]` : one}${column.nullable && one !== 'unknown' ? ' | null' : ''}`
  if (column.always) return `GeneratedAlways<${plain}>`
  return column.filled ? `Generated<${plain}>` : plain
}
const tables = Map.groupBy(rows, (row) => row.table)
const text = `// Written by scripts/db-types.ts from the migrations. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Day } from '../time.ts'

export type Tables = {
${[...tables].map(([table, columns]) => `  '${table}': {\n${columns.map((column) => `    ${camel(column.column)}: ${typeOf(column)}\n`).join('')}  }\n`).join('')}}
`
const file = 'src/kernel/db/tables.ts'
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is not what the migrations make. Run: npm run db:types`)
  process.exit(1)
}
