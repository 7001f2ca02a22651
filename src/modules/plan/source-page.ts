/** The source text in pages of lines, so that a long document stays light; every line can be linked to. */

const linesOnPage = 400

export const linePath = (code: string, line: number): string => {
  const page = Math.ceil(line / linesOnPage)
  return `/ke-hoach/${code}/van-ban${page > 1 ? `?trang=${page}` : ''}#dong-${line}`
}

export type SourcePage = { from: number; to: number; all: number; page: number; pages: number; lines: string[] }

export function sourcePageOf(text: string, asked: number): SourcePage {
  const lines = text.split('\n')
  const pages = Math.max(1, Math.ceil(lines.length / linesOnPage))
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages)
  const from = (page - 1) * linesOnPage
  const shown = lines.slice(from, from + linesOnPage)
  return { from: from + 1, to: from + shown.length, all: lines.length, page, pages, lines: shown }
}
