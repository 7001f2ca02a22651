/**
 * The draft of a service is one document, changed by pure functions: put an item in its place, move it, take it out. What
 * pointed at something that was taken out no longer does.
 */
import { z } from 'zod'
import { Question, Section } from '#fields/form.ts'
import type { Key } from '#kernel/text.ts'
import { Case, Code, Component, FeeRule, Relief, Service, Step } from './service.ts'

const { results, citizenSteps } = Service.shape

/** `aboutOther`: whether it asks about somebody else than who files. */
const Asked = { aboutOther: z.boolean().optional() }

export const itemSchemas = {
  head: Service.pick({
    title: true,
    lead: true,
    level: true,
    partialReason: true,
    channels: true,
    receivers: true,
    assurance: true,
    minutes: true,
    stepsBasis: true,
    citations: true,
  }).extend({ layout: Service.shape.form.shape.layout }),
  cases: Case,
  components: Component,
  fees: FeeRule,
  reliefs: Relief,
  steps: Step,
  results: results.unwrap(),
  citizenSteps: citizenSteps.unwrap(),
  sections: Section.omit({ questions: true }).extend(Asked),
  questions: Question.extend(Asked),
} as const
export type ItemPart = keyof typeof itemSchemas
export type ListPart = Exclude<ItemPart, 'head'>
export type Item<P extends ItemPart> = z.infer<(typeof itemSchemas)[P]>

/** `within`: the section whose question it is. */
export type Place = { readonly part: ListPart; readonly within?: string | undefined }

type Any = Readonly<Record<string, unknown>>

/** Lists of items whose names may be looked up; steps told to citizens have none and go by their number. */
export function listAt(service: Service, { part, within }: Place): readonly Any[] {
  if (part === 'sections') return service.form.sections
  if (part === 'questions') return service.form.sections.find(({ name }) => name === within)?.questions ?? []
  return service[part]
}

export function keyOf(place: Place, item: Any, at: number): string {
  const key = place.part === 'sections' || place.part === 'questions' ? item['name'] : item['code']
  return typeof key === 'string' ? key : String(at)
}

export const indexOf = (service: Service, place: Place, key: string): number =>
  listAt(service, place).findIndex((item, at) => keyOf(place, item, at) === key)

export const findItem = (service: Service, place: Place, key: string): Any | undefined =>
  listAt(service, place)[indexOf(service, place, key)]

function withList(service: Service, { part, within }: Place, list: readonly Any[]): Service {
  const { form } = service
  if (part === 'sections') return { ...service, form: { ...form, sections: list as Section[] } }
  if (part !== 'questions') return { ...service, [part]: list }
  const sections = form.sections.map((one) => (one.name === within ? { ...one, questions: list as Question[] } : one))
  return { ...service, form: { ...form, sections } }
}

const marked = (others: readonly string[] | undefined, name: string, isOther: boolean): string[] => [
  ...(others ?? []).filter((one) => one !== name),
  ...(isOther ? [name] : []),
]

/** A first question, so that a new section is a section. */
const firstQuestion = (section: string): Question => ({
  name: `${section}_note`,
  kind: 'long_text',
  label: { vi: '…' },
  required: false,
})

/** Puts an item where its name is, or at the end. Names do not change: answers are kept under them. */
export function put(service: Service, place: Place, key: string | null, item: Any): Service {
  const list = listAt(service, place)
  const at = key === null ? -1 : indexOf(service, place, key)
  const { aboutOther, ...bare } = item
  const isOfForm = place.part === 'sections' || place.part === 'questions'
  const nameOf = isOfForm ? { name: key ?? bare['name'] } : 'code' in bare ? { code: key ?? bare['code'] } : {}
  const kept: Any =
    place.part === 'sections' ? { questions: list[at]?.['questions'] ?? [firstQuestion(String(bare['name']))] } : {}
  const made: Any = { ...kept, ...bare, ...nameOf }
  const next = withList(service, place, at < 0 ? [...list, made] : list.with(at, made))
  if (!isOfForm) return next
  return { ...next, aboutOthers: marked(next.aboutOthers, String(made['name']), aboutOther === true) }
}

export function putHead(service: Service, { layout, ...head }: Item<'head'>): Service {
  const { lead: _, partialReason: __, minutes: ___, ...kept } = service
  return { ...kept, ...head, form: { ...service.form, layout } }
}

export function move(service: Service, place: Place, key: string, by: number): Service {
  const list = [...listAt(service, place)]
  const at = indexOf(service, place, key)
  const to = Math.min(Math.max(at + by, 0), list.length - 1)
  const [item] = at < 0 ? [] : list.splice(at, 1)
  if (!item) return service
  list.splice(to, 0, item)
  return withList(service, place, list)
}

const without = (list: readonly string[] | undefined, key: string) => list?.filter((one) => one !== key)
/** Named for some only: when none of them is left it is left out, which would mean all; the proof asks instead. */
const unless = <T extends object, K extends keyof T>(one: T, field: K, key: string): T =>
  one[field] === undefined ? one : { ...one, [field]: without(one[field] as readonly string[], key) }

/** Takes out what pointed at the item. */
function forget(service: Service, { part }: Place, key: string): Service {
  if (part === 'cases')
    return {
      ...service,
      fees: service.fees.map((rule) => unless(rule, 'cases', key)),
      steps: service.steps.map((step) => unless(step, 'cases', key)),
    }
  if (part === 'components' || part === 'sections')
    return {
      ...service,
      cases: service.cases.map((one) => unless(one, part, key)),
      ...(part === 'sections' && { aboutOthers: without(service.aboutOthers, key) ?? [] }),
    }
  if (part === 'fees') return { ...service, reliefs: service.reliefs.map((one) => unless(one, 'fees', key)) }
  if (part === 'steps') return { ...service, steps: service.steps.map((step) => forgetStep(step, key)) }
  return part === 'questions' ? { ...service, aboutOthers: without(service.aboutOthers, key) ?? [] } : service
}

function forgetStep({ onRefusal, onSupplement, ...step }: Step, key: string): Step {
  return {
    ...step,
    after: step.after.filter((one) => one !== key),
    ...(onRefusal !== undefined && onRefusal !== key && { onRefusal }),
    ...(onSupplement !== undefined && onSupplement !== key && { onSupplement }),
  }
}

export function remove(service: Service, place: Place, key: string): Service {
  const at = indexOf(service, place, key)
  if (at < 0) return service
  return forget(withList(service, place, listAt(service, place).toSpliced(at, 1)), place, key)
}

/** A form has a section, a section a question. */
export const objectionToRemove = (service: Service, place: Place): Key | null =>
  (place.part === 'sections' || place.part === 'questions') && listAt(service, place).length <= 1
    ? 'services.draft.last_one'
    : null

export function objectionToPut(service: Service, place: Place, key: string | null, item: Any): Key | null {
  if (place.part === 'questions' && !service.form.sections.some(({ name }) => name === place.within))
    return 'services.draft.item_missing'
  if (key !== null) return indexOf(service, place, key) < 0 ? 'services.draft.item_missing' : null
  if (place.part === 'citizenSteps') return null
  const name = keyOf(place, item, -1)
  const isTaken =
    place.part === 'questions' || place.part === 'sections'
      ? service.form.sections.some((one) => one.name === name || one.questions.some((asked) => asked.name === name))
      : indexOf(service, place, name) >= 0
  if (isTaken) return 'services.draft.code_taken'
  return place.part === 'results' || Code.safeParse(name).success ? null : 'services.draft.code_wrong'
}
