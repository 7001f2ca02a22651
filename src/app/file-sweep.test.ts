/** What nothing refers to leaves the file house; what anything refers to never does. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { openFolderHouse, type FileHouse } from '#kernel/file-house.ts'
import { findFile, isWhole, storeFile, touchFile } from '#kernel/file.store.ts'
import { type Holder, sweepFiles } from '#kernel/file-sweep.store.ts'
import { asOwner } from '#test/owner.ts'
import { openTown, type Town } from '#test/town.ts'
import type { Owner } from '#kernel/db/open.ts'
import { holdersOf, modules } from './modules.ts'

let town: Town
let folder: string
let files: FileHouse
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tgs-sweep-'))
  files = await openFolderHouse(folder)
  town = await openTown({ files })
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})

const dayOne = new Date('2025-05-01T00:00:00Z')
const later = (days: number) => new Date(dayOne.getTime() + days * 86_400_000)
const ctx = (now: Date) => ({ db: town.db, actor: nobody, now, requestId: 'sweep' })
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const bring = async (text: string, now: Date) =>
  (
    await storeFile(ctx(now), files, new TextEncoder().encode(`%PDF-1.7\n${text}`), {
      name: 'x.pdf',
      types: ['pdf'],
      most: 1000,
    })
  ).hash
const isThere = async (hash: string) => Boolean(await findFile(town.db, hash)) && (await isWhole(files, hash))
const sweep = (now: Date, holders: readonly Holder[]) => sweepFiles(ctx(now), files, holders, 30)

test('stays for its grace, and goes when nothing refers to it; its going is in the log', async () => {
  const hash = await bring('nobody wants it', dayOne)
  expect(await sweep(later(29), [])).toBe(0)
  expect(await sweep(later(31), [])).toBe(1)
  expect([await findFile(town.db, hash), await files.has(hash)]).toEqual([undefined, false])
  expect(await sweep(later(32), [])).toBe(0)
  const events = await town.db
    .selectFrom('kernel.event')
    .select('command')
    .where('about', '=', `kernel.file/${hash}`)
    .execute()
  expect(events).toEqual([{ command: 'kernel.file.remove' }])
})

test('brought once more, it is there once more', async () => {
  const hash = await bring('nobody wants it', later(40))
  expect(await isThere(hash)).toBe(true)
  expect(await sweep(later(69), [])).toBe(0)
  expect(await isThere(hash)).toBe(true)
})

test('whoever is about to refer to an old one keeps it', async () => {
  const hash = await bring('waited in an open form', dayOne)
  expect(await touchFile(ctx(later(45)), hash)).toBe(true)
  await sweep(later(46), [])
  expect(await isThere(hash)).toBe(true)
  expect(await touchFile(ctx(later(45)), hashOf('never was'))).toBe(false)
})

test('cut off at any moment, nothing that is held is lost, and the next round does the rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.string({ minLength: 8, maxLength: 12 }), fc.boolean()), {
        selector: ([text]) => text,
        minLength: 1,
        maxLength: 6,
      }),
      fc.nat(6),
      async (all, cutAfter) => {
        const held = new Set<string>()
        const free = new Set<string>()
        for (const [text, isHeld] of all) (isHeld ? held : free).add(await bring(text, dayOne))
        let left = cutAfter
        const killed: FileHouse = {
          ...files,
          remove: async (hash) => {
            if (left-- <= 0) throw new Error('killed before the bytes went')
            await files.remove(hash)
            if (left === 0) throw new Error('killed before it was written down')
          },
        }
        const holds: Holder = async (_, hashes) => hashes.filter((hash) => !free.has(hash))
        await sweepFiles(ctx(later(60)), killed, [holds], 30).catch((fault: Error) =>
          expect(fault.message).toContain('killed'),
        )
        for (const hash of held) expect(await isThere(hash)).toBe(true)
        const [again] = [...free]
        if (again !== undefined) {
          const text = all.find(([, isHeld]) => !isHeld)?.[0] ?? ''
          await bring(text, later(59))
          expect(await isThere(again)).toBe(true)
        }
        await sweepFiles(ctx(later(60)), files, [holds], 30)
        for (const hash of held) expect(await isThere(hash)).toBe(true)
        for (const hash of free) expect(await isThere(hash)).toBe(hash === again)
      },
    ),
    { numRuns: 25 },
  )
})

/** Columns that name a content of the file house. The others that are called so hash something else. */
const contents = [
  'dossiers.file.hash',
  'dossiers.result.hash',
  'filing.application_file.hash',
  'identity.consent.evidence',
  'identity.representation.evidence',
  'plan.figure.file_hash',
  'plan.note.file_hash',
  'plan.plan.file_hash',
  'plan.version.file_hash',
  'slips.slip.file_hash',
  'uploads.upload.file_hash',
  'uploads.upload.original_hash',
]
const others = [
  'catalogue.import.file_hash',
  'catalogue.import_line.hash',
  'catalogue.procedure.hash',
  'catalogue.procedure_version.hash',
  'filing.application.receipt_hash',
  'kernel.account.password_hash',
  'kernel.event_seal.hash',
  'kernel.event_seal.previous_hash',
  'kernel.event_seal_head.hash',
  'kernel.file.hash',
  'plan.plan.source_hash',
  'uploads.upload.declared_hash',
]

describe('the modules', () => {
  test('every column that could name a content is known to name one, or to name none', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      where table_schema not in ('information_schema', 'pg_catalog', 'jobs')
        and (column_name ~ 'hash$' or column_name ~ 'evidence') and column_name !~ '^(token|secret|code|session)_hash$'
      order by 1`.execute(town.db)
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...contents, ...others].toSorted())
  })

  test('each of these columns keeps its content', async () => {
    const hashes = new Map<string, string>()
    for (const column of contents) hashes.set(column, await bring(`held in ${column}`, dayOne))
    // What these rows mean does not matter here: only that they name a content.
    await asOwner(town.db, async ({ query }) => {
      for (const column of contents) {
        const table = column.split('.').slice(0, 2).join('.')
        const keys = await query(
          `select conname from pg_constraint where contype in ('f', 'c') and conrelid = '${table}'::regclass`,
        )
        for (const { conname } of keys) await query(`alter table ${table} drop constraint ${String(conname)}`)
      }
      for (const [column, hash] of hashes) await insertNaming({ query }, column, hash)
    })
    await sweep(later(90), holdersOf(modules))
    for (const [column, hash] of hashes) expect([column, await isThere(hash)]).toEqual([column, true])
  })
})

/** A row with anything in its other columns that have to hold something. */
async function insertNaming({ query }: Pick<Owner, 'query'>, column: string, hash: string): Promise<void> {
  const [schema = '', table = '', name = ''] = column.split('.')
  const must = await query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_nullable = 'NO' and column_default is null
       and is_identity = 'NO' and is_generated = 'NEVER'`,
    [schema, table],
  )
  const plain = Object.fromEntries(
    must.map(({ name: one, type }) => [String(one), type === 'uuid' ? randomUUID() : some[String(type)]]),
  )
  const values = Object.entries({ ...plain, [name]: hash })
  const names = values.map(([one]) => one).join(', ')
  const places = values.map((_, at) => `$${at + 1}`).join(', ')
  await query(
    `insert into ${schema}.${table} (${names}) values (${places})`,
    values.map(([, value]) => value),
  )
}

const some: Record<string, unknown> = {
  text: 'x',
  date: '2025-01-01',
  jsonb: '{}',
  integer: 1,
  bigint: 1,
  smallint: 1,
  boolean: true,
  numeric: 1,
  'timestamp with time zone': dayOne,
}
