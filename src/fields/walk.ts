/**
 * Once through a form with its answers, in order: what is asked, what counts. A condition sees only what was asked and
 * answered before it, so there are no circles; an answer to a question that is no longer asked counts for nothing.
 */
import type { Day } from '#kernel/time.ts'
import { holds, type Scope, worth } from './evaluate.ts'
import { answerAt, nameOf, type Blank, rowsOf } from './filled.ts'
import type { Answer, Answers, FormDefinition, Question, Section } from './form.ts'

export type Spot = Blank & {
  readonly name: string
  readonly asked: boolean
  /** What counts here. */
  readonly scope: Scope
  /** Also when it is not asked: a draft keeps it. */
  readonly answer: Answer | undefined
}

export type Walk = {
  readonly spots: readonly Spot[]
  /** Names of the sections that are asked. */
  readonly sections: ReadonlySet<string>
  /** Only what was asked, with what was computed: what is filed. */
  readonly filed: Answers
}

type Counted = Record<string, Answer | readonly Answers[]>
type Tour = { readonly answers: Answers; readonly today: Day; readonly filed: Counted; readonly spots: Spot[] }

export function walk(form: FormDefinition, answers: Answers, today: Day): Walk {
  const tour: Tour = { answers, today, filed: {}, spots: [] }
  const sections = new Set<string>()
  for (const section of form.sections) {
    const asked = !section.when || holds(section.when, { answers: tour.filed, today })
    if (asked) sections.add(section.name)
    if (section.repeat) walkRows(section, asked, tour)
    else
      for (const question of section.questions)
        visit({ section, question, row: null }, asked, tour, tour.filed, tour.filed)
  }
  return { spots: tour.spots, sections, filed: tour.filed }
}

/** One row more than there may be is looked at, and no further. */
function walkRows(section: Section, asked: boolean, tour: Tour) {
  const rows = rowsOf(section, tour.answers).slice(0, (section.repeat?.max ?? 0) + 1)
  const counted = rows.map((_, row) => {
    const own: Counted = {}
    const seen: Counted = { ...tour.filed }
    for (const question of section.questions) {
      visit({ section, question, row }, asked, tour, seen, own)
      const counts = own[question.name]
      if (counts !== undefined) seen[question.name] = counts
    }
    return own
  })
  if (asked && counted.length > 0) tour.filed[section.name] = counted
}

/** `seen` is what counts for its condition; the answer, if it counts, goes into `counted`. */
function visit(blank: Blank, sectionAsked: boolean, { answers, today, spots }: Tour, seen: Counted, counted: Counted) {
  const { question } = blank
  const scope: Scope = { answers: seen, today }
  const asked = sectionAsked && (!question.when || holds(question.when, scope))
  const answer = question.kind === 'computed' ? computed(question, scope) : answerAt(blank, answers)
  if (asked && answer !== undefined) counted[question.name] = answer
  spots.push({ ...blank, name: nameOf(blank), asked, scope, answer })
}

function computed(question: Question, scope: Scope): Answer | undefined {
  const value = worth(question.value ?? '', scope)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

/** Whether an answer is needed; what follows from others is never asked. */
export const isRequired = ({ question, scope }: Pick<Spot, 'question' | 'scope'>): boolean =>
  question.kind !== 'computed' &&
  (typeof question.required === 'string' ? holds(question.required, scope) : question.required !== false)
