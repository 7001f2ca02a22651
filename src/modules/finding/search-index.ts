/** Finding procedures by plain words: with or without marks, with a slip of the finger, by what people call them. */
import { z } from 'zod'
import { fold, inVietnameseOrder } from '#kernel/fold.ts'
import type { Level } from '#modules/catalogue/public.ts'
import { lifeEvents } from './life-event.ts'
import { buildWordIndex } from './word-index.ts'
import file from '../../../data/national/search-synonyms.json' with { type: 'json' }

const Synonyms = z.object({
  note: z.string(),
  groups: z.array(z.object({ of: z.array(z.string()).min(1), said: z.array(z.string()).min(1) })),
  ignored: z.array(z.string()),
})

const { groups, ignored } = Synonyms.parse(file)
const foldedGroups = groups.map(({ of, said }) => ({ of: of.map(fold), said: said.join(' · ') }))
/** The longer ones first: they hold shorter ones. */
const ignoredPhrases = ignored.map(fold).toSorted((a, b) => b.length - a.length)

/** What is searched, filtered and listed of one procedure. */
export type Entry = {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly agency: string
  readonly levels: readonly Level[]
  readonly keywords: string
  readonly results: string
}

export type Filter = {
  field?: string | undefined
  level?: Level | undefined
  agency?: string | undefined
  event?: string | undefined
}

export type Facet = { readonly value: string; readonly count: number }

export type SearchIndex<T extends Entry> = {
  readonly size: number
  readonly entries: readonly T[]
  /** All fields there are, for those who keep the catalogue. */
  readonly fields: readonly Facet[]
  readonly byCode: ReadonlyMap<string, T>
  /** The best first; without words, by name. */
  readonly find: (query: string, filter?: Filter) => readonly T[]
  /** The same, with what may be chosen among all that the words alone find. */
  readonly search: (
    query: string,
    filter: Filter,
  ) => { found: readonly T[]; fields: readonly Facet[]; agencies: readonly Facet[] }
}

/** A longer list to choose from is no help; what was chosen stays in it. */
const mostOffered = 40

function offeredOf(facets: readonly Facet[], chosen: string | undefined): Facet[] {
  const kept = new Set(facets.toSorted((a, b) => b.count - a.count).slice(0, mostOffered))
  return facets.filter((facet) => kept.has(facet) || facet.value === chosen)
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Words that help; all of them where none would be left. */
function askedWords(query: string): string[] {
  const all = wordsOf(query).slice(0, 20)
  let text = ` ${all.join(' ')} `
  for (const phrase of ignoredPhrases) text = text.replaceAll(` ${phrase} `, ' ')
  const telling = wordsOf(text)
  return telling.length ? telling : all
}

const saidOf = (foldedName: string): string =>
  foldedGroups.flatMap(({ of, said }) => (of.some((phrase) => foldedName.includes(phrase)) ? [said] : [])).join(' · ')

const eventWords = new Map<string, string>()
for (const { title, procedures } of lifeEvents)
  for (const code of procedures) eventWords.set(code, `${eventWords.get(code) ?? ''} ${title.vi}`)

/** Several agencies stand in one cell, by commas. */
const agenciesOf = (agency: string): string[] =>
  agency
    .split(/,\s*/)
    .map((one) => one.trim())
    .filter(Boolean)

function facetsOf<T>(entries: readonly T[], valuesOf: (entry: T) => readonly string[]): Facet[] {
  const counts = new Map<string, number>()
  for (const entry of entries) for (const value of valuesOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => inVietnameseOrder(a.value, b.value))
}

function passes({ code, field, levels, agency }: Entry, filter: Filter, event: ReadonlySet<string> | null): boolean {
  if (event && !event.has(code)) return false
  if (filter.field && field !== filter.field) return false
  if (filter.level && !levels.includes(filter.level)) return false
  return !filter.agency || agenciesOf(agency).includes(filter.agency)
}

/** `1.001193`, also without its dot or only begun. */
const codeIn = (query: string) => /^\s*(\d)\.?(\d{3,6})(?:\.[\d.]*H\d+)?\s*$/.exec(query)

/** So many of the best are looked at again: marks that were typed, words that stand together. */
const lookedAtAgain = 60

function closenessTo(query: string, asked: readonly string[]) {
  const typed = query.normalize('NFC').toLowerCase().split(/\s+/)
  const marked = typed.filter((word) => word !== fold(word))
  const [text, whole] = [asked.join(' '), fold(query)]
  return (plain: string, folded: string): number =>
    1 +
    marked.filter((word) => plain.includes(word)).length * 0.15 +
    (folded.includes(text) ? 0.8 : 0) +
    (folded === whole || folded === `thu tuc ${whole}` ? 1 : 0)
}

const wordIndexOf = (entries: readonly Entry[]) =>
  buildWordIndex(
    entries.map(({ name, field, agency, keywords, results, code }) => [
      { boost: 4, words: wordsOf(name) },
      { boost: 3, words: wordsOf(`${saidOf(fold(name))} ${eventWords.get(code) ?? ''}`) },
      { boost: 1.2, words: wordsOf(field) },
      { boost: 0.5, words: wordsOf(agency) },
      { boost: 1, words: wordsOf(`${keywords} ${results}`) },
    ]),
  )

export function buildIndex<T extends Entry>(all: readonly T[]): SearchIndex<T> {
  const entries = all.toSorted((a, b) => inVietnameseOrder(a.name, b.name))
  const folded = entries.map(({ name }) => fold(name))
  const plain = entries.map(({ name }) => name.normalize('NFC').toLowerCase())
  const words = wordIndexOf(entries)
  const ranked = (query: string): readonly T[] => {
    const code = codeIn(query)
    if (code) return entries.filter((entry) => entry.code.startsWith(`${code[1]}.${code[2]}`))
    const asked = askedWords(query)
    if (asked.length === 0) return entries
    const found = words.find(asked)
    const close = closenessTo(query, asked)
    const again = found.slice(0, lookedAtAgain).map(({ row, score }) => ({
      row,
      score: score * close(plain[row] ?? '', folded[row] ?? ''),
    }))
    again.sort((a, b) => b.score - a.score)
    return [...again, ...found.slice(lookedAtAgain)].flatMap(({ row }) => entries[row] ?? [])
  }
  const narrowed = (all: readonly T[], filter: Filter): readonly T[] => {
    const event = filter.event ? new Set(lifeEvents.find(({ slug }) => slug === filter.event)?.procedures) : null
    const isOpen = !filter.field && !filter.level && !filter.agency && !event
    return isOpen ? all : all.filter((entry) => passes(entry, filter, event))
  }
  return {
    size: entries.length,
    entries,
    fields: facetsOf(entries, fieldOf),
    byCode: new Map(entries.map((entry) => [entry.code, entry])),
    find: (query, filter = {}) => narrowed(ranked(query), filter),
    search: (query, filter) => {
      const all = ranked(query)
      return {
        found: narrowed(all, filter),
        fields: offeredOf(facetsOf(all, fieldOf), filter.field),
        agencies: offeredOf(
          facetsOf(all, ({ agency }) => agenciesOf(agency)),
          filter.agency,
        ),
      }
    },
  }
}

const fieldOf = ({ field }: Entry) => (field ? [field] : [])
