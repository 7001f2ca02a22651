import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, serverUrl } from '#test/database.ts'
import type { Database } from './db/open.ts'
import { collectStatistics } from './statistics.store.ts'

let database: Database
beforeAll(async () => void (database = await openTestDatabase()))
afterAll(() => database.close())

const files = Array.from({ length: 300 }, (_, no) => ({ no, hash: no.toString(16).padStart(64, '0') }))

/** On a server autovacuum does this, and comes in between. */
test.skipIf(serverUrl)('what the planner knows follows a load, and what has not changed is left alone', async () => {
  const { db } = database
  await collectStatistics(db)
  await db
    .insertInto('kernel.file')
    .values(
      files.map(({ no, hash }) => ({
        hash,
        size: no,
        type: 'txt',
        lastAt: new Date(),
        firstAt: new Date('2025-05-14T01:00:00Z'),
      })),
    )
    .execute()
  expect(await collectStatistics(db)).toContain('kernel.file')
  const { rows } = await sql<{ rows: number }>`
    select reltuples as rows from pg_class where oid = 'kernel.file'::regclass`.execute(db)
  expect(rows).toEqual([{ rows: 300 }])
  expect(await collectStatistics(db)).not.toContain('kernel.file')
  const { rows: roles } = await sql<{ role: string }>`select current_user as role`.execute(db)
  expect(roles).toEqual([{ role: 'tgs_app' }])
})
