/**
 * What the buttons inside a form do, each sent under its own name: add or take away a row, take away a file, say that a
 * known value is wrong or right after all. Any of them comes with all that stands on the page, which is kept first.
 */
import { type Filled, rowsOf, type Typed, typedAt } from './filled.ts'
import type { Answers, FormDefinition, Section } from './form.ts'
import type { Knowns } from './known.ts'

export type FormAction =
  | { readonly act: 'add'; readonly section: Section }
  | { readonly act: 'remove'; readonly section: Section; readonly row: number }
  | { readonly act: 'drop'; readonly name: string; readonly upload: string }
  | { readonly act: 'wrong' | 'right'; readonly names: readonly string[] }

/** The names of the buttons. */
export const buttons = { add: '_add', remove: '_remove', drop: '_drop', wrong: '_wrong', right: '_right' } as const

/** `null`: the button of the form itself was pressed. What names nothing in the form is no action either. */
export function actionOf(form: FormDefinition, typed: Typed): FormAction | null {
  const sent = (button: string) => typedAt(typed, button)[0]
  const repeated = (name: string) => form.sections.find((one) => one.repeat && one.name === name)
  const added = repeated(sent(buttons.add) ?? '')
  if (added) return { act: 'add', section: added }
  const [, name = '', row = ''] = /^([a-z0-9_]+)\.(\d{1,3})$/.exec(sent(buttons.remove) ?? '') ?? []
  const removed = repeated(name)
  if (removed) return { act: 'remove', section: removed, row: Number(row) }
  const [, from = '', upload = ''] = /^([a-z0-9_.]+):(.+)$/.exec(sent(buttons.drop) ?? '') ?? []
  if (upload) return { act: 'drop', name: from, upload }
  for (const act of ['wrong', 'right'] as const) {
    const names = knownOf(form, sent(buttons[act]))
    if (names.length > 0) return { act, names }
  }
  return null
}

function knownOf(form: FormDefinition, sent: string | undefined): readonly string[] {
  const names = sent?.split(' ') ?? []
  return form.sections.flatMap((section) =>
    section.questions.filter((one) => one.known && names.includes(one.name)).map((one) => one.name),
  )
}

/** The draft after it, and where on the page one goes on: the id of a control, or none. */
export function afterAction(
  form: FormDefinition,
  filled: Filled,
  action: FormAction,
  knowns: Knowns,
): { readonly filled: Filled; readonly at: string } {
  switch (action.act) {
    case 'add':
      return added(filled, action.section)
    case 'remove':
      return { filled: removed(filled, action.section, action.row), at: action.section.name }
    case 'drop':
      return { filled: dropped(filled, action.name, action.upload), at: action.name }
    case 'wrong':
      return { filled: disputed(form, filled, action.names, knowns), at: action.names[0] ?? '' }
    case 'right':
      return { filled: { ...filled, wrong: filled.wrong.filter((one) => !action.names.includes(one)) }, at: '' }
  }
}

function added(filled: Filled, section: Section) {
  const rows = rowsOf(section, filled.answers)
  if (rows.length >= (section.repeat?.max ?? 0)) return { filled, at: section.name }
  const first = section.questions[0]?.name ?? ''
  const answers: Answers = { ...filled.answers, [section.name]: [...rows, {}] }
  return { filled: { ...filled, answers }, at: `${section.name}.${rows.length}.${first}` }
}

/** The rows below move up, with what was typed in them. */
function removed(filled: Filled, section: Section, row: number): Filled {
  const rows = rowsOf(section, filled.answers)
  const beginning = `${section.name}.`
  const unread = Object.entries(filled.unread).flatMap(([name, typed]) => {
    const [, at = '', rest = ''] =
      (name.startsWith(beginning) && /^(\d+)\.(.+)$/.exec(name.slice(beginning.length))) || []
    if (rest === '' || Number(at) < row) return [[name, typed] as const]
    return Number(at) === row ? [] : [[`${beginning}${Number(at) - 1}.${rest}`, typed] as const]
  })
  const answers: Answers = { ...filled.answers, [section.name]: rows.filter((_, at) => at !== row) }
  return { ...filled, answers, unread: Object.fromEntries(unread) }
}

/** From an answer, and from ids that no longer stand for an upload. */
function dropped(filled: Filled, name: string, upload: string): Filled {
  const { [name]: typed, ...others } = filled.unread
  const left = (typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed).filter((one) => one !== upload)
  const unread = left.length > 0 ? { ...others, [name]: left } : others
  return { ...filled, unread, answers: dropIn(filled.answers, name.split('.'), upload) }
}

function dropIn(answers: Answers, [first = '', ...rest]: readonly string[], upload: string): Answers {
  const here = Object.hasOwn(answers, first) ? answers[first] : undefined
  if (!Array.isArray(here)) return answers
  if (rest.length > 0) {
    const [row, ...inside] = rest
    const rows = (here as readonly Answers[]).map((one, at) => (at === Number(row) ? dropIn(one, inside, upload) : one))
    return { ...answers, [first]: rows }
  }
  const files = (here as readonly { upload?: unknown }[]).filter((one) => one.upload !== upload)
  if (files.length === here.length) return answers
  const { [first]: _, ...others } = answers
  return files.length > 0 ? ({ ...others, [first]: files } as Answers) : others
}

/** What is said to be wrong stands in its control to begin with: most of it is right. */
function disputed(form: FormDefinition, filled: Filled, names: readonly string[], knowns: Knowns): Filled {
  const said = form.sections.flatMap((section) =>
    section.questions.flatMap(({ name, known }) => {
      const fact = names.includes(name) && known && Object.hasOwn(knowns, known) ? knowns[known] : undefined
      return fact ? [[name, fact.value] as const] : []
    }),
  )
  return {
    ...filled,
    answers: { ...filled.answers, ...Object.fromEntries(said) },
    wrong: [...new Set([...filled.wrong, ...names])],
  }
}
