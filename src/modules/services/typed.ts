/**
 * An item as a form sends it, made into an item as it is kept: what was left empty is absent, figures are numbers, ticked
 * boxes are true, lines are lists. What another system sends has that form already and passes as it is.
 */
import type { ItemPart } from './draft.ts'

type Raw = Record<string, unknown>
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

const figures = ['originals', 'copies', 'hours', 'percent', 'cap', 'minutes', 'assurance', 'decimals', 'amount', 'most']
const ticks = ['optional', 'digitise', 'verified', 'noPapers', 'aboutOther', 'sameDay']
const lists = ['components', 'channels', 'cases', 'sections', 'classes', 'fees', 'after', 'receivers']
const days = ['validFrom', 'validTo', 'until']

const isEmpty = (value: unknown): boolean =>
  value === '' || value === undefined || (isRecord(value) && Object.keys(value).length === 0)

const asNumber = (text: string): unknown => {
  const plain = text.trim().replaceAll(/\s/g, '')
  const number = Number(/^\d{1,3}(\.\d{3})+$/.test(plain) ? plain.replaceAll('.', '') : plain.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

const inTwo = (text: unknown) => (typeof text === 'string' ? text.padStart(2, '0') : '')
const asDay = (value: unknown): unknown =>
  isRecord(value) && typeof value['year'] === 'string' && value['year'] !== ''
    ? `${value['year']}-${inTwo(value['month'])}-${inTwo(value['day'])}`
    : value

const asList = (value: unknown): unknown => (Array.isArray(value) ? value.filter((one) => one !== '') : [value])

function fieldOf(name: string, value: unknown): unknown {
  if (days.includes(name)) return asDay(value)
  if (ticks.includes(name)) return value === 'true' ? true : value
  if (lists.includes(name)) return asList(value)
  if (typeof value === 'string') return figures.includes(name) ? asNumber(value) : value
  return value
}

/** Nothing that was left empty, at any depth; a group of which nothing is left goes too. */
function tidied(raw: Raw): Raw {
  const made: Raw = {}
  for (const [name, value] of Object.entries(raw)) {
    const inner = isRecord(value) && !days.includes(name) ? tidied(value) : fieldOf(name, value)
    const isUnset = days.includes(name) && isRecord(inner)
    if (!isEmpty(inner) && !isUnset) made[name] = inner
  }
  return made
}

const linesOf = (value: unknown): string[] =>
  typeof value === 'string' ? value.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : [])) : []

/** `value | Nhãn | Label`, one a line. */
const choiceOf = (line: string) => {
  const [value = '', vi = '', en = ''] = line.split('|').map((cell) => cell.trim())
  return { value, label: { vi: vi || value, ...(en && { en }) } }
}

/** `3: 1000`, one a line: from the third on a thousand each. */
const stepOf = (line: string) => {
  const [from = '', each = ''] = line.split(':')
  return { from: asNumber(from), each: asNumber(each) }
}

const validity = (item: Raw): Raw => ({ validFrom: null, validTo: null, ...item })

/** A channel has a limit when an amount was given. */
const limitsOf = (limits: unknown): Raw =>
  isRecord(limits)
    ? Object.fromEntries(
        Object.entries(limits).flatMap(([channel, limit]) =>
          isRecord(limit) && 'amount' in limit ? [[channel, { citation: '', verified: false, ...limit }]] : [],
        ),
      )
    : {}

function questionOf({ choices, required, requiredWhen, files, min, max, ...item }: Raw): Raw {
  const asBound = (bound: unknown) => (typeof bound === 'string' ? asNumber(bound) : bound)
  return {
    ...item,
    ...(typeof choices === 'string'
      ? { choices: linesOf(choices).map(choiceOf) }
      : choices !== undefined && { choices }),
    ...(required === 'when'
      ? { required: requiredWhen }
      : required !== undefined && { required: required === 'no' ? false : required === 'yes' ? true : required }),
    ...(isRecord(files) && { files: { most: 1, ...files } }),
    ...(min !== undefined && { min: asBound(min) }),
    ...(max !== undefined && { max: asBound(max) }),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const repeatOf = ({ repeat, ...item }: Raw): Raw =>
  isRecord(repeat) && 'max' in repeat
    ? {
        ...item,
        repeat: { ...repeat, min: asNumber(textOf(repeat['min'] ?? 0)), max: asNumber(textOf(repeat['max'])) },
      }
    : item

const shapes: Readonly<Partial<Record<ItemPart, (item: Raw) => Raw>>> = {
  head: ({ citations, ...item }) => ({
    channels: [],
    ...item,
    citations: Array.isArray(citations) ? citations : linesOf(citations),
  }),
  cases: (item) => ({ components: [], ...item, limits: limitsOf(item['limits']) }),
  components: (item) => ({ originals: 0, copies: 0, ...item }),
  fees: ({ tiers, ...item }) => ({
    verified: false,
    citation: '',
    ...validity(item),
    ...(typeof tiers === 'string' && { amount: linesOf(tiers).map(stepOf) }),
  }),
  reliefs: (item) => ({ verified: false, citation: '', ...validity(item) }),
  steps: (item) => ({ after: [], hours: 0, role: '', ...item }),
  sections: repeatOf,
  questions: questionOf,
}

/** What has a name must say it: an empty one is missed at its own field. */
const spoken: Readonly<Partial<Record<ItemPart, readonly string[]>>> = {
  head: ['title'],
  cases: ['title'],
  components: ['name'],
  fees: ['name'],
  reliefs: ['name'],
  steps: ['title'],
  results: ['name'],
  citizenSteps: ['title', 'text'],
  sections: ['title'],
  questions: ['label'],
}

export function itemTyped(part: ItemPart, raw: unknown): unknown {
  if (!isRecord(raw)) return raw
  const item = tidied(raw)
  for (const words of spoken[part] ?? []) item[words] ??= {}
  if (part === 'head' && isRecord(item['stepsBasis']))
    item['stepsBasis'] = { citation: '', verified: false, ...item['stepsBasis'] }
  return shapes[part]?.(item) ?? item
}
