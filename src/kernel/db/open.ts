/** Opens the database: PostgreSQL when there is an address, else the embedded one in a folder or in memory. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CamelCasePlugin, CompiledQuery, Kysely } from 'kysely'
import pg from 'pg'
import { lockFolder } from './lock.ts'
import { OneWayDialect, sendTogether } from './one-way.ts'
import { planOnce } from './prepared.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** Runs SQL as the owner of the tables; the application itself never does. */
export type Owner = {
  query: (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>
  script: (sql: string) => Promise<void>
}

export type Database = {
  db: Db
  kind: 'embedded' | 'server'
  close: () => Promise<void>
}

export type Place =
  | { url: string; connections?: number }
  | { folder: string }
  | { memory: true; picture?: string /* file of a dumped database */ }

/** The role that the application works under: it may not change or delete events. */
export const appRole = 'tgs_app'

/** Days stay text, so that no driver turns one into a moment; whole numbers are numbers or an error. */
const asText = (text: string) => text
const asNumber = (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`whole number too large: ${text}`)
  return value
}
/** The driver's own reader of lists of text (oid 1009). */
const readList: (text: string) => (string | null)[] = pg.types.getTypeParser(1009 as never)
const listOf = (one: (text: string) => unknown) => (text: string) =>
  readList(text).map((item) => (item === null ? null : one(item)))

const parsers: Record<number, (text: string) => unknown> = {
  1082: asText,
  1700: asText,
  1186: asText,
  20: asNumber,
  1182: listOf(asText),
  1231: listOf(asText),
  1187: listOf(asText),
  1016: listOf(asNumber),
}
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid as never, format as never)) as never,
}

/** The types of the driver do not know it yet. */
const pipelined: object = { pipeline: true }

function wrap(pool: pg.Pool): Db {
  pool.on('connect', planOnce)
  return new Kysely<Tables>({
    dialect: new OneWayDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(`set role ${appRole}`))
      },
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

async function openServer(
  url: string,
  connections: number,
  prepare: (owner: Owner) => Promise<void>,
): Promise<Database> {
  const client = new pg.Client({ connectionString: url, types })
  await client.connect()
  try {
    await prepare({
      query: async (sql, params) => (await client.query(sql, params)).rows as Record<string, unknown>[],
      script: async (sql) => void (await client.query(sql)),
    })
  } finally {
    await client.end()
  }
  // What does not wait for one another in a transaction is sent at once, and answered in its order.
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 10_000,
    ...pipelined,
  })
  // A connection that the server ends is replaced by the pool; unheard, whether idle or at work, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (connection) => connection.on('error', () => {}))
  pool.on('connect', sendTogether)
  return { db: wrap(pool), kind: 'server', close: () => pool.end() }
}

async function openEmbedded(
  place: { folder: string } | { memory: true; picture?: string },
  prepare: (owner: Owner) => Promise<void>,
): Promise<Database> {
  const [{ PGlite }, { createPgConfig }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
  ])
  const unlock = 'folder' in place ? lockFolder(place.folder) : () => {}
  try {
    const picture = 'memory' in place && place.picture
    const lite = await PGlite.create({
      ...('folder' in place && { dataDir: join(place.folder, 'pgdata') }),
      ...(picture && { loadDataDir: new Blob([readFileSync(picture)]) }),
    })
    await prepare({
      query: async (sql, params) => (await lite.query<Record<string, unknown>>(sql, params)).rows,
      script: async (sql) => void (await lite.exec(sql)),
    })
    // One connection: whoever uses the outer `db` inside a transaction waits for itself. The limit says so in words.
    const one = { max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000, types, ...pipelined }
    const pool = new pg.Pool(Object.assign(createPgConfig(lite), one))
    const close = async () => {
      await pool.end()
      if (!lite.closed) await lite.close()
      unlock()
    }
    return { db: wrap(pool), kind: 'embedded', close }
  } catch (fault) {
    unlock()
    throw fault
  }
}

/** Opens, lets `prepare` bring the tables up to date as their owner, then works under `appRole`. */
export const openDatabase = (place: Place, prepare: (owner: Owner) => Promise<void>): Promise<Database> =>
  'url' in place ? openServer(place.url, place.connections ?? 10, prepare) : openEmbedded(place, prepare)
