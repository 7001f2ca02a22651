/**
 * What is wrong with a form itself: what its author is told while composing it, and why it may not be published. Every
 * fault names its place, so that an editor can lead there.
 */
import { day } from '#kernel/time.ts'
import type { Key, Params } from '#kernel/text.ts'
import { dayBound } from './day-bound.ts'
import { type ExpressionFault, reserved } from './expression.ts'
import { comparedWith, faultsIn, namesIn, type Type, typeOf } from './expression-check.ts'
import type { FormDefinition, Question, Section } from './form.ts'
import { kinds } from './kinds.ts'
import { isKnownKey, knownKeys } from './known.ts'
import { listCalled } from './list.ts'

/** `at` is the name of the question or the section; `part` what of it: `when`, `choices` … */
export type FormFault = {
  readonly at: string
  readonly part: keyof Question | keyof Section
  readonly key: Key
  readonly params?: Params
}

type Names = Map<string, Type>
/** Of a condition: names known so far, and all there are, to tell a later name from one that does not exist. */
type Around = { readonly known: Names; readonly all: ReadonlyMap<string, Question | null> }

export function faultsOf(form: FormDefinition): readonly FormFault[] {
  const all = new Map<string, Question | null>(form.sections.map((section) => [section.name, null]))
  for (const one of form.sections.flatMap((section) => section.questions)) all.set(one.name, one)
  const known: Names = new Map()
  const faults = [...nameFaults(form)]
  for (const section of form.sections) {
    faults.push(...conditionFaults(section.name, 'when', section.when, 'truth', { known, all }))
    if (section.repeat && section.repeat.min > section.repeat.max)
      faults.push({ at: section.name, part: 'repeat', key: 'fields.fault.min_above_max' })
    const inside: Names = section.repeat ? new Map(known) : known
    for (const question of section.questions) {
      faults.push(...questionFaults(question, section, { known: inside, all }))
      inside.set(question.name, typeOfAnswer(question, inside))
    }
    if (section.repeat) known.set(section.name, 'rows')
  }
  return faults
}

/** What an answer is to conditions that come after it. */
const typeOfAnswer = (question: Question, known: Names): Type => {
  if (question.kind !== 'computed') return kinds[question.kind].type
  const type = typeOf(question.value ?? '', known)
  return type === 'truth' ? 'text' : (type ?? 'thing')
}

/**
 * Names are their own, and none is a word of the language of conditions. Where each question has a page, sections have one
 * beside them.
 */
function nameFaults({ layout, sections }: FormDefinition): readonly FormFault[] {
  const names = sections.flatMap((section) => [
    ...(section.repeat || layout === 'questions' ? [section.name] : []),
    ...section.questions.map((one) => one.name),
  ])
  const keys = sections.map((section) => section.name)
  const twice = (all: readonly string[]) => all.filter((name, at) => all.indexOf(name) !== at)
  return [
    ...[...new Set([...twice(names), ...twice(keys)])].map((at) => ({
      at,
      part: 'name' as const,
      key: 'fields.fault.name_twice' as const,
    })),
    ...names
      .filter((name) => reserved.includes(name))
      .map((at) => ({ at, part: 'name' as const, key: 'fields.fault.name_reserved' as const })),
  ]
}

function questionFaults(question: Question, section: Section, around: Around): readonly FormFault[] {
  const { name: at, kind, when, required, check, value, asOf, known } = question
  const own: Around = { ...around, known: new Map([...around.known, [at, typeOfAnswer(question, around.known)]]) }
  return [
    ...conditionFaults(at, 'when', when, 'truth', around),
    ...conditionFaults(at, 'required', typeof required === 'string' ? required : undefined, 'truth', around),
    ...conditionFaults(at, 'check', check?.holds, 'truth', own),
    ...(kind === 'computed' ? valueFaults(at, value, around) : []),
    ...settingFaults(question),
    ...boundFaults(question),
    ...(asOf !== undefined && around.known.get(asOf) !== 'day'
      ? [{ at, part: 'asOf' as const, key: 'fields.fault.as_of' as const }]
      : []),
    ...(known === undefined ? [] : knownFaults(question, section)),
  ]
}

function conditionFaults(
  at: string,
  part: FormFault['part'],
  text: string | undefined,
  wants: Type,
  around: Around,
): readonly FormFault[] {
  if (text === undefined) return []
  const dead = comparedWith(text).filter(({ name, value }) => {
    const question = around.all.get(name)
    const offers = question && kinds[question.kind].offers?.(question)
    return offers && !offers.includes(value)
  })
  return [
    ...faultsIn(text, around.known, wants).map((one) => said(at, part, one, around)),
    ...dead.map((params): FormFault => ({ at, part, key: 'fields.fault.never', params })),
  ]
}

function said(at: string, part: FormFault['part'], fault: ExpressionFault, { all }: Around): FormFault {
  const { found } = fault
  if (fault.fault === 'unknown_name')
    return all.has(found)
      ? { at, part, key: 'fields.fault.name_later', params: { found } }
      : { at, part, key: 'fields.fault.name_unknown', params: { found } }
  if (fault.fault === 'wrong_type') return { at, part, key: 'fields.fault.wrong_type', params: { found } }
  if (fault.fault === 'too_long') return { at, part, key: 'fields.fault.too_long' }
  return { at, part, key: 'fields.fault.unreadable', params: { at: fault.at + 1, found } }
}

function valueFaults(at: string, value: string | undefined, around: Around): readonly FormFault[] {
  if (value === undefined) return [{ at, part: 'value', key: 'fields.fault.value_missing' }]
  return faultsIn(value, around.known).map((one) => said(at, 'value', one, around))
}

/** Settings of another kind say nothing; choices are needed where one chooses. */
function settingFaults(question: Question): readonly FormFault[] {
  const { name: at, kind, choices, list } = question
  const { settings } = kinds[kind]
  const all = ['min', 'max', 'decimals', 'unit', 'choices', 'list', 'files', 'value', 'asOf'] as const
  const idle = all
    .filter((one) => question[one] !== undefined && !settings.includes(one))
    .map((part): FormFault => ({ at, part, key: 'fields.fault.setting_idle' }))
  if (!settings.includes('choices')) return idle
  if (!choices && !list) return [...idle, { at, part: 'choices', key: 'fields.fault.choices_missing' }]
  if (choices && list) return [...idle, { at, part: 'list', key: 'fields.fault.choices_and_list' }]
  if (list && !listCalled(list))
    return [...idle, { at, part: 'list', key: 'fields.fault.list_unknown', params: { list } }]
  const values = choices?.map((one) => one.value) ?? []
  const twice = values.find((one, n) => values.indexOf(one) !== n)
  return twice === undefined
    ? idle
    : [...idle, { at, part: 'choices', key: 'fields.fault.choice_twice', params: { value: twice } }]
}

/** Any day will do to read a bound that is counted from today. */
const someDay = day('2025-01-01')

function boundFaults({ name: at, kind, min, max }: Question): readonly FormFault[] {
  if (!kinds[kind].settings.includes('min')) return []
  const isDay = kinds[kind].type === 'day'
  const read = (bound: number | string | undefined) =>
    isDay ? (typeof bound === 'string' ? dayBound(bound, someDay) : null) : typeof bound === 'number' ? bound : null
  const unread = (['min', 'max'] as const).filter((part) => {
    const bound = part === 'min' ? min : max
    return bound !== undefined && read(bound) === null
  })
  const [low, high] = [read(min), read(max)]
  return [
    ...unread.map((part): FormFault => ({ at, part, key: 'fields.fault.bound' })),
    ...(low !== null && high !== null && low > high
      ? [{ at, part: 'min' as const, key: 'fields.fault.min_above_max' as const }]
      : []),
  ]
}

function knownFaults({ name: at, kind, known = '' }: Question, section: Section): readonly FormFault[] {
  if (section.repeat) return [{ at, part: 'known', key: 'fields.fault.known_in_rows' }]
  if (!isKnownKey(known)) return [{ at, part: 'known', key: 'fields.fault.known_unknown', params: { known } }]
  const held = Object.hasOwn(knownKeys, known) ? knownKeys[known] : undefined
  return held && !held.includes(kind) ? [{ at, part: 'known', key: 'fields.fault.known_kind', params: { known } }] : []
}

/** The names that conditions of a question or a section speak of. */
export const namesUsedBy = (one: Question | Section): readonly string[] => {
  const own = 'questions' in one ? [one.when] : [one.when, one.value, one.check?.holds, one.required]
  const names = own.flatMap((text) => (typeof text === 'string' ? namesIn(text) : []))
  return 'asOf' in one && one.asOf ? [...names, one.asOf] : names
}
