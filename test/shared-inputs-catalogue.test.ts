/**
 * 821 real procedures of the national catalogue, which are not part of this repository. Looked for in SHARED_DIR or in
 * `../shared` beside the repository; without them the suite is skipped and says so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { structuredOf } from '#modules/catalogue/public.ts'
import { bringIn } from './catalogue-of-town.ts'
import { openTown, type Town } from './town.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = `${process.env['SHARED_DIR'] ?? `${root}../shared`}/inputs/national-procedures-sample.jsonl.gz`

describe.skipIf(!existsSync(path))('821 procedures (skipped when the shared inputs are not there)', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  test('all come in; of each table at least 95 of 100 are told apart', async () => {
    const bytes = readFileSync(path)
    const done = await bringIn(town.db, { name: 'sample.jsonl.gz', bytes }, town.now())
    expect([done.lines, done.rejected.total, done.counts?.new]).toEqual([821, 0, 821])
    const { structured } = structuredOf(done.structure ?? ({} as never))
    expect(Object.entries(structured).filter(([, share]) => share < 0.95)).toEqual([])
  })

  test('§10.5 the same file again is no difference', async () => {
    const done = await bringIn(town.db, { name: 'again.jsonl.gz', bytes: readFileSync(path) }, town.now())
    expect(done.counts).toEqual({ new: 0, changed: 0, same: 821, absent: 0 })
  })

  test('the line as published is kept beside what was made of it', async () => {
    const lines = gunzipSync(readFileSync(path)).toString().trim().split('\n')
    const published = JSON.parse((lines[0] ?? '').normalize('NFC')) as { ma_thu_tuc: string }
    const row = await town.db
      .selectFrom('catalogue.procedure_version')
      .select('source')
      .where('procedureCode', '=', published.ma_thu_tuc)
      .executeTakeFirstOrThrow()
    expect(row.source).toEqual(published)
  })

  test.each([
    ['giấy khai sanh', 'khai sinh'],
    ['dang ky tam tru', 'tạm trú'],
    ['phep xay dung nha o rieng le', 'giấy phép xây dựng'],
    ['sao y ban chinh', 'Chứng thực bản sao'],
  ])('“%s” finds %s', async (query, name) => {
    const html = await (await town.as().open(`/dich-vu-cong?q=${encodeURIComponent(query)}`)).text()
    const first = /<ul class="tg-found">.*?<a[^>]*>(.*?)<\/a>/s.exec(html)?.[1] ?? ''
    expect(first.toLowerCase()).toContain(name.toLowerCase())
  })
})
