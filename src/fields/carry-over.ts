/**
 * A draft under another version of its form. What still fits stays where it was; what no longer fits is set aside with the
 * question it answered, so that it can be shown, and comes back when a later version asks for it again.
 */
import {
  answerAt,
  type Blank,
  blanksOf,
  type Filled,
  nameOf,
  partNames,
  put,
  rowsOf,
  type Typed,
  typedAt,
  typedFor,
  withRow,
} from './filled.ts'
import type { Answer, Answers, FormDefinition, Question } from './form.ts'
import type { Books } from './kind.ts'
import { kinds } from './kinds.ts'

/** An answer whose question is gone, or what was typed for one. */
export type Aside = {
  readonly name: string
  readonly question: Question
  readonly answer?: Answer
  /** By the names of the controls it was typed in. */
  readonly typed?: Typed
}

export type Carried = {
  readonly filled: Filled
  readonly aside: readonly Aside[]
  /** What went aside just now: the reader is told. */
  readonly dropped: readonly Aside[]
}

type Forms = { readonly from: FormDefinition; readonly to: FormDefinition }

export function carryOver({ from, to }: Forms, filled: Filled, aside: readonly Aside[], books: Books): Carried {
  let after: Filled = { answers: emptyRows(to, filled.answers), unread: {}, wrong: stillKnown(to, filled.wrong) }
  const left: Aside[] = []
  const dropped: Aside[] = []
  for (const one of [...given(from, filled), ...aside]) {
    const blank = blankCalled(to, one.name)
    const placed = blank && fill(after, blank, one, books)
    if (placed) after = placed
    else {
      left.push(one)
      if (!aside.includes(one)) dropped.push(one)
    }
  }
  return { filled: after, aside: left, dropped }
}

/** All there is in a draft, each with its question. */
function given(form: FormDefinition, { answers, unread }: Filled): readonly Aside[] {
  return blanksOf(form, (section) => rowsOf(section, answers).length).flatMap((blank): Aside[] => {
    const { question } = blank
    const name = nameOf(blank)
    const typed = typedFor(unread, name, kinds[question.kind].parts)
    if (Object.keys(typed).length > 0) return [{ name, question, typed }]
    const answer = question.kind === 'computed' ? undefined : answerAt(blank, answers)
    return answer === undefined ? [] : [{ name, question, answer }]
  })
}

const emptyRows = (to: FormDefinition, answers: Answers): Answers =>
  Object.fromEntries(
    to.sections.flatMap((section) => {
      const rows =
        section.repeat && Object.hasOwn(answers, section.name) ? rowsOf(section, answers).map(() => ({})) : []
      return rows.length > 0 ? [[section.name, rows]] : []
    }),
  )

function stillKnown(to: FormDefinition, wrong: readonly string[]): readonly string[] {
  const known = to.sections.flatMap((section) => section.questions.filter((one) => one.known).map((one) => one.name))
  return wrong.filter((name) => known.includes(name))
}

function blankCalled(form: FormDefinition, name: string): Blank | undefined {
  const [, list, row, own] = /^(.+)\.(\d+)\.(.+)$/.exec(name) ?? []
  const question = own ?? name
  const section = form.sections.find(
    (one) => (one.repeat ? one.name : undefined) === list && one.questions.some((two) => two.name === question),
  )
  const asked = section?.questions.find((one) => one.name === question)
  return section && asked && { section, question: asked, row: row === undefined ? null : Number(row) }
}

/** The draft with this in the blank, or null where it does not fit, or where something stands already. */
function fill(filled: Filled, blank: Blank, one: Aside, books: Books): Filled | null {
  const [was, now] = [kinds[one.question.kind], kinds[blank.question.kind]]
  if (was !== now && !(was.byHand && now.byHand)) return null
  const name = nameOf(blank)
  const taken = Object.keys(typedFor(filled.unread, name, now.parts)).length > 0
  if (taken || answerAt(blank, filled.answers) !== undefined) return null
  const typed = one.typed ?? (one.answer === undefined ? {} : typedAs(name, was.write(one.answer)))
  const read = (of: typeof now, question: Question, from: Typed) =>
    of.read(question, (part) => typedAt(from, part ? `${name}.${part}` : name), books)
  const found = read(now, blank.question, typed)
  if (found && 'answer' in found) {
    const back = read(was, one.question, typedAs(name, now.write(found.answer)))
    const same = back && 'answer' in back && JSON.stringify(back.answer) === JSON.stringify(one.answer)
    return same || one.typed ? { ...filled, answers: put(blank, filled.answers, found.answer) } : null
  }
  const shown = partNames(name, now.parts)
  const fits = one.typed && Object.keys(typed).every((part) => shown.includes(part))
  return fits && was === now
    ? { ...filled, answers: withRow(blank, filled.answers), unread: { ...filled.unread, ...typed } }
    : null
}

const typedAs = (name: string, written: Readonly<Record<string, string | readonly string[]>>): Typed =>
  Object.fromEntries(Object.entries(written).map(([part, text]) => [part ? `${name}.${part}` : name, text]))
