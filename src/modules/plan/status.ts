/** How a number of the plan stands: met, on its way, in danger, behind, unknown; by a dated rule that is shown. Pure. */
import { z } from 'zod'
import type { Key, Params } from '#kernel/text.ts'
import { Day, daysBetween, yearOf } from '#kernel/time.ts'
import { dayText } from '#ui/figures.ts'
import type { Comparator } from './plan.ts'
import file from '../../../data/national/status-rules.json' with { type: 'json' }

/** From the best to the worst; a target stands as the worst of its values does. Not knowing is worse than being on the way. */
export const standings = ['achieved', 'on_track', 'no_data', 'at_risk', 'late'] as const
export type Standing = (typeof standings)[number]

/** Shares are parts of the goal: 0.06 of a goal of 90 is 5.4. */
export const StatusRule = z.object({
  code: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  /** Nobody above the province has laid it down. */
  assumed: z.boolean(),
  /** The line goes through so many of the last readings of the year, and needs readings of so many days. */
  trend: z.object({ readings: z.int().min(2), atLeast: z.int().min(2) }),
  /** A forecast that falls short by more than this is late already; by less, at risk. */
  lateShare: z.number().min(0),
  /** Without a line: at risk when more than this is missing and no more than so many days are left. */
  noTrend: z.object({ riskShare: z.number().min(0), riskDays: z.int().min(0) }),
  aboveRangeIsMet: z.boolean(),
  /** Whether a reported figure needs a file that proves it, and so many days after its period it should be there. */
  figure: z.object({ evidence: z.enum(['optional', 'required']), dueWithinDays: z.int().min(1) }),
  task: z.object({
    soonDays: z.int().min(0),
    littleDone: z.int().min(0).max(100),
    milestoneGraceDays: z.int().min(0),
  }),
})
export type StatusRule = z.infer<typeof StatusRule>

const rules = z.array(StatusRule).parse(file.rules)

/** The rule in force on a day; before the first one, the first. */
export function statusRuleOn(on: Day, all: readonly StatusRule[] = rules): StatusRule {
  const found = all.findLast((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo)) ?? all[0]
  if (!found) throw new Error('no rule for the status of targets')
  return found
}

export type Reading = { readonly on: Day; readonly value: number }
export type Goal = { readonly comparator: Comparator; readonly goal: number; readonly goalMax: number | null }

export type ValueInput = Goal & {
  readonly deadline: Day
  readonly readings: readonly Reading[]
  readonly today: Day
  readonly rule: StatusRule
  /** Written after the numbers of the sentence. */
  readonly unit?: string
  /** What the number cannot leave: 0 and 100 for a percentage. */
  readonly bounds?: { readonly least: number; readonly most: number }
}

export type Sentence = { readonly key: Key; readonly params: Params }

/** `gap`: how much is missing, never below 0; `forecast`: for the deadline. Both in the unit of the goal. */
export type ValueStatus = {
  readonly status: Standing
  readonly forecast: number | null
  readonly reading: Reading | null
  readonly gap: number | null
  readonly why: Sentence
}

/** What is known of a number from its unit alone: nothing counted here is below nothing. */
export const boundsOf = (unit: string): Pick<ValueInput, 'bounds'> => ({
  bounds: { least: 0, most: unit === 'percent' ? 100 : Number.POSITIVE_INFINITY },
})

const tiny = 1e-9

/** How much is missing to reach the goal; 0 when it is met. Strict comparisons miss at the goal itself by a hair. */
export function gapTo({ comparator, goal, goalMax }: Goal, value: number, aboveRangeIsMet: boolean): number {
  switch (comparator) {
    case 'at_least':
    case 'equal':
      return beyond(goal - value)
    case 'more_than':
      return value > goal + tiny ? 0 : Math.max(goal - value, 2 * tiny)
    case 'at_most':
      return beyond(value - goal)
    case 'less_than':
      return value < goal - tiny ? 0 : Math.max(value - goal, 2 * tiny)
    case 'range':
      if (value < goal) return beyond(goal - value)
      return aboveRangeIsMet ? 0 : beyond(value - (goalMax ?? goal))
  }
}
const beyond = (missing: number) => (missing > tiny ? missing : 0)

/** The rule speaks of a share of the goal; of a goal of 0, of the whole number. */
const shareOf = (goal: Goal, gap: number) => gap / (Math.abs(goal.goal) || 1)

/** By day; of two readings of one day the larger comes last, so that the order in which they came does not matter. */
const inOrder = (a: Reading, b: Reading) => (a.on === b.on ? a.value - b.value : a.on < b.on ? -1 : 1)

const lastOn = (sorted: readonly Reading[], on: Day) => sorted.findLast((reading) => reading.on <= on) ?? null

/**
 * The straight line (least squares) through the last readings of the year, read off at the deadline. Null with readings
 * of too few days.
 */
export function forecastAt(sorted: readonly Reading[], deadline: Day, { trend }: StatusRule): number | null {
  const year = Math.min(yearOf(deadline), ...sorted.slice(-1).map(({ on }) => yearOf(on)))
  const used = sorted.filter(({ on }) => yearOf(on) >= year).slice(-trend.readings)
  const last = used.at(-1)
  if (!last || new Set(used.map(({ on }) => on)).size < trend.atLeast) return null
  const points = used.map(({ on, value }) => ({ x: daysBetween(last.on, on), y: value }))
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  return meanY + slope * (daysBetween(last.on, deadline) - meanX)
}

/** Two decimals are what people are told; the rule itself is applied to the whole number. */
const told = (value: number) => Math.round(value * 100) / 100

export function statusOfValue(input: ValueInput): ValueStatus {
  const { deadline, today, rule } = input
  const sorted = input.readings.filter(({ on }) => on <= today).toSorted(inOrder)
  const reading = sorted.at(-1) ?? null
  const passed = today > deadline
  if (!reading)
    return outcome(
      null,
      null,
      passed ? ['late', 'plan.status.why_passed_unknown', {}] : ['no_data', 'plan.status.why_no_data', {}],
    )
  const gap = gapTo(input, reading.value, rule.aboveRangeIsMet)
  const atDeadline = lastOn(sorted, deadline)
  const met = gap === 0 || (passed && atDeadline !== null && gapTo(input, atDeadline.value, rule.aboveRangeIsMet) === 0)
  const forecast = passed ? null : bounded(forecastAt(sorted, deadline, rule), input.bounds)
  const known = { ...input, reading, gap, forecast }
  if (met) return outcome(known, gap, ['achieved', 'plan.status.why_met', { on: dayText(reading.on) }])
  if (passed) return outcome(known, gap, ['late', 'plan.status.why_passed', { gap: told(gap) }])
  return outcome(known, gap, forecast === null ? withoutLine(input, gap) : withLine(input, forecast))
}

const bounded = (value: number | null, bounds: ValueInput['bounds']) =>
  value === null || !bounds ? value : Math.min(Math.max(value, bounds.least), bounds.most)

/** Shares lose their meaning without the sign; other units stand beside the goal. */
const after = (unit = '') => (unit === 'percent' ? '\u00a0%' : '')

type Verdict = readonly [Standing, Key, Params]
const outcome = (
  known: { reading: Reading; forecast: number | null; deadline: Day; unit?: string } | null,
  gap: number | null,
  [status, key, params]: Verdict,
): ValueStatus => ({
  status,
  forecast: known?.forecast ?? null,
  reading: known?.reading ?? null,
  gap,
  why: { key, params: { ...params, ...(known && { deadline: dayText(known.deadline), unit: after(known.unit) }) } },
})

function withLine(input: ValueInput, forecast: number): Verdict {
  const { rule } = input
  const short = gapTo(input, forecast, rule.aboveRangeIsMet)
  const params = {
    readings: rule.trend.readings,
    forecast: told(forecast),
    short: told(short),
    percent: told(rule.lateShare * 100),
  }
  if (short === 0) return ['on_track', 'plan.status.why_forecast_meets', params]
  if (shareOf(input, short) > rule.lateShare) return ['late', 'plan.status.why_forecast_far', params]
  return ['at_risk', 'plan.status.why_forecast_near', params]
}

function withoutLine(input: ValueInput, gap: number): Verdict {
  const { rule, today, deadline } = input
  const left = daysBetween(today, deadline)
  const params = { days: rule.noTrend.riskDays, left, gap: told(gap), atLeast: rule.trend.atLeast }
  const near = shareOf(input, gap) <= rule.noTrend.riskShare
  return near || left > rule.noTrend.riskDays
    ? ['on_track', 'plan.status.why_early', params]
    : ['at_risk', 'plan.status.why_close_without_trend', params]
}

const worstOf = (all: readonly Standing[]): Standing =>
  all.reduce<Standing>((worst, one) => (standings.indexOf(one) > standings.indexOf(worst) ? one : worst), 'achieved')

/**
 * How a target stands: as its worst binding value. What is only aimed at (phấn đấu) counts when nothing is binding, and
 * is never called late then. A target without values says nothing.
 */
export function statusOfTarget(values: readonly { readonly status: Standing; readonly aim: boolean }[]): Standing {
  const binding = values.filter(({ aim }) => !aim)
  if (binding.length > 0) return worstOf(binding.map(({ status }) => status))
  if (values.length === 0) return 'no_data'
  const worst = worstOf(values.map(({ status }) => status))
  return worst === 'late' ? 'at_risk' : worst
}
