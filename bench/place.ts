/** A house of its own for a bench, on either engine: made up to date, with somebody signed in and a log to look through, a plan in force. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { furnish } from '../src/app/furnish.ts'
import { insertAccount } from '../src/kernel/account.store.ts'
import { migrate } from '../src/kernel/db/migrate.ts'
import { type Database, type Db, openDatabase, type Place as At } from '../src/kernel/db/open.ts'
import { claimHouse } from '../src/kernel/house.store.ts'
import { newId } from '../src/kernel/id.ts'
import { prepareJobs } from '../src/kernel/job.store.ts'
import { insertPost } from '../src/kernel/post.store.ts'
import { hashOf } from '../src/kernel/session.store.ts'
import { insertSession } from '../src/kernel/sign-in.store.ts'
import { day, dayOf } from '../src/kernel/time.ts'
import { newToken } from '../src/kernel/token.ts'
import { listUnits } from '../src/kernel/unit.store.ts'
import { publishPlanOf } from './bench-plan.ts'

export type Engine = 'embedded' | 'postgres'

export type Place = { engine: Engine; at: At; env: Record<string, string> }

export const pack = 'tien-giang'

/** The server that `bench.ts` made for this run, or that somebody named. */
export const serverUrl = () => process.env['TEST_DATABASE_URL']

export async function asServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An empty place, gone again when the work is done. */
export async function inPlace<T>(engine: Engine, work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tgs-bench-'))
  const name = `tgs_bench_${randomUUID().replaceAll('-', '')}`
  const url = new URL(serverUrl() ?? 'postgres://none')
  url.pathname = `/${name}`
  if (engine === 'postgres') await asServer((client) => client.query(`create database ${name}`))
  const place: Place =
    engine === 'embedded'
      ? { engine, at: { folder }, env: { DATA_DIR: folder } }
      : {
          engine,
          at: { url: url.href },
          env: { DATA_DIR: folder, DATABASE_URL: url.href, SECRET_KEY: 'only for measuring, on this machine' },
        }
  try {
    return await work(place)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    if (engine === 'postgres') await asServer((client) => client.query(`drop database ${name} with (force)`))
  }
}

export const openPlace = ({ at }: Place): Promise<Database> =>
  openDatabase(at, async (owner) => {
    await migrate(owner)
    await prepareJobs(owner)
  })

export type Somebody = { login: string; accountId: string; token: string }

/** `top` acts for the province, `below` for a unit with units below it: its pages ask for what lies within reach. */
export type Settled = { top: Somebody; below: Somebody /** The code of a published plan. */; plan: string }

export const cookieOf = ({ token }: Somebody) => ({ cookie: `tgs=${token}` })

/** What an installed house holds after some use: its province, two administrators signed in, `events` in its log, a plan. */
export async function settle(place: Place, events: number): Promise<Settled> {
  const { db, close } = await openPlace(place)
  try {
    const now = new Date()
    await claimHouse(db, { demo: false, pack, now })
    await furnish(db, { pack, demo: false, now })
    const units = await listUnits(db, dayOf(now))
    const isAbove = (id: number) => units.some(({ parentId }) => parentId === id)
    const root = units.find(({ id, parentId }) => parentId === null && isAbove(id))
    const branch = units.find(({ id, parentId }) => parentId === root?.id && isAbove(id))
    if (!root || !branch) throw new Error('the pack has no unit with units below it')
    const staff = {
      top: await hire(db, 'bench.top', root.id, now),
      below: await hire(db, 'bench.below', branch.id, now),
    }
    await writeEvents(db, events)
    const plan = await publishPlanOf(db, { accountId: staff.top.accountId, unitId: root.id }, now)
    return { ...staff, plan }
  } finally {
    await close()
  }
}

async function hire(db: Db, login: string, unitId: number, now: Date): Promise<Somebody> {
  const [id, postId, token] = [newId(now), newId(now), newToken()]
  await insertAccount(db, { id, login, name: `Bench ${login}`, email: null, passwordHash: null, now })
  const post = { accountId: id, unitId, roleCode: 'administrator', title: 'Bench' }
  await insertPost(db, { id: postId, ...post, validFrom: day('2024-01-01') })
  const session = { tokenHash: hashOf(token), accountId: id, postId, stage: 'open', now } as const
  await insertSession(db, { ...session, userAgent: null, address: null })
  return { login, accountId: id, token }
}

/** Done by both in turn, as the log of a working day looks. */
const writeEvents = (db: Db, count: number) =>
  sql`
  insert into kernel.event (at, command, about, account_id, post_id, unit_id, request_id, detail, result)
  select now() - (${count} - i) * interval '1 minute', 'kernel.post.open', 'kernel.account/' || p.account_id, p.account_id,
    p.id, p.unit_id, gen_random_uuid()::text, jsonb_build_object('unit', 'so-y-te', 'role', 'unit_officer', 'no', i), '{}'
  from generate_series(1, ${count}::int) i
  join (select *, row_number() over (order by id) as no from kernel.post) p on p.no = i % 2 + 1 order by i`.execute(db)
