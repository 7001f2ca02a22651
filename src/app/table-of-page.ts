/** A table of a page as it was drawn, for a file: what people see is what they take away. */
import { decodeEntities } from '#kernel/html-entity.ts'
import type { FileCell, FileTable } from '#kernel/table-file.ts'

/** The pages are our own and well formed: a table holds no other table. */
export function tableOfPage(html: string, no: number): FileTable | null {
  const [, whole = ''] = new RegExp(`<table[^>]* data-table="${no}"[^>]*>([\\s\\S]*?)</table>`).exec(html) ?? []
  if (!whole) return null
  const [, caption = ''] = /<caption[^>]*>([\s\S]*?)<\/caption>/.exec(whole) ?? []
  const rows = [...whole.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => cellsOf(row))
  const [head = [], ...body] = rows
  return { name: textOf(caption), head, rows: body.map((row) => row.map(cellOf)) }
}

/** The box that picks a row is not part of the table. */
const cellsOf = (row: string): string[] =>
  [...row.matchAll(/<t[hd]([^>]*)>([\s\S]*?)<\/t[hd]>/g)]
    .filter(([, attributes = '']) => !attributes.includes('data-pick'))
    .map(([, , inner = '']) => textOf(inner))

const breaks = /<(?:br|\/small|\/div|\/p|\/li)\b[^>]*>|<small\b[^>]*>/g

const textOf = (html: string): string =>
  decodeEntities(
    html
      .replace(/<svg[\s\S]*?<\/svg>/g, '')
      .replace(breaks, '\n')
      .replace(/<[^>]+>/g, ''),
  )
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('; ')

/** 1.234,5 as people here write it, and 1234.5 as machines do; a date or a code stays text. */
function cellOf(text: string): FileCell {
  if (text === '' || text === '–') return null
  const plain = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(text)
  return plain && !/^0\d/.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : text
}
