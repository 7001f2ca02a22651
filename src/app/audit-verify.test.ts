import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import type { Database } from '#kernel/db/open.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { sealEvents } from '#kernel/seal.store.ts'
import { openTestDatabase } from '#test/database.ts'
import { asOwner } from '#test/owner.ts'
import { auditVerify } from './audit-verify.ts'

let database: Database
const now = new Date('2025-05-14T07:00:00Z')

beforeAll(async () => {
  database = await openTestDatabase()
  const ctx = { db: database.db, actor: nobody, now, requestId: 'r-1' }
  for (const about of ['test.note/1', 'test.note/2'])
    await appendEvent(ctx, 'test.note', about, { result: null, detail: null, rule: null })
  await sealEvents(database.db, now)
})
afterAll(() => database.close())

test('a whole log is said to be whole, with the seal to note down', async () => {
  const { text, exitCode } = await auditVerify(database.db)
  expect(exitCode).toBe(0)
  expect(text).toContain('2 sự kiện; 2 đã khớp với 1 niêm phong')
  const head = /\b1:[0-9a-f]{64}$/.exec(text)?.[0]
  expect((await auditVerify(database.db, head)).exitCode).toBe(0)
  expect((await auditVerify(database.db, `1:${'0'.repeat(64)}`)).text).toContain('Niêm phong 1 bị sửa')
})

test('what was noted down in another form is not understood', async () => {
  expect(await auditVerify(database.db, 'abc', 'en')).toEqual({
    exitCode: 2,
    text: 'A noted seal has the form number:hash, such as 12:9f86d081…',
  })
})

test('a changed event is named in words, and the exit code tells', async () => {
  await asOwner(database.db, (owner) =>
    owner.script(`alter table kernel.event disable trigger events_stay;
      update kernel.event set about = 'test.note/9' where about = 'test.note/2';
      alter table kernel.event enable trigger events_stay`),
  )
  const { text, exitCode } = await auditVerify(database.db, undefined, 'en')
  expect(exitCode).toBe(1)
  expect(text).toContain('THE LOG WAS TAMPERED WITH: 1 faults.')
  expect(text).toMatch(/Event \d+ \(seal 1\) was changed; it now says it is about: test\.note\/9/)
})
