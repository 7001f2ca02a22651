import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, tableFile } from './table-file.ts'

const head = ['Đơn vị', 'Số']

test('what is written as CSV reads back the same', () => {
  const text = fc.string().filter((value) => !/^[=+\-@\t\r]/.test(value))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.integer())), (rows) => {
      const back = parse(csvOf({ name: 'x', head, rows }), { bom: true }) as string[][]
      expect(back).toEqual([head, ...rows.map((row) => row.map(String))])
    }),
  )
})

test('a text that looks like a formula stays a text', () => {
  expect(csvOf({ name: 'x', head, rows: [['=1+1', 2]] })).toContain("'=1+1,2")
})

test('a workbook holds the same rows', async () => {
  const rows = [
    ['Huyện Cái Bè', 41.2],
    ['=HYPERLINK("x")', 0],
  ]
  const file = await tableFile({ name: 'Theo địa phương', head, rows }, 'xlsx')
  const book = read(new Uint8Array(await file.arrayBuffer()))
  const [sheet = ''] = book.SheetNames
  expect(utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1 })).toEqual([head, ...rows])
})
