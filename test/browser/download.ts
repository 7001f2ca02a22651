/** What a press brings down as a file. */
import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import type { Locator } from 'playwright-core'
import { parse } from 'csv-parse/sync'
import type { Person } from './person.ts'

export async function downloadOf({ page }: Person, link: Locator) {
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

export const rowsOfCsv = (bytes: Buffer): string[][] => parse(bytes, { bom: true, relax_column_count: true })

export function rowsOfXlsx(bytes: Buffer): string[][] {
  const { SheetNames, Sheets } = read(bytes, { type: 'buffer' })
  const sheet = Sheets[SheetNames[0] ?? '']
  if (!sheet) throw new Error('the file holds no sheet')
  return utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, defval: '', blankrows: false })
    .map((row) => row.map(String))
}
