/** The inner process as a graph: what follows what, which ends there are, and how long it takes at the longest. */
import type { Step } from './service.ts'

export type StepFault =
  | 'none'
  | 'no_start'
  | 'no_end'
  | 'unknown_step'
  | 'circle'
  | 'dead_end'
  | 'unreachable'
  | 'not_after_end'
  | 'no_owner'
  | 'no_agency'
  | 'no_time'
  | 'no_refusal'
  | 'refusal_leads_nowhere'
  | 'no_supplement'
  | 'supplement_leads_on'

/** `step` is absent where the process as a whole is at fault; `field` is where it is mended. */
export type StepFound = { readonly fault: StepFault; readonly step?: string; readonly field?: keyof Step }

/** A dossier may be found wanting where it is received and examined; who signs may send it back. */
const mayRefuse: readonly Step['kind'][] = ['receive', 'process', 'approve']
const maySupplement: readonly Step['kind'][] = ['receive', 'process']

const byCode = (steps: readonly Step[]) => new Map(steps.map((step) => [step.code, step]))

/** The process of one case: steps of other cases fall out, and what came after them comes after what was before them. */
export function stepsOfCase(steps: readonly Step[], code: string): readonly Step[] {
  const all = byCode(steps)
  const isIn = (step: Step) => step.cases === undefined || step.cases.includes(code)
  const before = (step: Step, seen: ReadonlySet<string>): string[] =>
    step.after.flatMap((one) => {
      const named = all.get(one)
      if (!named || isIn(named) || seen.has(one)) return [one]
      return before(named, new Set([...seen, one]))
    })
  return steps.filter(isIn).map((step) => ({ ...step, after: [...new Set(before(step, new Set([step.code])))] }))
}

/** All that can be come to from `from` by the edges that `next` gives, `from` itself not counted unless it comes again. */
function reached(from: readonly string[], next: (code: string) => readonly string[]): Set<string> {
  const seen = new Set<string>()
  const todo = from.flatMap((code) => next(code))
  for (let code = todo.pop(); code !== undefined; code = todo.pop()) {
    if (seen.has(code)) continue
    seen.add(code)
    todo.push(...next(code))
  }
  return seen
}

export type Graph = {
  readonly starts: readonly Step[]
  readonly before: (code: string) => readonly string[]
  readonly next: (code: string) => readonly string[]
  /** Comes before it, at any distance. */
  readonly comesBefore: (code: string, one: string) => boolean
}

function graphOf(steps: readonly Step[]): Graph {
  const all = byCode(steps)
  const after = new Map<string, string[]>()
  for (const step of steps)
    for (const one of step.after) if (all.has(one)) after.set(one, [...(after.get(one) ?? []), step.code])
  const before = (code: string) => (all.get(code)?.after ?? []).filter((one) => all.has(one))
  const next = (code: string) => after.get(code) ?? []
  return {
    starts: steps.filter(({ kind, after: earlier }) => kind === 'receive' && earlier.length === 0),
    before,
    next,
    comesBefore: (code, one) => reached([code], before).has(one),
  }
}

/** The steps by layers, each after the last of those before it; `null` when some wait for one another. */
export function layersOf(steps: readonly Step[]): readonly (readonly Step[])[] | null {
  const { before } = graphOf(steps)
  const layers: Step[][] = []
  const placed = new Set<string>()
  for (let left = [...steps]; left.length > 0; left = left.filter(({ code }) => !placed.has(code))) {
    const layer = left.filter(({ code }) => before(code).every((one) => placed.has(one)))
    if (layer.length === 0) return null
    layers.push(layer)
    for (const { code } of layer) placed.add(code)
  }
  return layers
}

/** Working hours along the longest way from the reception to a result; refusals and supplements not counted. */
export function longestHours(steps: readonly Step[]): number {
  const { starts, next, before } = graphOf(steps)
  const path = new Set([
    ...starts.map(({ code }) => code),
    ...reached(
      starts.map(({ code }) => code),
      next,
    ),
  ])
  const ready = new Map<string, number>()
  for (const layer of layersOf(steps) ?? [])
    for (const { code, hours } of layer)
      if (path.has(code)) ready.set(code, hours + Math.max(0, ...before(code).map((one) => ready.get(one) ?? 0)))
  return Math.max(0, ...ready.values())
}

function faultsOfEdges(step: Step, graph: Graph, all: ReadonlyMap<string, Step>): StepFound[] {
  const { code, kind, after, onRefusal, onSupplement } = step
  const found: StepFound[] = []
  const at = (fault: StepFault, field: keyof Step) => void found.push({ fault, step: code, field })
  if (after.some((one) => !all.has(one))) at('unknown_step', 'after')
  if (graph.comesBefore(code, code)) at('circle', 'after')
  if (after.some((one) => all.get(one)?.kind === 'return')) at('not_after_end', 'after')
  if (kind !== 'return' && graph.next(code).length === 0) at('dead_end', 'code')
  if (onRefusal === undefined && mayRefuse.includes(kind)) at('no_refusal', 'onRefusal')
  const refused = onRefusal === undefined ? undefined : all.get(onRefusal)
  const isBack = (one: string) => graph.comesBefore(code, one)
  if (onRefusal !== undefined && refused?.kind !== 'return' && !isBack(onRefusal))
    at('refusal_leads_nowhere', 'onRefusal')
  if (onSupplement === undefined && maySupplement.includes(kind)) at('no_supplement', 'onSupplement')
  if (onSupplement !== undefined && onSupplement !== code && !isBack(onSupplement))
    at('supplement_leads_on', 'onSupplement')
  return found
}

function faultsOfOwner({ code, role, agency, hours }: Step): StepFound[] {
  const found: StepFound[] = []
  if (role === '') found.push({ fault: 'no_owner', step: code, field: 'role' })
  if (role === 'agency' && !agency) found.push({ fault: 'no_agency', step: code, field: 'agency' })
  if (!(hours > 0)) found.push({ fault: 'no_time', step: code, field: 'hours' })
  return found
}

/** Everything that keeps a dossier from going through these steps to its end. */
export function faultsOfSteps(steps: readonly Step[]): readonly StepFound[] {
  if (steps.length === 0) return [{ fault: 'none' }]
  const all = byCode(steps)
  const graph = graphOf(steps)
  const ways = (code: string) => {
    const step = all.get(code)
    return [...graph.next(code), step?.onRefusal, step?.onSupplement].filter(
      (one): one is string => one !== undefined && all.has(one),
    )
  }
  const starts = graph.starts.map(({ code }) => code)
  const come = new Set([...starts, ...reached(starts, ways)])
  const given = reached(starts, graph.next)
  return [
    ...(starts.length === 0 ? [{ fault: 'no_start' as const }] : []),
    ...(steps.some(({ code, kind }) => kind === 'return' && given.has(code)) ? [] : [{ fault: 'no_end' as const }]),
    ...steps.flatMap((step) => [
      ...(come.has(step.code) ? [] : [{ fault: 'unreachable' as const, step: step.code, field: 'after' as const }]),
      ...faultsOfEdges(step, graph, all),
      ...faultsOfOwner(step),
    ]),
  ]
}
