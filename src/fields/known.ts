/** What the platform knows already: shown as text with its source and time, asked only when it was reported wrong. */
import type { Answer, Answers, FormDefinition, Question, QuestionKind, Section, Words } from './form.ts'
import type { Filled } from './filled.ts'
import type { Books } from './kind.ts'
import { kinds } from './kinds.ts'
import { readAgain } from './read-again.ts'

export type KnownFact = {
  readonly value: Answer
  /** Who says so: "Cơ sở dữ liệu quốc gia về dân cư". */
  readonly says: Words
  readonly at: Date
}
export type Knowns = { readonly [key: string]: KnownFact | undefined }

/** What may be known, and the kinds of question that can hold it. Results of earlier dossiers come by their code, `KQ.…`. */
export const knownKeys: Readonly<Record<string, readonly QuestionKind[]>> = {
  'person.name': ['text'],
  'person.number': ['person_number', 'text'],
  'person.birth_day': ['day'],
  'person.sex': ['choice'],
  'person.ethnic_group': ['choice', 'text'],
  'person.nationality': ['text', 'choice'],
  'person.residence': ['place', 'text'],
  'person.phone': ['phone'],
  'person.email': ['email'],
  'organisation.name': ['text'],
  'organisation.code': ['organisation_code', 'text'],
  'organisation.address': ['place', 'text'],
}

export const isKnownKey = (key: string) => Object.hasOwn(knownKeys, key) || /^KQ\.[A-Z0-9.]+$/.test(key)

type Around = { readonly filled: Filled; readonly knowns: Knowns; readonly books: Books }

/** The fact that answers a question, unless it was reported wrong or would not do as an answer. */
export function factFor(section: Section, question: Question, around: Around): KnownFact | null {
  const { filled, knowns, books } = around
  if (section.repeat || !question.known || filled.wrong.includes(question.name)) return null
  const fact = Object.hasOwn(knowns, question.known) ? knowns[question.known] : undefined
  if (!fact) return null
  const scope = { answers: filled.answers, today: books.today }
  return kinds[question.kind].check(question, fact.value, books, scope) ? null : fact
}

/** What was filled in, with what is known in its place; what can be read only by now counts. */
export function withKnown(form: FormDefinition, typed: Filled, knowns: Knowns, books: Books): Filled {
  const filled = readAgain(form, typed, books)
  const told = form.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      const fact = factFor(section, question, { filled, knowns, books })
      return fact ? [[question.name, fact.value] as const] : []
    }),
  )
  const answers: Answers = { ...filled.answers, ...Object.fromEntries(told) }
  return { ...filled, answers }
}
