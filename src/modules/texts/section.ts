/** The chapters of a plan: which headings hold targets, tasks, solutions and the rest. */
import { type Role, type Section, sectionBelow } from './heading.ts'
import { isBullet } from './numbering.ts'
import type { Entry, Extent } from './outline.ts'
import type { Source } from './source.ts'
import type { Table } from './table.ts'

/** A heading whose content has one role; `under` are the headings above it, `lead` is text before its parts. */
export type Chapter = { role: Role; heading: Entry; under: readonly Entry[]; lead: readonly Extent[] }

const isHeading = (entry: Entry) =>
  !isBullet(entry.style) && (entry.children.length > 0 || entry.body.length > 0 || entry.tables.length > 0)

function chapterOf(role: Role, entry: Entry, under: readonly Entry[], parts: ReadonlySet<Entry>): Chapter {
  if (!parts.size) return { role, heading: entry, under, lead: [] }
  const children = entry.children.filter((child) => !parts.has(child))
  return { role, heading: { ...entry, children, body: [] }, under, lead: entry.body }
}

/** Cuts the tree into chapters; a part with a role of its own leaves the chapter it stands in. */
export function chaptersOf({ text }: Source, root: Entry): Chapter[] {
  const found: Chapter[] = []
  const walk = (entry: Entry, section: Section | null, under: readonly Entry[]) => {
    const parts = new Set<Entry>()
    for (const child of entry.children) {
      if (!isHeading(child)) continue
      const below = sectionBelow(section, text.slice(child.title.start, child.title.end), entry.style === 'part')
      if (section && (!below || (below.role === section.role && !section.among.length))) continue
      parts.add(child)
      walk(child, below, entry.style === 'root' ? under : [...under, entry])
    }
    if (section) found.push(chapterOf(section.role, entry, under, parts))
  }
  walk(root, null, [])
  return found.toSorted((a, b) => a.heading.line - b.heading.line)
}

export type PlacedTable = { table: Table; under: readonly Entry[] }

/** Every table of a chapter with the headings over it. */
export const tablesOf = (entry: Entry, under: readonly Entry[]): PlacedTable[] => [
  ...entry.tables.map((table) => ({ table, under: [...under, entry] })),
  ...entry.children.flatMap((child) => tablesOf(child, [...under, entry])),
]
