/**
 * A form composed without code: pure operations, each of which gives a new form. They never fail: what names nothing
 * changes nothing, and what would leave a form without sections or a section without questions is not done. Why not, is
 * what the objections say.
 */
import type { Key } from '#kernel/text.ts'
import type { FormDefinition, Question, QuestionKind, Section, Words } from './form.ts'
import { namesUsedBy } from './form-faults.ts'
import { kinds } from './kinds.ts'

/** Sections and questions in one line: the name of the section alone, or of a question in it. */
export type Part = { readonly section: string; readonly question?: string }

const sectionCalled = (form: FormDefinition, name: string): Section | undefined =>
  form.sections.find((one) => one.name === name)

export const questionCalled = (form: FormDefinition, name: string): Question | undefined =>
  form.sections.flatMap((one) => one.questions).find((one) => one.name === name)

const namesIn = (form: FormDefinition): ReadonlySet<string> =>
  new Set(form.sections.flatMap((one) => [one.name, ...one.questions.map((two) => two.name)]))

/** A name that is not taken: `child`, `child_2`, `child_3` … */
export function freeName(form: FormDefinition, wanted: string): string {
  const taken = namesIn(form)
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted.slice(0, 55)}_${n}`
    if (!taken.has(name)) return name
  }
}

const withSections = (form: FormDefinition, sections: readonly Section[]): FormDefinition => ({
  ...form,
  sections: [...sections],
})

const withSection = (form: FormDefinition, name: string, change: (section: Section) => Section): FormDefinition =>
  withSections(
    form,
    form.sections.map((one) => (one.name === name ? change(one) : one)),
  )

/** A question as it begins: what its kind needs to be asked at all. */
export const newQuestion = (name: string, kind: QuestionKind, label: Words): Question => ({
  name,
  kind,
  label,
  ...(kinds[kind].settings.includes('choices') && { choices: [{ value: 'a', label: { vi: 'A' } }] }),
  ...(kinds[kind].settings.includes('value') && { value: '0' }),
})

export const addSection = (form: FormDefinition, section: Section): FormDefinition =>
  namesIn(form).has(section.name) ? form : withSections(form, [...form.sections, section])

export const addQuestion = (form: FormDefinition, section: string, question: Question): FormDefinition =>
  namesIn(form).has(question.name)
    ? form
    : withSection(form, section, (one) => ({ ...one, questions: [...one.questions, question] }))

/** Why it may not go: others speak of it, or nothing would be left. */
export function objectionToRemove(form: FormDefinition, { section, question }: Part): Key | null {
  const held = sectionCalled(form, section)
  if (!held) return null
  const only = question === undefined ? form.sections.length === 1 : held.questions.length === 1
  if (only) return 'fields.edit.last'
  const going = new Set(question === undefined ? [held.name, ...held.questions.map((one) => one.name)] : [question])
  const staying = form.sections.flatMap((one) => [
    ...(going.has(one.name) ? [] : [one]),
    ...one.questions.filter((two) => !going.has(two.name)),
  ])
  return staying.some((one) => namesUsedBy(one).some((name) => going.has(name))) ? 'fields.edit.in_use' : null
}

export function remove(form: FormDefinition, part: Part): FormDefinition {
  const { section, question } = part
  if (objectionToRemove(form, part) !== null) return form
  if (question === undefined)
    return withSections(
      form,
      form.sections.filter((one) => one.name !== section),
    )
  return withSection(form, section, (one) => ({
    ...one,
    questions: one.questions.filter((two) => two.name !== question),
  }))
}

function moved<T extends { readonly name: string }>(of: readonly T[], name: string, by: -1 | 1): T[] {
  const all = [...of]
  const at = all.findIndex((one) => one.name === name)
  const [one, other] = [all[at], all[at + by]]
  if (one && other) [all[at], all[at + by]] = [other, one]
  return all
}

/** One place up or down among its own. Conditions that would then name what comes later are for `faultsOf` to tell. */
export const move = (form: FormDefinition, { section, question }: Part, by: -1 | 1): FormDefinition =>
  question === undefined
    ? withSections(form, moved(form.sections, section, by))
    : withSection(form, section, (one) => ({ ...one, questions: moved(one.questions, question, by) }))

/** To the end of another section. */
export function moveTo(form: FormDefinition, question: string, section: string): FormDefinition {
  const from = form.sections.find((one) => one.questions.some((two) => two.name === question))
  const held = from?.questions.find((one) => one.name === question)
  if (!from || !held || from.questions.length === 1 || from.name === section || !sectionCalled(form, section))
    return form
  const without = withSection(form, from.name, (one) => ({
    ...one,
    questions: one.questions.filter((two) => two.name !== question),
  }))
  return withSection(without, section, (one) => ({ ...one, questions: [...one.questions, held] }))
}

const mayBeCalled = (form: FormDefinition, now: string, name: string) => now === name || !namesIn(form).has(name)

/** Everything of a question at once, as an editor's page sends it. A new name must be free. */
export const changeQuestion = (form: FormDefinition, name: string, question: Question): FormDefinition =>
  mayBeCalled(form, name, question.name)
    ? withSections(
        form,
        form.sections.map((section) => ({
          ...section,
          questions: section.questions.map((one) => (one.name === name ? question : one)),
        })),
      )
    : form

export const changeSection = (
  form: FormDefinition,
  name: string,
  section: Omit<Section, 'questions'>,
): FormDefinition =>
  mayBeCalled(form, name, section.name) ? withSection(form, name, ({ questions }) => ({ ...section, questions })) : form
