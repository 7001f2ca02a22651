/** Where the parts of a service are designed. */
import type { ItemPart, ListPart, Place } from './draft.ts'
import type { Fault } from './fault.ts'
import type { Service } from './service.ts'

export const list = '/thiet-ke-dich-vu'
export const servicePath = (procedure: string) => `${list}/${encodeURIComponent(procedure)}`

const words: Readonly<Record<Exclude<ItemPart, 'questions'>, string>> = {
  head: 'chung',
  cases: 'truong-hop',
  components: 'giay-to',
  fees: 'phi',
  reliefs: 'mien-giam',
  steps: 'quy-trinh',
  sections: 'to-khai',
  results: 'ket-qua',
  citizenSteps: 'cac-buoc',
}
/** In the order in which one designs them. */
export const shownParts = Object.keys(words) as Exclude<ItemPart, 'questions'>[]

export const partOf = (word: string): Exclude<ItemPart, 'questions'> | undefined =>
  shownParts.find((part) => words[part] === word)

export const partPath = (procedure: string, part: ItemPart): string =>
  `${servicePath(procedure)}/${words[part === 'questions' ? 'sections' : part]}`

/** `moi`: a new one. */
export const fresh = 'moi'

export const itemPath = (procedure: string, { part, within }: Place, key: string): string =>
  part === 'questions'
    ? `${partPath(procedure, 'sections')}/${within ?? ''}/${encodeURIComponent(key)}`
    : `${partPath(procedure, part)}/${encodeURIComponent(key)}`

/** Where the list stands that an item belongs to. */
export const placePath = (procedure: string, { part, within }: Place): string =>
  part === 'questions' ? itemPath(procedure, { part: 'sections' }, within ?? '') : partPath(procedure, part)

/** The first control of a field that has several. */
function controlOf(field: string): string {
  if (field.startsWith('limits.')) return `${field}.amount`
  const first: Readonly<Record<string, string>> = {
    title: 'title.vi',
    partialReason: 'partialReason.kind',
    stepsBasis: 'stepsBasis.citation',
  }
  return first[field] ?? field
}

/** Where a fault is mended: at its field, when there is one. */
export function faultPath(service: Service, { part, item, field }: Fault): string {
  const { procedure } = service
  const at = field && part !== 'form' ? `#item.${controlOf(field)}` : ''
  if (part === 'form') return formFaultPath(service, item ?? '')
  if (part === 'head' || item === undefined) return `${partPath(procedure, part)}${at}`
  return `${itemPath(procedure, { part: part as ListPart }, item)}${at}`
}

/** A name of the form is a section's or a question's. */
function formFaultPath({ procedure, form }: Service, name: string): string {
  const section = form.sections.find((one) => one.questions.some((question) => question.name === name))
  if (section) return itemPath(procedure, { part: 'questions', within: section.name }, name)
  return form.sections.some((one) => one.name === name)
    ? itemPath(procedure, { part: 'sections' }, name)
    : partPath(procedure, 'sections')
}
