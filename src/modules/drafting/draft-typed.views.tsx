/** What stands in the fields of an item, as text: saved, or as somebody typed it. */
import { say, t } from '#kernel/text.ts'
import { dayText } from '#ui/figures.ts'
import type { DraftItem, DraftValue } from './draft.ts'

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

const numberTyped = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

/** Every field by the name it is sent under. */
export function fieldsOf(item: DraftItem): Record<string, string> {
  const values = item.values.flatMap((value, at) =>
    Object.entries(valueFields(value)).map(([name, text]) => [`edit.values.${at}.${name}`, text] as const),
  )
  return {
    'edit.kind': item.kind,
    'edit.ref': item.ref,
    'edit.heading': item.heading,
    'edit.title': item.title,
    'edit.wording': item.wording,
    'edit.unit': item.unit ?? '',
    'edit.period': item.period ?? '',
    'edit.days': item.days.map(({ on }) => dayText(on)).join('; '),
    ...Object.fromEntries(values),
  }
}

const valueFields = (value: DraftValue) => ({
  id: value.id,
  comparator: value.comparator,
  goal: numberTyped(value.goal),
  goalMax: numberTyped(value.goalMax),
  unit: value.unit,
  subject: value.subject,
  level: value.level ?? '',
  deadline: value.deadline ? dayText(value.deadline) : '',
  aim: String(value.aim),
})

export const textOf = (typed: Typed, name: string): string | undefined => {
  const text = typed[name]
  return typeof text === 'string' ? text : text?.[0]
}

const wordOf = (name: string) => {
  const part = name.replace(/^edit\./, '').replace(/\.\d+\./, '.')
  return part === 'title' ? 'plan.draft.name' : `plan.draft.${part}`
}

const ordinal = (name: string, count: number) => {
  const at = /values\.(\d+)\./.exec(name)?.[1]
  return at && count > 1 ? ` (${Number(at) + 1})` : ''
}

/** Choices are shown by their words, not their codes. */
function shownText(name: string, text: string): string {
  const part = name.split('.').at(-1) ?? ''
  const key: Record<string, string> = { comparator: 'comparator', aim: 'aim', period: 'period', kind: 'sheet' }
  return key[part] && text ? say(`plan.draft.${key[part]}.${text}`) : text
}

/** Where what was typed differs from what is saved now. */
export function differencesOf(item: DraftItem, typed: Typed) {
  return Object.entries(fieldsOf(item)).flatMap(([name, saved]) => {
    const mine = textOf(typed, name)
    if (mine === undefined || mine.trim() === saved || name.endsWith('.id')) return []
    const label = `${say(wordOf(name))}${ordinal(name, item.values.length)}`
    return [{ label, theirs: shownText(name, saved), yours: shownText(name, mine) }]
  })
}

export const assumedNote = (item: DraftItem) =>
  item.values.some(({ assumed }) => assumed) ? t('plan.draft.assumed') : null
