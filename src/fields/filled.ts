/** What somebody has filled in so far: answers, and what they typed that is no answer yet. */
import type { Answer, Answers, FormDefinition, Question, Section } from './form.ts'
import { answerTo } from './evaluate.ts'

/** As sent by a form: by the name of the control. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export type Filled = {
  readonly answers: Answers
  /** Typed, but not readable as an answer: kept as it was, so that it can be put right on any device. */
  readonly unread: Typed
  /** Questions whose known value was reported wrong; they are asked. */
  readonly wrong: readonly string[]
}

export const nothingYet: Filled = { answers: {}, unread: {}, wrong: [] }

const isRow = (one: unknown): one is Answers => one !== null && typeof one === 'object' && !Array.isArray(one)

/** The rows of a repeated section, as many as there must be at least. */
export function rowsOf(section: Section, answers: Answers): readonly Answers[] {
  const kept = answerTo(answers, section.name)
  const rows = Array.isArray(kept) ? kept.map((one: unknown) => (isRow(one) ? one : {})) : []
  const missing = Math.max(0, (section.repeat?.min ?? 0) - rows.length)
  return [...rows, ...Array.from({ length: missing }, () => ({}))]
}

/** Where something is to be filled in: a question, and the row when its section is repeated. */
export type Blank = { readonly section: Section; readonly question: Question; readonly row: number | null }

/** Of its control: `birth_day`, or `children.0.name`. */
export const nameOf = ({ section, question, row }: Blank): string =>
  row === null ? question.name : `${section.name}.${row}.${question.name}`

/** All blanks of a form, in order, with so many rows in each repeated section. */
export const blanksOf = (form: FormDefinition, rows: (section: Section) => number): readonly Blank[] =>
  form.sections.flatMap((section) => {
    const at = section.repeat ? Array.from({ length: rows(section) }, (_, row) => row) : [null]
    return at.flatMap((row) => section.questions.map((question) => ({ section, question, row })))
  })

/** The answer there, of whatever form it is. */
export function answerAt({ section, question, row }: Blank, answers: Answers): Answer | undefined {
  const within = row === null ? answers : (rowsOf(section, answers)[row] ?? {})
  return answerTo(within, question.name) as Answer | undefined
}

const without = (answers: Answers, name: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([one]) => one !== name))

const withOne = (answers: Answers, name: string, answer: Answer | undefined): Answers =>
  answer === undefined ? without(answers, name) : { ...answers, [name]: answer }

/** The answers with this one in its place, or without it. */
export function put(blank: Blank, answers: Answers, answer: Answer | undefined): Answers {
  const { section, question, row } = blank
  if (answer === undefined && answerAt(blank, answers) === undefined) return answers
  if (row === null) return withOne(answers, question.name, answer)
  const own = (one: Answers, at: number) => (at === row ? withOne(one, question.name, answer) : one)
  return { ...answers, [section.name]: rowsUpTo(section, row, answers).map(own) }
}

function rowsUpTo(section: Section, row: number, answers: Answers): readonly Answers[] {
  const rows = rowsOf(section, answers)
  return [...rows, ...Array.from({ length: Math.max(0, row + 1 - rows.length) }, () => ({}))]
}

/** The answers with the row of the blank, though nothing stands in it that could be read. */
export const withRow = ({ section, row }: Blank, answers: Answers): Answers =>
  row === null ? answers : { ...answers, [section.name]: rowsUpTo(section, row, answers) }

/** The names under which parts of a control are sent. */
export const partNames = (name: string, parts: readonly string[]): readonly string[] =>
  parts.map((part) => (part ? `${name}.${part}` : name))

export const typedAt = (typed: Typed, name: string): readonly string[] => {
  const found = Object.hasOwn(typed, name) ? typed[name] : undefined
  return found === undefined ? [] : typeof found === 'string' ? [found] : found
}

/** What of it was typed for one control. */
export const typedFor = (typed: Typed, name: string, parts: readonly string[]): Typed =>
  Object.fromEntries(
    partNames(name, parts).flatMap((one) => {
      const found = Object.hasOwn(typed, one) ? typed[one] : undefined
      return found === undefined ? [] : [[one, found]]
    }),
  )

export const withoutTyped = (typed: Typed, name: string, parts: readonly string[]): Typed => {
  const gone = new Set(partNames(name, parts))
  return Object.fromEntries(Object.entries(typed).filter(([one]) => !gone.has(one)))
}
