/** The index of service to citizens and businesses (QĐ 766/QĐ-TTg): shares and points from sums, by the sheet in force. */
import { z } from 'zod'
import type { Key } from '#kernel/text.ts'
import { Day } from '#kernel/time.ts'
import { type CountName, countIn, countNames, type Sums } from './count.ts'
import { Judging } from './judging.ts'
import file from '../../../data/national/index-766.json' with { type: 'json' }

const Count = z.enum(countNames)
const Pair = z.tuple([Count, Count])
export const groups = ['publicity', 'progress', 'online', 'payment', 'digitisation', 'satisfaction'] as const

const Formula = z.discriminatedUnion('kind', [
  /** `orReported`: the whole is what the national report counts, where that is more. */
  z.object({ kind: z.literal('ratio'), of: Pair, orReported: z.boolean().default(false) }),
  /** A number of days to know; it gives no points. */
  z.object({ kind: z.literal('average'), of: Pair }),
  z.object({ kind: z.literal('product'), of: z.array(Pair) }),
  /** All without these shares of it. */
  z.object({ kind: z.literal('remainder'), of: z.array(Pair) }),
  /** From elsewhere: what happened in the period, or how things stood at its end. */
  z.object({ kind: z.literal('input'), input: z.enum(['flow', 'stock']) }),
])

const Indicator = z.object({
  code: z.string(),
  group: z.enum(groups),
  /** Nothing: it is told and gives no points. */
  max: z.number().min(0),
  /** From this share on, in hundredths, all points are given; below it in proportion. */
  full: z.number().positive(),
  formula: Formula,
  /** The sheet leaves something open and the platform has settled it: `scores.assumed.…` says what. */
  assumed: z.boolean().default(false),
})
export type Indicator = z.infer<typeof Indicator>

const Sheet = z.object({
  code: z.string(),
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
  judging: Judging,
  indicators: z.array(Indicator),
})
export type Sheet = z.infer<typeof Sheet>

const sheets = z.array(Sheet).min(1).parse(file.versions)

/** Of the day; before the first one, the first. */
export function sheetOn(on: Day, all: readonly Sheet[] = sheets): Sheet {
  const found = all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? all[0]
  if (!found) throw new Error('nothing says how the index is made')
  return found
}

/** A number that comes from elsewhere: procedures published, petitions answered. */
export type Given = { readonly numerator: number; readonly denominator: number; readonly source: string }
export type Inputs = ReadonlyMap<string, Given>

type Fraction = { readonly numerator: number; readonly denominator: number }

export type Scored = {
  readonly indicator: Indicator
  /** In hundredths, two decimals; days for an average. Null: nothing to divide by, or nobody has measured it. */
  readonly share: number | null
  readonly points: number | null
  /** What it was made of, in the order of the formula. */
  readonly parts: readonly Fraction[]
  readonly missing: 'not_measured' | 'nothing_counted' | null
  /** Where it comes from, when that is elsewhere. */
  readonly source: string | null
}

const twoDecimals = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100

export function pointsFor({ max, full }: Pick<Indicator, 'max' | 'full'>, share: number): number {
  return twoDecimals(Math.min(1, Math.max(0, share) / full) * max)
}

const fractionOf = (sums: Sums, [over, under]: readonly [CountName, CountName]): Fraction => ({
  numerator: countIn(sums, over),
  denominator: countIn(sums, under),
})

const ratioIn = ({ numerator, denominator }: Fraction): number => numerator / denominator

/** The fractions of a formula; null when they come from elsewhere and nobody has told them. */
function partsOf({ code, formula }: Indicator, sums: Sums, inputs: Inputs): Fraction[] | null {
  if (formula.kind === 'input') {
    const given = inputs.get(code)
    return given ? [given] : null
  }
  if (formula.kind === 'ratio') {
    const { numerator, denominator } = fractionOf(sums, formula.of)
    const reported = formula.orReported ? (inputs.get(code)?.denominator ?? 0) : 0
    return [{ numerator, denominator: Math.max(denominator, reported) }]
  }
  if (formula.kind === 'average') return [fractionOf(sums, formula.of)]
  return formula.of.map((pair) => fractionOf(sums, pair))
}

function shareOf({ kind }: Indicator['formula'], parts: readonly Fraction[]): number {
  const ratios = parts.map(ratioIn)
  if (kind === 'product') return 100 * ratios.reduce((product, ratio) => product * ratio, 1)
  if (kind === 'remainder') return 100 * Math.max(0, 1 - ratios.reduce((sum, ratio) => sum + ratio, 0))
  return (kind === 'average' ? 1 : 100) * (ratios[0] ?? 0)
}

function score(indicator: Indicator, sums: Sums, inputs: Inputs): Scored {
  const parts = partsOf(indicator, sums, inputs)
  const source = (indicator.formula.kind === 'input' && inputs.get(indicator.code)?.source) || null
  const none = { indicator, share: null, points: null, source }
  if (!parts) return { ...none, parts: [], missing: 'not_measured' }
  if (parts.some(({ denominator }) => denominator === 0)) return { ...none, parts, missing: 'nothing_counted' }
  const share = twoDecimals(shareOf(indicator.formula, parts))
  return { indicator, share, points: pointsFor(indicator, share), parts, missing: null, source }
}

export type Index = {
  readonly scored: readonly Scored[]
  readonly points: number
  /** The most that the measured indicators could give; the rest nobody has measured. */
  readonly of: number
}

export const indexOf = (sheet: Sheet, sums: Sums, inputs: Inputs): Index => {
  const scored = sheet.indicators.map((indicator) => score(indicator, sums, inputs))
  const known = scored.filter(({ points }) => points !== null)
  return {
    scored,
    points: twoDecimals(known.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    of: known.reduce((sum, { indicator }) => sum + indicator.max, 0),
  }
}

/** What is missed by a dossier that costs: it is in the second and not in the first. Or, of a remainder: it is in the first. */
export type Miss = { readonly without: CountName | null; readonly within: CountName }

export function missesOf({ formula }: Indicator): readonly Miss[] {
  if (formula.kind === 'input' || formula.kind === 'average') return []
  if (formula.kind === 'ratio') return [{ without: formula.of[0], within: formula.of[1] }]
  if (formula.kind === 'product') return formula.of.map(([without, within]) => ({ without, within }))
  return formula.of.map(([within]) => ({ without: null, within }))
}

export const findIndicator = (sheet: Sheet, code: string): Indicator | undefined =>
  sheet.indicators.find((indicator) => indicator.code === code)

const takesInput = ({ formula }: Indicator): boolean =>
  formula.kind === 'input' || (formula.kind === 'ratio' && formula.orReported)

/** Why a number from elsewhere cannot be told for an indicator; null when it can. */
export function objectionToInput(sheet: Sheet, code: string): Key | null {
  const indicator = findIndicator(sheet, code)
  if (!indicator) return 'scores.indicator_missing'
  return takesInput(indicator) ? null : 'scores.input.counted_here'
}
