/** A word or a few lines. */
import { TextField } from '#ui/text-field.tsx'
import { type Faces, type Fault, fieldKind, isText, plain } from './kind.ts'
import type { Question } from './form.ts'

/** Nobody writes a novel into one box; more is a file. */
const most = { text: 500, long_text: 10_000 }

/** Characters as people count them: an emoji is one. */
const lengthOf = (text: string) => Array.from(text).length
const bound = (of: number | string | undefined) => (typeof of === 'number' ? of : undefined)
const longest = (question: Question, kind: keyof typeof most) => Math.min(bound(question.max) ?? most[kind], most[kind])

function faultOfLength(question: Question, text: string, maximum: number): Fault | null {
  const length = lengthOf(text)
  const minimum = bound(question.min) ?? 1
  if (length < minimum) return { key: 'input.too_short', params: { minimum } }
  return length > maximum ? { key: 'input.too_long', params: { maximum } } : null
}

const words = (kind: 'text' | 'long_text', lines: number): Faces<string> => ({
  kind,
  type: 'text',
  parts: [''],
  settings: ['min', 'max'],
  byHand: true,
  needed: 'input.needed',
  is: isText,
  read: (_, sent) => {
    const typed = kind === 'text' ? plain(sent).replace(/\s*\n\s*/g, ' ') : plain(sent)
    return typed === '' ? null : { answer: typed }
  },
  check: (question, answer) => faultOfLength(question, answer, longest(question, kind)),
  ask: ({ question, name, optional }) => (
    <TextField
      name={name}
      optional={optional}
      lines={lines}
      width={kind === 'long_text' || (bound(question.max) ?? 0) > 60 ? 'full' : 'md'}
      autocomplete={autocomplete[question.known ?? ''] ?? 'off'}
    />
  ),
  show: (_, answer) => (kind === 'text' ? answer : <span class="tg-lines">{answer}</span>),
  write: (answer) => ({ '': answer }),
  jsonSchema: (question) => ({
    type: 'string',
    minLength: bound(question.min) ?? 1,
    maxLength: longest(question, kind),
  }),
})

/** What browsers may offer to fill in (WCAG 1.3.5). */
const autocomplete: Readonly<Record<string, string>> = {
  'person.name': 'name',
  'organisation.name': 'organization',
}

export const textKind = fieldKind(words('text', 1))
export const longTextKind = fieldKind(words('long_text', 5))
