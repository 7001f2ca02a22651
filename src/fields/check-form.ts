/** A whole draft held against its form. The one judge: pages, autosave and partners' systems all ask it. */
import type { FieldProblem } from '#kernel/problem.ts'
import { holds } from './evaluate.ts'
import { type Filled, type Typed, typedAt, typedFor } from './filled.ts'
import type { Answers, FormDefinition } from './form.ts'
import type { Books, Fault } from './kind.ts'
import { kinds } from './kinds.ts'
import { isRequired, type Spot, walk } from './walk.ts'
import { saying } from './words.ts'

export type Checked = {
  readonly problems: readonly FieldProblem[]
  /** Worth a second look; they hold nothing up. */
  readonly warnings: readonly FieldProblem[]
  /** What would be filed: only what was asked. */
  readonly filed: Answers
}

export function checkForm(form: FormDefinition, filled: Filled, books: Books): Checked {
  const { spots, sections, filed } = walk(form, filled.answers, books.today)
  const asked = spots.filter((spot) => spot.asked)
  const tooMany = form.sections.flatMap((section): FieldProblem[] => {
    const rows = filed[section.name]
    const maximum = section.repeat?.max
    return sections.has(section.name) && maximum !== undefined && Array.isArray(rows) && rows.length > maximum
      ? [{ path: section.name, key: 'input.too_many', params: { maximum } }]
      : []
  })
  const at =
    ({ name: path }: Spot) =>
    (fault: Fault): FieldProblem => ({ path, ...fault })
  const problems = asked.flatMap((spot) => {
    const fault = faultOf(spot, filled.unread, books)
    return fault ? [at(spot)(fault)] : []
  })
  return {
    problems: [...tooMany, ...problems],
    warnings: asked.flatMap((spot) => doubtsAt(spot, asked).map(at(spot))),
    filed,
  }
}

function faultOf(spot: Spot, unread: Typed, books: Books): Fault | null {
  const { question, name, answer, scope } = spot
  const { parts, read, check, needed } = kinds[question.kind]
  if (question.kind === 'computed') return null
  if (Object.keys(typedFor(unread, name, parts)).length > 0) {
    const found = read(question, (part) => typedAt(unread, part ? `${name}.${part}` : name), books)
    return found && 'fault' in found ? found.fault : { key: 'input.wrong' }
  }
  if (answer === undefined) {
    if (!isRequired(spot)) return null
    return question.needed ? saying(question.needed) : { key: needed }
  }
  const fault = check(question, answer, books, scope)
  if (fault) return fault
  return question.check && !holds(question.check.holds, withOwn(spot)) ? saying(question.check.fault) : null
}

/** A check speaks of the answer itself, too. */
const withOwn = ({ question, answer, scope }: Spot) => ({
  ...scope,
  answers: { ...scope.answers, [question.name]: answer },
})

function doubtsAt(spot: Spot, asked: readonly Spot[]): readonly Fault[] {
  const of = (what: string) => kinOf(spot, what, asked)?.answer
  return kinds[spot.question.kind].doubts(spot.answer, of)
}

/**
 * What else was said of the same person: known under the same word (`person.number`, `person.birth_day`), or named alike
 * (`child_number`, `child_birth_day`, `child_sex`), in the same section and row.
 */
function kinOf({ question, section, row }: Spot, what: string, asked: readonly Spot[]): Spot | undefined {
  const known = question.known?.replace(/[^.]+$/, what)
  const named = question.name.replace(/(?:person_)?number$/, '') + what
  return asked.find(
    (one) =>
      one.section === section &&
      one.row === row &&
      (one.question.name === named || (known !== undefined && one.question.known === known)),
  )
}
