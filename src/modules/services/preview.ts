/** A form tried out by whoever designs it: filled in for one case, judged, and nothing kept. */
import { checkForm } from '#fields/check-form.ts'
import { actionOf, afterAction } from '#fields/form-action.ts'
import type { FormDefinition } from '#fields/form.ts'
import { type Filled, nothingYet, type Typed } from '#fields/filled.ts'
import type { Books } from '#fields/kind.ts'
import { type FormPage, formPage } from '#fields/page.ts'
import { readAnswers } from '#fields/read-answers.ts'
import type { Step } from '#fields/steps.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import type { Case, Service } from './service.ts'

/** The sections that a case asks, all on one page. */
export function formOfCase({ form }: Service, chosen: Case): FormDefinition {
  const sections = form.sections.filter(({ name }) => chosen.sections?.includes(name) ?? true)
  return { layout: 'page', sections: sections.length > 0 ? sections : form.sections.slice(0, 1) }
}

const wholePage = ({ sections }: FormDefinition): Step => ({
  key: 'all',
  title: { vi: '' },
  sections,
  questions: new Set(sections.flatMap(({ questions }) => questions.map(({ name }) => name))),
})

/** `null`: opened for the first time, so nothing is held against it yet. */
export function previewOf(form: FormDefinition, books: Books, typed: Typed | null): FormPage {
  const step = wholePage(form)
  const page = (filled: Filled, problems: readonly FieldProblem[]) =>
    formPage({ form, step, filled, knowns: {}, books }, problems)
  if (!typed) return page(nothingYet, [])
  const filled = readAnswers({ form, filled: nothingYet, knowns: {}, books, page: step.questions }, typed)
  const action = actionOf(form, typed)
  if (action) return page(afterAction(form, filled, action, {}).filled, [])
  return page(filled, checkForm(form, filled, books).problems)
}
