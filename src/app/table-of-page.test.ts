import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { openTown, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const csv = async (path: string) => {
  const file = await town.as('quan').open(path)
  return {
    status: file.status,
    type: file.headers.get('content-type'),
    rows: parse(await file.text(), { bom: true, relax_column_count: true }) as string[][],
  }
}

test('a table of a page is taken away as it was drawn', async () => {
  const { status, type, rows } = await csv('/quan-tri/tai-khoan?tep=csv&bang=1')
  expect([status, type]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(rows.flat().join(' ')).toContain('Võ Thị Hoa')
  expect(rows.length).toBeGreaterThan(8)
})

test('each table of a page is offered as a file, and the link leads to it', async () => {
  const html = await (await town.as('quan').open('/quan-tri/tai-khoan')).text()
  const [, href = ''] = /href="([^"]*tep=xlsx[^"]*)"/.exec(html) ?? []
  const file = await town.as('quan').open(href.replaceAll('&amp;', '&'))
  expect(file.headers.get('content-type')).toContain('spreadsheetml')
})

test('a table that is not there is not found', async () => {
  expect((await town.as('quan').open('/quan-tri/tai-khoan?tep=csv&bang=99')).status).toBe(404)
})

test('who may not see the page may not take its table', async () => {
  expect((await town.as('hoa').open('/quan-tri/tai-khoan?tep=csv')).status).toBe(403)
})
