/**
 * Publish only what is proven: everything that stands between a draft and being offered, each with the place where it is
 * mended. A service without faults can be filed, carried out in time and refused with a way back.
 */
import type { Key, Params } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { isInForce, ruleApplies } from './fee.ts'
import type { Fault, Part } from './fault.ts'
import { faultsOfExpressions } from './expression-proof.ts'
import { faultsOfForm } from './form-proof.ts'
import { isHeldKey } from './held.ts'
import { hoursWithin, type WorkWeek } from './limit.ts'
import type { Case, Component, Service } from './service.ts'
import { faultsOfSteps, longestHours, stepsOfCase } from './step-graph.ts'

/** What a proof is held against beside the service itself. */
export type World = { readonly on: Day; readonly week: WorkWeek }

function faultsOfHead(service: Service, { on }: World): Fault[] {
  const { general, level, partialReason, citations, title, stepsBasis } = service
  const found: Fault[] = []
  const at = (field: string, says: Key) => void found.push({ part: 'head', field, says })
  if (level === 'partial' && !partialReason) at('partialReason', 'services.fault.no_reason')
  if (partialReason && partialReason.citation === '') at('partialReason', 'services.fault.no_reason_citation')
  if (partialReason?.kind === 'technical' && (partialReason.until ?? '') < on)
    at('partialReason', 'services.fault.reason_without_end')
  if (!citations.some((one) => one !== '')) at('citations', 'services.fault.no_citation')
  if (!title.en && !general) at('title', 'services.fault.no_english')
  if (stepsBasis.citation === '') at('stepsBasis', 'services.fault.no_citation')
  return found
}

const twice = (codes: readonly string[]) => [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]

function faultsOfNames(service: Service): Fault[] {
  const lists = { cases: service.cases, components: service.components, fees: service.fees, reliefs: service.reliefs }
  const named = { ...lists, steps: service.steps, results: service.results }
  return Object.entries(named).flatMap(([part, list]) =>
    twice(list.map(({ code }) => code)).map((item) => ({
      part: part as Part,
      item,
      field: 'code',
      says: 'services.fault.twice' as const,
      params: { code: item },
    })),
  )
}

/** A case has its papers, and for each channel a limit, in force, that its steps keep, and a fee or the word that there is none. */
function faultsOfCase(service: Service, one: Case, world: World): Fault[] {
  const at = (field: string, says: Key, params?: Params): Fault => ({
    part: 'cases',
    item: one.code,
    field,
    says,
    ...(params && { params }),
  })
  const unknown = one.components.filter((code) => !service.components.some((paper) => paper.code === code))
  const sections = one.sections?.filter((name) => !service.form.sections.some((section) => section.name === name)) ?? []
  const isFree = one.components.length === 0 && one.noPapers !== true
  return [
    ...unknown.map((code) => at('components', 'services.fault.unknown_paper', { code })),
    ...sections.map((code) => at('sections', 'services.fault.unknown_section', { code })),
    ...(isFree ? [at('components', 'services.fault.no_papers')] : []),
    ...(one.sections?.length === 0 ? [at('sections', 'services.fault.no_sections')] : []),
    ...faultsOfLimits(service, one, world, at),
  ]
}

type At = (field: string, says: Key, params?: Params) => Fault

function faultsOfLimits(service: Service, one: Case, world: World, at: At): Fault[] {
  const needed = longestHours(stepsOfCase(service.steps, one.code))
  return service.channels.flatMap((channel) => {
    const limit = one.limits[channel]
    const field = `limits.${channel}`
    if (!limit) return service.general ? [] : [at(field, 'services.fault.no_limit', { channel })]
    const given = hoursWithin(limit, world.week)
    const hasFee = service.fees.some((rule) => ruleApplies(rule, { case: one.code, channel, on: world.on }))
    return [
      ...(limit.citation === '' ? [at(field, 'services.fault.no_citation')] : []),
      ...(isInForce(limit, world.on) ? [] : [at(field, 'services.fault.limit_not_in_force', { channel })]),
      ...(needed > given ? [at(field, 'services.fault.too_slow', { channel, needed, given })] : []),
      ...(hasFee ? [] : [at(field, 'services.fault.no_fee', { channel })]),
    ]
  })
}

function faultsOfComponent(service: Service, paper: Component): Fault[] {
  const { code, oneOf, notNeededIfKnown, digitise, citation } = paper
  const at = (field: string, says: Key, params?: Params): Fault => ({
    part: 'components',
    item: code,
    field,
    says,
    ...(params && { params }),
  })
  const others = service.components.filter((one) => one.oneOf === oneOf && one.code !== code)
  const isUsed = service.cases.some(({ components }) => components.includes(code))
  return [
    ...(isUsed ? [] : [at('code', 'services.fault.unused_paper')]),
    ...(citation ? [] : [at('citation', 'services.fault.no_citation')]),
    ...(oneOf !== undefined && others.length === 0 ? [at('oneOf', 'services.fault.one_of_one')] : []),
    ...(notNeededIfKnown !== undefined && !isHeldKey(notNeededIfKnown)
      ? [at('notNeededIfKnown', 'services.fault.unknown_fact', { key: notNeededIfKnown })]
      : []),
    ...(digitise && notNeededIfKnown === undefined ? [at('notNeededIfKnown', 'services.fault.asks_for_result')] : []),
  ]
}

function faultsOfMoney(service: Service, { on }: World): Fault[] {
  const cases = new Set(service.cases.map(({ code }) => code))
  const rules = new Set(service.fees.map(({ code }) => code))
  const unknownIn = (list: readonly string[] | undefined, known: ReadonlySet<string>) =>
    (list ?? []).filter((one) => !known.has(one))
  const fees = service.fees.flatMap((rule): Fault[] => [
    ...unknownIn(rule.cases, cases).map((code) =>
      fee('fees', rule.code, 'cases', 'services.fault.unknown_case', { code }),
    ),
    ...(rule.citation === '' ? [fee('fees', rule.code, 'citation', 'services.fault.no_citation')] : []),
  ])
  const reliefs = service.reliefs.flatMap((one): Fault[] => [
    ...unknownIn(one.fees, rules).map((code) =>
      fee('reliefs', one.code, 'fees', 'services.fault.unknown_fee', { code }),
    ),
    ...(one.citation === '' ? [fee('reliefs', one.code, 'citation', 'services.fault.no_citation')] : []),
    ...((one.validTo ?? on) < on ? [fee('reliefs', one.code, 'validTo', 'services.fault.relief_over')] : []),
  ])
  return [...fees, ...reliefs]
}

const fee = (part: Part, item: string, field: string, says: Key, params?: Params): Fault => ({
  part,
  item,
  field,
  says,
  ...(params && { params }),
})

/** As a whole, and once more for each case that leaves steps out. */
function faultsOfProcess({ steps, cases }: Service): Fault[] {
  const asFault = ({ fault, step, field }: ReturnType<typeof faultsOfSteps>[number]): Fault => ({
    part: 'steps',
    item: step,
    field,
    says: `services.fault.step.${fault}`,
  })
  const known = new Set(cases.map(({ code }) => code))
  const whole = faultsOfSteps(steps).map(asFault)
  const named = steps.flatMap(({ code, cases: of }) =>
    (of ?? [])
      .filter((one) => !known.has(one))
      .map((one) => fee('steps', code, 'cases', 'services.fault.unknown_case', { code: one })),
  )
  if (whole.length > 0 || steps.every((step) => step.cases === undefined)) return [...whole, ...named]
  const perCase = cases.flatMap((one) =>
    faultsOfSteps(stepsOfCase(steps, one.code)).map((found) => ({ ...asFault(found), params: { case: one.title.vi } })),
  )
  return [...named, ...perCase]
}

const faultsOfLists = (service: Service): Fault[] => [
  ...(service.cases.length === 0 ? [{ part: 'cases' as const, says: 'services.fault.no_case' as const }] : []),
  ...(service.results.length === 0 ? [{ part: 'results' as const, says: 'services.fault.no_result' as const }] : []),
]

export function faultsOf(service: Service, world: World): readonly Fault[] {
  return [
    ...faultsOfHead(service, world),
    ...faultsOfNames(service),
    ...faultsOfLists(service),
    ...service.cases.flatMap((one) => faultsOfCase(service, one, world)),
    ...service.components.flatMap((one) => faultsOfComponent(service, one)),
    ...faultsOfMoney(service, world),
    ...faultsOfProcess(service),
    ...faultsOfForm(service),
    ...faultsOfExpressions(service),
  ]
}
