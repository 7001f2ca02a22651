/**
 * What a dossier costs, line by line: the rules of the case and channel in force on the day, by steps and up to their
 * cap, less the highest relief of each. In whole đồng; the lines add up to the total.
 */
import type { Answers, Words } from '#fields/form.ts'
import type { Day } from '#kernel/time.ts'
import type { Saying } from './saying.ts'
import type { Channel, FeeRule, Relief, Service } from './service.ts'

/** `fee`, `charge`: what is asked · `cap`: what goes beyond the most for one set · `relief`: what is not asked of this person. */
export type FeeLine = {
  readonly kind: 'fee' | 'charge' | 'cap' | 'relief'
  readonly code: string
  /** The fee it belongs to: its own code unless it takes something off another. */
  readonly of: string
  readonly name: Words
  readonly quantity: number
  readonly unitName?: Words
  /** Đồng for each. */
  readonly each: number
  /** Negative when it takes something off. */
  readonly amount: number
  readonly why: FeeWhy
  readonly citation: string
  readonly verified: boolean
}

/** Why the line is what it is; the page puts it into words. */
export type FeeWhy =
  | { readonly says: 'flat' }
  | { readonly says: 'each' }
  | { readonly says: 'step'; readonly from: number; readonly to: number | null }
  | { readonly says: 'capped'; readonly cap: number; readonly times: number }
  /** The others held as well and were lower. */
  | { readonly says: 'relief'; readonly percent: number; readonly others: readonly Words[] }

export type Fees = {
  readonly lines: readonly FeeLine[]
  readonly total: number
  /** Fees that cannot be told before more is answered. */
  readonly open: readonly { readonly code: string; readonly name: Words }[]
  /** False: something in it is assumed, and every page says so. */
  readonly verified: boolean
}

export type FeeAsked = {
  readonly case: string
  readonly channel: Channel
  readonly saying: Saying
  /** The classes of persons who files belongs to. */
  readonly classes: ReadonlySet<string>
  readonly on: Day
}

type Dated = { readonly validFrom?: Day | null | undefined; readonly validTo?: Day | null | undefined }

export const isInForce = ({ validFrom, validTo }: Dated, on: Day): boolean =>
  (validFrom ?? on) <= on && on <= (validTo ?? on)

const names = <T>(list: readonly T[] | undefined, one: T) => list === undefined || list.includes(one)

/** Whether a rule is asked for at all; the same for the pages of the service, which know no answers yet. */
export const ruleApplies = (rule: FeeRule, at: { case: string; channel: Channel; on: Day }): boolean =>
  isInForce(rule, at.on) && names(rule.channels, at.channel) && names(rule.cases, at.case)

function reliefApplies(relief: Relief, fee: string, asked: FeeAsked): boolean {
  const { classes, onlyIf } = relief
  return (
    isInForce(relief, asked.on) &&
    names(relief.channels, asked.channel) &&
    names(relief.fees, fee) &&
    (classes === undefined || classes.some((one) => asked.classes.has(one))) &&
    (onlyIf === undefined || asked.saying.holds(onlyIf))
  )
}

/** Things are counted whole: what was begun counts, and less than nothing is nothing. */
const counted = (number: number) => (Number.isFinite(number) ? Math.max(0, Math.ceil(number)) : 0)

function quantityOf(expression: string | undefined, saying: Saying): number | null {
  if (expression === undefined) return 1
  const number = saying.numberOf(expression)
  return number === null ? null : counted(number)
}

type Part = Pick<FeeLine, 'quantity' | 'each' | 'amount' | 'why'>

/** One step for each price; the first begins at the first thing, whatever it says. */
function partsOf(rule: FeeRule, quantity: number, times: number): Part[] {
  if (typeof rule.amount === 'number') {
    const all = quantity * times
    const says = rule.quantity === undefined && rule.times === undefined ? ('flat' as const) : ('each' as const)
    return [{ quantity: all, each: rule.amount, amount: all * rule.amount, why: { says } }]
  }
  const steps = rule.amount.toSorted((a, b) => a.from - b.from)
  return steps.flatMap(({ from, each }, at) => {
    const first = at === 0 ? 1 : from
    const to = steps[at + 1] ? (steps[at + 1]?.from ?? 1) - 1 : null
    const many = Math.max(0, Math.min(quantity, to ?? quantity) - first + 1) * times
    return many === 0
      ? []
      : [{ quantity: many, each, amount: many * each, why: { says: 'step' as const, from: first, to } }]
  })
}

/** Not less than what the percentage says, so that nobody pays a đồng too much; never more than the fee. */
const takenOff = (amount: number, percent: number) => Math.min(amount, Math.ceil((amount * percent) / 100))

/** The question of this name says to which classes who files belongs. */
export function classesOf(answers: Answers): ReadonlySet<string> {
  const said = answers['person_classes']
  return new Set(Array.isArray(said) ? said.filter((one) => typeof one === 'string') : [])
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

function reliefLine(rule: FeeRule, amount: number, service: Pick<Service, 'reliefs'>, asked: FeeAsked): FeeLine[] {
  const [best, ...others] = service.reliefs
    .filter((relief) => relief.percent > 0 && reliefApplies(relief, rule.code, asked))
    .sort((a, b) => b.percent - a.percent || byCode(a, b))
  if (!best || amount === 0) return []
  const { code, name, percent, citation, verified } = best
  const off = takenOff(amount, percent)
  const why = { says: 'relief' as const, percent, others: others.map((one) => one.name) }
  return [{ kind: 'relief', code, of: rule.code, name, quantity: 1, each: -off, amount: -off, why, citation, verified }]
}

function linesOf(
  rule: FeeRule,
  many: { quantity: number; times: number },
  service: Pick<Service, 'reliefs'>,
  asked: FeeAsked,
) {
  const { code, name, kind, unitName, cap, citation, verified } = rule
  const common = { code, of: code, name, citation, verified }
  const lines: FeeLine[] = partsOf(rule, many.quantity, many.times).map((part) => ({
    ...common,
    kind,
    ...part,
    ...(unitName && { unitName }),
  }))
  const sum = lines.reduce((all, { amount }) => all + amount, 0)
  const most = cap === undefined ? sum : Math.min(sum, cap * many.times)
  if (cap !== undefined && most < sum) {
    const why = { says: 'capped' as const, cap, times: many.times }
    lines.push({ ...common, kind: 'cap', quantity: 1, each: most - sum, amount: most - sum, why })
  }
  return [...lines, ...reliefLine(rule, most, service, asked)]
}

export function feeLines(service: Pick<Service, 'fees' | 'reliefs'>, asked: FeeAsked): Fees {
  const rules = service.fees
    .filter((rule) => ruleApplies(rule, asked) && (rule.onlyIf === undefined || asked.saying.holds(rule.onlyIf)))
    .sort(byCode)
  const lines: FeeLine[] = []
  const open: { code: string; name: Words }[] = []
  for (const rule of rules) {
    const [quantity, times] = [quantityOf(rule.quantity, asked.saying), quantityOf(rule.times, asked.saying)]
    if (quantity === null || times === null) open.push({ code: rule.code, name: rule.name })
    else lines.push(...linesOf(rule, { quantity, times }, service, asked))
  }
  return {
    lines,
    total: lines.reduce((all, { amount }) => all + amount, 0),
    open,
    verified: lines.every(({ verified }) => verified),
  }
}
