/** What could not be read when it was typed and can be read by now: a file whose check has come to its end since. */
import { blanksOf, type Filled, nameOf, put, rowsOf, typedAt, typedFor, withoutTyped } from './filled.ts'
import type { FormDefinition } from './form.ts'
import type { Books } from './kind.ts'
import { kinds } from './kinds.ts'

export function readAgain(form: FormDefinition, filled: Filled, books: Books): Filled {
  if (Object.keys(filled.unread).length === 0) return filled
  let { answers, unread } = filled
  for (const blank of blanksOf(form, (section) => rowsOf(section, filled.answers).length)) {
    const { question } = blank
    const { parts, read } = kinds[question.kind]
    const name = nameOf(blank)
    if (Object.keys(typedFor(unread, name, parts)).length === 0) continue
    const found = read(question, (part) => typedAt(unread, part ? `${name}.${part}` : name), books)
    if (!found || !('answer' in found)) continue
    answers = put(blank, answers, found.answer)
    unread = withoutTyped(unread, name, parts)
  }
  return { ...filled, answers, unread }
}
