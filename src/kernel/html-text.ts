/** The words of an HTML page as lines: each block on its own line, the cells of a table row with tabs between. */
import { decodeEntities } from './html-entity.ts'

const blocks = new Set(
  `address article aside blockquote body br caption center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 head header
  hr html legend li main nav ol p pre section table tbody tfoot thead tr td th ul`.split(/\s+/),
)

/** Elements whose content is no text of the page; `title` would only repeat the heading. */
const silent = new Set('script style template noscript title svg select textarea iframe object'.split(' '))

/** Stand for the tab of a table and for a list number until white space has been folded. */
const tab = '\uE000'
const listMark = '\uE001'

/** What is open: a text (the page or a cell) collects words, a table lines, a row cells. */
type Frame = { kind: 'text' | 'table' | 'row'; parts: string[] }

type List = { ordered: boolean; next: number }

type Reading = { frames: Frame[]; lists: List[]; pre: number }

/** Tables inside tables beyond this are read as running text. */
const deepest = 30

const write = ({ frames }: Reading, text: string) => frames.findLast(({ kind }) => kind === 'text')?.parts.push(text)

const ownNumber = /^(?:[-–+•*]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zđ][.)]|[IVXLC]{1,6}[.)])\s/u

/** The page's own number of a list item gives way to one the author typed. */
function unmarked(line: string): string {
  if (!line.startsWith(listMark)) return line.replaceAll(listMark, ' ')
  const [, mark = '', ...words] = line.split(listMark)
  const said = words.join(' ').trim()
  return said && !ownNumber.test(said) ? `${mark} ${said}` : said
}

/** A mark waits for the first words of its item, which may stand in a paragraph of their own. */
const loneMark = /(\uE001[^\uE001\n]*\uE001)\s+/g

const linesOf = (parts: readonly string[]) =>
  parts
    .join('')
    .replace(loneMark, '$1')
    .split('\n')
    .map((line) => unmarked(line.replace(/[^\S\n]+/g, ' ').trim()))
    .filter((line) => line.replaceAll(tab, '').trim())

/** A row of one cell only frames text and keeps its lines; a cell of any other row becomes one line. */
function close(reading: Reading) {
  const frame = reading.frames.pop()
  if (!frame) return
  const above = reading.frames.at(-1)
  if (frame.kind === 'text') above?.parts.push(linesOf(frame.parts).join('\n'))
  else if (frame.kind === 'table') write(reading, `\n${frame.parts.join('\n')}\n`)
  else
    above?.parts.push(
      frame.parts.length === 1
        ? (frame.parts[0] ?? '')
        : frame.parts.map((cell) => cell.replaceAll('\n', ' ')).join(tab),
    )
}

const innermostTable = ({ frames }: Reading) => frames.findLastIndex(({ kind }) => kind === 'table')

/** Closes what is open inside the innermost table, down to `depth` frames above it. */
function closeTo(reading: Reading, depth: number) {
  const table = innermostTable(reading)
  if (table >= 0) while (reading.frames.length > table + 1 + depth) close(reading)
}

function startTable(reading: Reading, name: string): boolean {
  const open = (kind: Frame['kind']) => reading.frames.push({ kind, parts: [] })
  if (name === 'table' && reading.frames.length < deepest && reading.frames.at(-1)?.kind === 'text') open('table')
  else if (innermostTable(reading) < 0) return false
  else if (name === 'tr') {
    closeTo(reading, 0)
    open('row')
  } else if (name === 'td' || name === 'th') {
    closeTo(reading, 1)
    if (reading.frames.at(-1)?.kind === 'table') open('row')
    open('text')
  } else return false
  return true
}

function startTag(reading: Reading, name: string, attributes: string) {
  if (startTable(reading, name)) return
  if (blocks.has(name)) write(reading, '\n')
  if (name === 'pre') reading.pre++
  if (name === 'ol' || name === 'ul') {
    const first = Number(/\bstart\s?=\s?["']?(\d{1,4})/i.exec(attributes)?.[1] ?? 1)
    reading.lists.push({ ordered: name === 'ol', next: first })
  }
  const list = reading.lists.at(-1)
  if (name !== 'li' || !list) return
  const note = /\bid\s?=\s?["']?(?:foot|end)note-(\d{1,3})\b/i.exec(attributes)?.[1]
  write(reading, `${listMark}${note ? `[${note}]` : list.ordered ? `${list.next}.` : '-'}${listMark}`)
  list.next++
}

function endTag(reading: Reading, name: string) {
  if (innermostTable(reading) >= 0) {
    if (name === 'td' || name === 'th') closeTo(reading, 1)
    else if (name === 'tr') closeTo(reading, 0)
    else if (name === 'table') {
      closeTo(reading, 0)
      close(reading)
    }
  }
  if (blocks.has(name) && name !== 'br') write(reading, '\n')
  if (name === 'pre') reading.pre = Math.max(0, reading.pre - 1)
  if (name === 'ol' || name === 'ul') reading.lists.pop()
}

function say(reading: Reading, text: string) {
  const decoded = decodeEntities(text).replace(/[\uE000\uE001]/g, ' ')
  write(reading, reading.pre ? decoded : decoded.replace(/\s+/g, ' '))
}

/** What stands at `<` of `html`: the tag and where reading goes on. */
type Tag = { name: string; attributes: string; closes: boolean; until: number }

function tagAt(html: string, at: number): Tag | null {
  const head = html.slice(at + 1, at + 40)
  const name = /^\/?([a-zA-Z][a-zA-Z0-9:-]{0,30})/.exec(head)?.[1]
  if (!name && !/^[!?]/.test(head)) return null
  const comment = head.startsWith('!--')
  const end = html.indexOf(comment ? '-->' : '>', at)
  const until = end < 0 ? html.length : end + (comment ? 3 : 1)
  if (!name) return { name: '', attributes: '', closes: false, until }
  const attributes = html.slice(at + 1 + name.length, until)
  return { name: name.toLowerCase(), attributes, closes: head.startsWith('/'), until }
}

const lowerAscii = (text: string) => text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())

/** Never refuses: what is not understood is text. Takes time in proportion to the page. */
export function textOfHtml(html: string): string {
  const lower = lowerAscii(html)
  const reading: Reading = { frames: [{ kind: 'text', parts: [] }], lists: [], pre: 0 }
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next !== at) say(reading, html.slice(at, next < 0 ? html.length : next))
    if (next < 0) break
    const tag = tagAt(html, next)
    if (!tag) write(reading, '<')
    else if (tag.closes) endTag(reading, tag.name)
    else if (!silent.has(tag.name)) startTag(reading, tag.name, tag.attributes)
    at = tag?.until ?? next + 1
    if (tag && !tag.closes && silent.has(tag.name) && html[tag.until - 2] !== '/') {
      const end = lower.indexOf(`</${tag.name}`, at)
      at = end < 0 ? html.length : end
    }
  }
  while (reading.frames.length > 1) close(reading)
  return linesOf(reading.frames[0]?.parts ?? [])
    .join('\n')
    .replaceAll(tab, '\t')
}
