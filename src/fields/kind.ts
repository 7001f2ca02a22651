/**
 * What every kind of question is made of. Nothing else in the house asks which kind a question is: it looks the kind up
 * in the table (`kinds.ts`) and uses its faces.
 */
import type { ComponentChildren, FunctionComponent } from 'preact'
import type { Key, Params } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { Scope } from './evaluate.ts'
import type { Type } from './expression-check.ts'
import type { Answer, FileAnswer, Question, QuestionKind } from './form.ts'
import type { UploadItem } from '#ui/upload-field.tsx'
import type { PlaceBook } from './place-book.ts'

export type Option = { readonly value: string; readonly label: string }

/** What questions are looked up in: made once for a request, so that pages stay pure. */
export type Books = {
  readonly today: Day
  readonly places: PlaceBook
  /** Organisation units one may choose, by slug. */
  readonly units: readonly Option[]
  /** Finished uploads of whoever fills in, by id. */
  readonly uploads: ReadonlyMap<string, FileAnswer>
  /** What became of each file that was sent, ready or not, and how large one may be: for pages on which files are chosen. */
  readonly sent?: { readonly items: ReadonlyMap<string, UploadItem>; readonly megabytes: number }
}

/** What something offered or asked for rests on; `verified: false` is an assumption, and staff are told so. */
export type Basis = { readonly citation: string; readonly verified: boolean }

export type Fault = { readonly key: Key; readonly params?: Params }

/** What was sent for one question: `''` is its own name, `day` stands for `born.day`. */
export type Sent = (part: string) => readonly string[]

/** `null`: nothing was typed. */
export type Read<A> = { readonly answer: A } | { readonly fault: Fault } | null

/** What stands in the controls, by part. */
export type Written = Readonly<Record<string, string | readonly string[]>>

export type JsonSchema = { readonly [word: string]: unknown }

export type AskProps = {
  readonly question: Question
  /** Of the control: `children.0.name`. */
  readonly name: string
  readonly optional: boolean
  readonly books: Books
  /** The answers that count here. */
  readonly scope: Scope
  readonly answer: Answer | undefined
}

/** What may be said of a question beyond its name, kind, words and conditions. */
export type Setting = 'min' | 'max' | 'decimals' | 'unit' | 'choices' | 'list' | 'files' | 'value' | 'asOf'

export type Faces<A extends Answer> = {
  readonly kind: QuestionKind
  /** What an answer is in expressions. */
  readonly type: Type
  /** What is sent for it; `''` is the name itself. */
  readonly parts: readonly string[]
  readonly settings: readonly Setting[]
  /** Written by hand into one box: what fits one of these may fit another. */
  readonly byHand: boolean
  /** Said when nothing was answered, unless the question says it better. */
  readonly needed: Key
  /** All one may ever choose from, where one chooses. */
  readonly offers?: (question: Question) => readonly string[]
  /** The dated data by which it is offered or checked, where there is such. */
  readonly restsOn?: (question: Question, on: Day) => Basis | undefined
  readonly is: (answer: unknown) => answer is A
  /** What was typed, as an answer or as a fault: only its form, never its bounds. */
  readonly read: (question: Question, sent: Sent, books: Books) => Read<A>
  /** Why the answer will not do, though it has the right form. */
  readonly check: (question: Question, answer: A, books: Books, scope: Scope) => Fault | null
  readonly ask: FunctionComponent<AskProps>
  readonly show: (question: Question, answer: A, books: Books) => ComponentChildren
  readonly write: (answer: A) => Written
  readonly jsonSchema: (question: Question) => JsonSchema
  /** What it does not agree with: `of('birth_day')` is what was said of the same person. Warnings only. */
  readonly doubts?: (answer: A, of: (what: string) => unknown) => readonly Fault[]
}

export type FieldKind = Omit<Faces<Answer>, 'is' | 'check' | 'doubts'> & {
  /** Any answer, also one from a partner's system or of an older form. */
  readonly check: (question: Question, answer: unknown, books: Books, scope: Scope) => Fault | null
  readonly doubts: (answer: unknown, of: (what: string) => unknown) => readonly Fault[]
}

/** The faces, made safe for an answer of any form: it is wrong, shows as nothing and writes nothing. */
export function fieldKind<A extends Answer>({ is, check, show, write, doubts, ...faces }: Faces<A>): FieldKind {
  return {
    ...faces,
    check: (question, answer, books, scope) =>
      is(answer) ? check(question, answer, books, scope) : { key: 'input.wrong' },
    show: (question, answer, books) => (is(answer) ? show(question, answer, books) : null),
    write: (answer) => (is(answer) ? write(answer) : {}),
    doubts: (answer, of) => (doubts && is(answer) ? doubts(answer, of) : []),
  }
}

export const isText = (answer: unknown): answer is string => typeof answer === 'string'
export const isNumber = (answer: unknown): answer is number => typeof answer === 'number' && Number.isFinite(answer)
export const isTextList = (answer: unknown): answer is readonly string[] =>
  Array.isArray(answer) && answer.every((one) => typeof one === 'string')

/** What was typed in one box, without what nobody means: blanks around it and the line ends of Windows. */
export const plain = (sent: Sent, part = ''): string => (sent(part)[0] ?? '').replaceAll('\r\n', '\n').trim()
