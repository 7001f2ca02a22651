/** Which numbered pieces of a section are its items, and which are only headings over them. */
import { isBullet } from './numbering.ts'
import { endOf, type Entry, type Extent } from './outline.ts'
import type { Source } from './source.ts'

/** One item with all that is detailed below it; `under` are its headings, the nearest last. */
export type Item = { ref: string; extent: Extent; under: readonly Entry[] }

/** What was found in a section: its items, and running text between headings that belongs to none. */
export type Items = { items: Item[]; loose: Extent[] }

const titleOf = ({ text }: Source, { title }: Entry) => text.slice(title.start, title.end).trim()

const longestTitle = 200

/** Whether an entry says its own piece, so that what stands below it is detail of it. */
function saysItself(source: Source, entry: Entry, splitBullets: boolean): boolean {
  const title = titleOf(source, entry)
  const below = entry.children.length > 0 || entry.body.length > 0 || entry.tables.length > 0
  if (!below) return true
  if (isBullet(entry.style))
    return !(splitBullets && entry.children.length > 0 && title.endsWith(':') && !/\d/.test(title))
  if (entry.children.some(({ style }) => !isBullet(style)) || entry.tables.length) return false
  if (/[.;,]$/.test(title) || title.length > longestTitle) return true
  return entry.style === 'letter' && (title.endsWith(':') || entry.children.length === 0)
}

/** The text of a heading's own paragraphs as items: `IV.6`, then `IV.6(2)` … */
const bodyItems = (entry: Entry, under: readonly Entry[]): Item[] =>
  entry.body.map((extent, at) => ({ ref: at ? `${entry.ref}(${at + 1})` : entry.ref, extent, under }))

const endsInColon = ({ text }: Source, extent: Extent) => /:\s*$/.test(text.slice(extent.end - 3, extent.end))

/** The items below `heading`; `splitBullets` takes "- Về hạ tầng:" with "+ …" below for a heading. */
export function itemsOf(source: Source, heading: Entry, under: readonly Entry[], splitBullets = false): Items {
  const here = [...under, heading]
  const found: Items = { items: [], loose: [] }
  // Words ending in a colon only announce the list or table after them.
  const said = { ...heading, body: heading.body.filter((extent) => !endsInColon(source, extent)) }
  if (heading.children.length || heading.tables.length) found.loose.push(...said.body)
  else found.items.push(...bodyItems(said, here))
  for (const child of heading.children) {
    if (saysItself(source, child, splitBullets)) {
      found.items.push({ ref: child.ref, extent: { start: child.title.start, end: endOf(child) }, under: here })
      continue
    }
    const below = itemsOf(source, child, here, splitBullets)
    found.items.push(...below.items)
    found.loose.push(...below.loose)
  }
  return found
}
