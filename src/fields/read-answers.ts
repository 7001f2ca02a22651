/** What a form sent → answers. Whatever cannot be read stays as it was typed; nothing else is touched. */
import {
  answerAt,
  nameOf,
  partNames,
  type Filled,
  blanksOf,
  put,
  rowsOf,
  type Typed,
  typedAt,
  typedFor,
  withoutTyped,
  withRow,
} from './filled.ts'
import type { FormDefinition, Section } from './form.ts'
import type { Books } from './kind.ts'
import { kinds } from './kinds.ts'
import { factFor, type Knowns } from './known.ts'

export type Reading = {
  readonly form: FormDefinition
  readonly filled: Filled
  readonly knowns: Knowns
  readonly books: Books
  /**
   * Names of the questions that stood on the page: one that sent nothing was left empty. Without it only what was sent is
   * read (autosave sends what changed).
   */
  readonly page?: ReadonlySet<string> | undefined
}

export function readAnswers({ form, filled, knowns, books, page }: Reading, typed: Typed): Filled {
  const rows = (section: Section) => rowsSent(section, filled, typed)
  let { answers, unread } = filled
  for (const blank of blanksOf(form, rows)) {
    const { section, question } = blank
    const { parts, read } = kinds[question.kind]
    if (parts.length === 0 || (page && !page.has(question.name))) continue
    const name = nameOf(blank)
    const sent = partNames(name, parts).some((one) => Object.hasOwn(typed, one))
    if ((!page && !sent) || factFor(section, question, { filled, knowns, books })) continue
    const found = read(question, (part) => typedAt(typed, part ? `${name}.${part}` : name), books)
    answers = put(blank, answers, found && 'answer' in found ? found.answer : undefined)
    unread = withoutTyped(unread, name, parts)
    if (!found || 'answer' in found) continue
    answers = withRow(blank, answers)
    unread = { ...unread, ...typedFor(typed, name, parts) }
  }
  return { ...filled, answers, unread }
}

/** Rows that are kept, and those that were sent beyond them; never more than there may be. */
function rowsSent(section: Section, { answers }: Filled, typed: Typed): number {
  const { repeat, name } = section
  if (!repeat) return 0
  const kept = rowsOf(section, answers).length
  const beginning = `${name}.`
  const sent = Object.keys(typed)
    .filter((one) => one.startsWith(beginning))
    .map((one) => Number(/^\d{1,3}(?=\.)/.exec(one.slice(beginning.length))?.[0] ?? -1) + 1)
  return Math.max(kept, Math.min(Math.max(0, ...sent), repeat.max))
}

/** What stands in the controls: every answer as it would be typed, and what was typed that is none. */
export function typedOf(form: FormDefinition, { answers, unread }: Filled): Typed {
  const written: Record<string, string | readonly string[]> = {}
  for (const blank of blanksOf(form, (section) => rowsOf(section, answers).length)) {
    const { write, parts } = kinds[blank.question.kind]
    const name = nameOf(blank)
    if (partNames(name, parts).some((one) => Object.hasOwn(unread, one))) continue
    const answer = answerAt(blank, answers)
    if (answer === undefined) continue
    for (const [part, text] of Object.entries(write(answer))) written[part ? `${name}.${part}` : name] = text
  }
  return { ...written, ...unread }
}
