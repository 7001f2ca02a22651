/** A page of a form with all that it needs to be drawn. */
import type { FieldProblem } from '#kernel/problem.ts'
import { namesIn } from './expression-check.ts'
import type { Filled, Typed } from './filled.ts'
import { answerTo } from './evaluate.ts'
import type { Answers, FormDefinition, Section } from './form.ts'
import { kinds } from './kinds.ts'
import type { Books } from './kind.ts'
import { factFor, type Knowns, withKnown } from './known.ts'
import { typedOf } from './read-answers.ts'
import { problemsOn, type Step } from './steps.ts'
import { type Spot, type Walk, walk } from './walk.ts'
import { inWords } from './words.ts'

export type FormPage = {
  readonly form: FormDefinition
  readonly step: Step
  readonly filled: Filled
  readonly knowns: Knowns
  readonly books: Books
  readonly walk: Walk
  readonly typed: Typed
  /** Of this page only; none while it is filled in for the first time. */
  readonly problems: readonly FieldProblem[]
}

type Asked = Pick<FormPage, 'form' | 'step' | 'knowns' | 'books'> & { readonly filled: Filled }

/** `problems` of the whole form may be given; those of other pages are left out. */
export function formPage(asked: Asked, problems: readonly FieldProblem[] = []): FormPage {
  const { form, step, knowns, books } = asked
  const filled = withKnown(form, asked.filled, knowns, books)
  return {
    ...asked,
    filled,
    walk: walk(form, filled.answers, books.today),
    typed: typedOf(form, filled),
    problems: problemsOn(step, problems),
  }
}

export const spotsOn = ({ walk: { spots }, step }: FormPage, section: Section): readonly Spot[] =>
  spots.filter((spot) => spot.section === section && step.questions.has(spot.question.name))

export const factAt = (page: FormPage, { section, question }: Pick<Spot, 'section' | 'question'>) =>
  factFor(section, question, page)

/** In a list of several the label says which of them, so that a fault in the summary can be found. */
function labelOf({ section, question, row }: Spot, rows: number): string {
  const label = inWords(question.label)
  return row !== null && rows > 1 && section.repeat ? `${label} (${inWords(section.repeat.one)} ${row + 1})` : label
}

/** The words of all controls of the page, by their names. To be called while rendering. */
export function wordsOf(page: FormPage): { labels: Record<string, string>; hints: Record<string, string> } {
  const labels: Record<string, string> = {}
  const hints: Record<string, string> = {}
  for (const section of page.step.sections) {
    const spots = spotsOn(page, section)
    const rows = new Set(spots.map((spot) => spot.row)).size
    if (section.repeat) labels[section.name] = inWords(section.title)
    for (const spot of spots) {
      labels[spot.name] = labelOf(spot, rows)
      if (spot.question.hint) hints[spot.name] = inWords(spot.question.hint)
    }
  }
  return { labels, hints }
}

/** What the conditions of the page speak of and the page itself does not ask. */
export function answersElsewhere(page: FormPage): Answers {
  const { step, walk: walked, form } = page
  const spots = form.sections.flatMap((section) => spotsOn(page, section))
  const conditions = [
    ...step.sections.map((section) => section.when),
    ...spots.flatMap(({ question }) => [question.when, question.value]),
  ]
  const names = new Set(conditions.flatMap((one) => (one ? namesIn(one) : [])))
  const live = new Set(spots.filter((spot) => !factAt(page, spot)).map((spot) => spot.question.name))
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const answer = live.has(name) ? undefined : answerTo(walked.filed, name)
      const counted = Array.isArray(answer) && form.sections.some((one) => one.repeat && one.name === name)
      return answer === undefined ? [] : [[name, counted ? answer.map(() => ({})) : answer]]
    }),
  ) as Answers
}

/** The page posts files. */
export const hasFiles = ({ step }: FormPage): boolean =>
  step.sections.some((section) =>
    section.questions.some((one) => step.questions.has(one.name) && kinds[one.kind].type === 'rows'),
  )
