/** An item as its form shows it: the other way round from `typed.ts`, so that what is saved unchanged is unchanged. */
import type { Values } from '#ui/form.tsx'
import type { ItemPart } from './draft.ts'

type Raw = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

const choiceLine = (choice: unknown): string => {
  if (!isRecord(choice) || !isRecord(choice['label'])) return ''
  const { vi, en } = choice['label']
  return [choice['value'], vi, ...(en ? [en] : [])].join(' | ')
}

const stepLine = (step: unknown): string => (isRecord(step) ? `${String(step['from'])}: ${String(step['each'])}` : '')

const lines = (list: unknown, line: (one: unknown) => string) =>
  Array.isArray(list) ? list.map(line).join('\n') : undefined

function asShown(part: ItemPart, item: Raw): Raw {
  if (part === 'head') return { ...item, citations: lines(item['citations'], String) }
  if (part === 'fees' && Array.isArray(item['amount']))
    return { ...item, amount: undefined, tiers: lines(item['amount'], stepLine) }
  if (part !== 'questions') return item
  const { required, choices } = item
  const isWhen = typeof required === 'string'
  return {
    ...item,
    choices: lines(choices, choiceLine),
    required: isWhen ? 'when' : required === false ? 'no' : 'yes',
    ...(isWhen && { requiredWhen: required }),
  }
}

function flat(raw: Raw, at: string): [string, Values[string]][] {
  return Object.entries(raw).flatMap(([name, value]): [string, Values[string]][] => {
    const path = `${at}.${name}`
    if (isRecord(value)) return flat(value, path)
    if (Array.isArray(value)) return [[path, value.map(String)]]
    return [[path, value as Values[string]]]
  })
}

/** By the names of the form's fields: `item.title.vi`. */
export const itemWritten = (part: ItemPart, item: Raw): Values => Object.fromEntries(flat(asShown(part, item), 'item'))
