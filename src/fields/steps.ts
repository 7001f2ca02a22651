/** The pages of a form. Which there are depends on the answers. */
import type { FieldProblem } from '#kernel/problem.ts'
import type { FormDefinition, Section, Words } from './form.ts'
import type { Walk } from './walk.ts'

export type Step = {
  /** Of its address: the name of its section, or of its question. */
  readonly key: string
  readonly title: Words
  readonly sections: readonly Section[]
  /** Names of the questions that stand on it, asked or not: a condition may bring them up while the page is filled in. */
  readonly questions: ReadonlySet<string>
}

const step = (key: string, title: Words, sections: readonly Section[], names: readonly string[]): Step => ({
  key,
  title,
  sections,
  questions: new Set(names),
})

const namesOf = (section: Section) => section.questions.map((one) => one.name)

/** A page for each question; those the platform may know share the first page of their section, rows stay together. */
function oneByOne(section: Section): readonly Step[] {
  if (section.repeat) return [step(section.name, section.title, [section], namesOf(section))]
  const known = section.questions.filter((one) => one.known)
  const others = section.questions.filter((one) => !one.known && one.kind !== 'computed')
  return [
    ...(known.length > 0
      ? [
          step(
            section.name,
            section.title,
            [section],
            known.map((one) => one.name),
          ),
        ]
      : []),
    ...others.map((one) => step(one.name, one.label, [section], [one.name])),
  ]
}

/** All there could be, in order. */
export function allSteps({ layout, sections }: FormDefinition): readonly Step[] {
  const [first] = sections
  if (layout === 'page' && first) return [step(first.name, first.title, sections, sections.flatMap(namesOf))]
  if (layout === 'questions') return sections.flatMap(oneByOne)
  return sections.map((section) => step(section.name, section.title, [section], namesOf(section)))
}

/** Those on which something is asked. A repeated section is a page even before it has rows. */
export const stepsOf = (form: FormDefinition, { spots, sections }: Walk): readonly Step[] =>
  allSteps(form).filter(
    (one) =>
      one.sections.some((section) => section.repeat && sections.has(section.name)) ||
      spots.some(({ asked, question }) => asked && question.kind !== 'computed' && one.questions.has(question.name)),
  )

export const stepAt = (steps: readonly Step[], key: string): Step | undefined => steps.find((one) => one.key === key)
export const stepAfter = (steps: readonly Step[], key: string): Step | undefined =>
  steps[steps.findIndex((one) => one.key === key) + 1]
export const stepBefore = (steps: readonly Step[], key: string): Step | undefined =>
  steps[steps.findIndex((one) => one.key === key) - 1]

/** The page itself, or where one lands when it is no longer asked: the next one that is, or the last. */
export function stepNear(form: FormDefinition, steps: readonly Step[], key: string): Step | undefined {
  const all = allSteps(form).map((one) => one.key)
  const from = all.indexOf(key)
  return steps.find((one) => all.indexOf(one.key) >= from) ?? steps.at(-1)
}

/** The last name of a path is the question's, or the section's when a row is missing or too many. */
const stands = (one: Step, path: string) =>
  one.questions.has(path.split('.').at(-1) ?? '') ||
  one.sections.some((section) => section.repeat && section.name === path)

export const stepOf = (steps: readonly Step[], problem: Pick<FieldProblem, 'path'>): Step | undefined =>
  steps.find((one) => stands(one, problem.path))

export const problemsOn = <P extends Pick<FieldProblem, 'path'>>(one: Step, problems: readonly P[]): readonly P[] =>
  problems.filter((problem) => stands(one, problem.path))

/** Where something is still to be put right. */
export const firstToMend = (steps: readonly Step[], problems: readonly FieldProblem[]): Step | undefined =>
  steps.find((one) => problemsOn(one, problems).length > 0)

/**
 * Questions of the page that the answers just given have brought up: without JavaScript nobody has seen them yet, so the
 * page is shown once more.
 */
export function newlyAsked(one: Step, before: Walk, after: Walk): readonly string[] {
  const seen = new Set(before.spots.filter((spot) => spot.asked).map((spot) => spot.name))
  return after.spots
    .filter(({ asked, name, question }) => asked && one.questions.has(question.name) && !seen.has(name))
    .filter(({ question }) => question.kind !== 'computed')
    .map((spot) => spot.name)
}
