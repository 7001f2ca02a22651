/** What differs between two versions of a service, item by item and field by field. */
import { type ItemPart, keyOf, listAt, type ListPart, type Place } from './draft.ts'
import type { Service } from './service.ts'

export type FieldDifference = { readonly field: string; readonly before: string; readonly after: string }
export type Difference = {
  readonly part: ItemPart
  readonly within?: string | undefined
  readonly key: string
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  readonly fields: readonly FieldDifference[]
}

const listParts: readonly ListPart[] = ['cases', 'components', 'fees', 'reliefs', 'steps', 'results', 'citizenSteps']

type Any = Readonly<Record<string, unknown>>

/** As one would read it out: text as it is, lists by commas, the rest as data. */
const written = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  if (typeof value === 'object' && 'vi' in value && typeof value.vi === 'string')
    return 'en' in value && value.en ? `${value.vi} / ${written(value.en)}` : value.vi
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const fieldsOf = (before: Any, after: Any): FieldDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'questions')
    .map((field) => ({ field, before: written(before[field]), after: written(after[field]) }))
    .filter((one) => one.before !== one.after)

function differencesIn(before: Service, after: Service, place: Place): Difference[] {
  const keyed = (service: Service) =>
    new Map(listAt(service, place).map((item, at) => [keyOf(place, item, at), item] as const))
  const [old, now] = [keyed(before), keyed(after)]
  const common = { part: place.part, within: place.within }
  const added = [...now].filter(([key]) => !old.has(key))
  const removed = [...old].filter(([key]) => !now.has(key))
  const changed = [...now].flatMap(([key, item]): Difference[] => {
    const earlier = old.get(key)
    const fields = earlier ? fieldsOf(earlier, item) : []
    return fields.length > 0 ? [{ ...common, key, change: 'changed', fields }] : []
  })
  const order = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...from.keys()].filter((key) => other.has(key)).join(' ')
  const isMoved = order(old, now) !== order(now, old)
  return [
    ...added.map(([key, item]): Difference => ({ ...common, key, change: 'added', fields: fieldsOf({}, item) })),
    ...removed.map(([key, item]): Difference => ({ ...common, key, change: 'removed', fields: fieldsOf(item, {}) })),
    ...changed,
    ...(isMoved ? [{ ...common, key: '', change: 'moved' as const, fields: [] }] : []),
  ]
}

function headOf({ form, ...service }: Service): Any {
  const {
    cases: _1,
    components: _2,
    fees: _3,
    reliefs: _4,
    steps: _5,
    results: _6,
    citizenSteps: _7,
    ...head
  } = service
  return { ...head, layout: form.layout }
}

export function differencesBetween(before: Service, after: Service): readonly Difference[] {
  const head = fieldsOf(headOf(before), headOf(after))
  const names = new Set([...before.form.sections, ...after.form.sections].map(({ name }) => name))
  const kept = [...names].filter((name) =>
    [before, after].every(({ form }) => form.sections.some((section) => section.name === name)),
  )
  return [
    ...(head.length > 0 ? [{ part: 'head' as const, key: '', change: 'changed' as const, fields: head }] : []),
    ...listParts.flatMap((part) => differencesIn(before, after, { part })),
    ...differencesIn(before, after, { part: 'sections' }),
    ...kept.flatMap((within) => differencesIn(before, after, { part: 'questions', within })),
  ]
}
