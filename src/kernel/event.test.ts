import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase } from '#test/database.ts'
import { nobody } from './access.ts'
import { command, perform } from './command.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db/open.ts'
import { listEventsAbout } from './event.store.ts'
import { newId } from './id.ts'

let database: Database
let ctx: Ctx
let runs = 0

const ring = command({
  name: 'test.bell.ring',
  needs: 'public',
  input: z.object({ times: z.coerce.number().int().min(1) }),
  run: async (_, { times }) => {
    runs += 1
    if (times > 9) throw new Error('the bell broke')
    return { rung: times }
  },
  about: () => 'test.bell/1',
})

beforeAll(async () => {
  database = await openTestDatabase()
  const now = new Date('2025-05-14T07:00:00Z')
  ctx = { db: database.db, actor: nobody, now, requestId: newId(now) }
})
afterAll(() => database.close())

test('a change and its event are written together', async () => {
  await perform(ctx, ring, { times: 3 })
  const [event] = await listEventsAbout(database.db, 'test.bell/1', 1)
  expect(event).toMatchObject({ command: 'test.bell.ring', result: { rung: 3 } })
})

test('a change that fails leaves no event', async () => {
  const before = await listEventsAbout(database.db, 'test.bell/1', 100)
  await expect(perform(ctx, ring, { times: 10 })).rejects.toThrow('the bell broke')
  expect(await listEventsAbout(database.db, 'test.bell/1', 100)).toEqual(before)
})

test('the same submission twice happens once and is answered the same', async () => {
  const first = await perform({ ...ctx, key: 'k-1' }, ring, { times: 2 })
  const before = await listEventsAbout(database.db, 'test.bell/1', 100)
  const again = await perform({ ...ctx, key: 'k-1' }, ring, { times: 5 })
  const broken = await perform({ ...ctx, key: 'k-1' }, ring, { times: 10 })
  expect([first, again, broken]).toEqual([{ rung: 2 }, { rung: 2 }, { rung: 2 }])
  expect(await listEventsAbout(database.db, 'test.bell/1', 100)).toEqual(before)
})

test('the same submission twice at once happens once', async () => {
  const key = { ...ctx, key: 'k-2' }
  const both = await Promise.all([perform(key, ring, { times: 4 }), perform(key, ring, { times: 4 })])
  expect(both).toEqual([{ rung: 4 }, { rung: 4 }])
  const events = await listEventsAbout(database.db, 'test.bell/1', 100)
  expect(events.filter(({ result }) => JSON.stringify(result) === '{"rung":4}')).toHaveLength(1)
})

test('what is prepared before a change holds no connection, sees what is there, and is not prepared twice', async () => {
  let prepared = 0
  const slow = command({
    name: 'test.bell.cast',
    needs: 'public',
    input: z.object({}),
    prepare: async (outside) => {
      prepared += 1
      // On the embedded database there is one connection: inside a transaction this would wait for itself.
      const before = await database.db.transaction().execute((db) => listEventsAbout(db, 'test.bell/cast', 9))
      await perform({ ...outside, key: undefined }, ring, { times: 1 })
      return async (inside) => {
        expect(inside.db).not.toBe(outside.db)
        return { before: before.length }
      }
    },
    about: () => 'test.bell/cast',
  })
  const key = { ...ctx, key: 'k-cast' }
  expect([await perform(key, slow, {}), await perform(key, slow, {}), prepared]).toEqual([
    { before: 0 },
    { before: 0 },
    1,
  ])
})

test('a key that was used for something else is refused', async () => {
  const other = command({ ...ring, name: 'test.bell.other' })
  await expect(perform({ ...ctx, key: 'k-1' }, other, { times: 2 })).rejects.toMatchObject({ kind: 'conflict' })
})

test('the role of the application cannot change or remove an event', async () => {
  for (const change of ['updateTable', 'deleteFrom'] as const) {
    const tried =
      change === 'updateTable'
        ? database.db.updateTable('kernel.event').set({ command: 'x' }).execute()
        : database.db.deleteFrom('kernel.event').execute()
    await expect(tried).rejects.toMatchObject({ code: '42501' })
  }
})

test('who may not is turned away before anything is read or run', async () => {
  const before = runs
  const closed = command({ ...ring, needs: 'test.ring' })
  await expect(perform(ctx, closed, { times: 'nonsense' })).rejects.toMatchObject({ kind: 'unauthenticated' })
  expect(runs).toBe(before)
})
