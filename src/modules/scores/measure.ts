/** Measures of the plan that are counted from dossiers, and the one that comes from the list of services. */
import { z } from 'zod'
import type { Fact, Measure } from '#kernel/measure.ts'
import { Day, day } from '#kernel/time.ts'
import type { CountedDay, CountName } from './count.ts'
import { findIndicator, type Indicator, type Sheet } from './service-index.ts'
import file from '../../../data/national/score-measures.json' with { type: 'json' }

const Citations = z.record(z.string(), z.array(z.object({ text: z.string(), validFrom: Day })))
const citations = Citations.parse(file.citations)

const codes = [
  'scores.online_whole',
  'scores.vneid',
  'scores.e_results',
  'scores.no_complaint',
  'scores.services_online',
] as const
type Code = (typeof codes)[number]

const besideSheet = (code: string, of: [CountName, CountName]): Indicator => {
  return { code, group: 'online', max: 0, full: 100, formula: { kind: 'ratio', of, orReported: false }, assumed: false }
}

/** Counted for the plan otherwise than in the sheet, or not in it at all: their dossiers are listed all the same. */
const beside: readonly Indicator[] = [
  besideSheet('whole_online', ['wholeOnline', 'received']),
  besideSheet('vneid', ['vneid', 'online']),
]

export const isOfSheet = (indicator: Indicator): boolean => !beside.includes(indicator)

/** Whose dossiers are listed: an indicator of the sheet, or what the plan counts beside it. */
export const findListed = (sheet: Sheet, code: string): Indicator | undefined =>
  beside.find((one) => one.code === code) ?? findIndicator(sheet, code)

/** The indicator whose page shows the dossiers behind a measure. */
const indicators: Partial<Record<Code, string>> = {
  'scores.online_whole': 'whole_online',
  'scores.vneid': 'vneid',
  'scores.e_results': '4.1',
  'scores.no_complaint': '5.4',
}

const declared = (code: Code): Measure => {
  const indicator = indicators[code]
  return {
    code,
    kind: code === 'scores.services_online' ? 'stock' : 'flow',
    title: `scores.measure.${code}`,
    numerator: `scores.measure.${code}.numerator`,
    denominator: `scores.measure.${code}.denominator`,
    unit: 'percent',
    direction: 'up',
    citations: citations[code] ?? [],
    validFrom: day('2021-01-01'),
    ...(indicator && {
      rowsHref: (unitSlug: string, { from, to }) =>
        `/diem-766/${indicator}/ho-so?don-vi=${encodeURIComponent(unitSlug)}&tu=${from}&den=${to}`,
    }),
  }
}

export const scoreMeasures: readonly Measure[] = codes.map(declared)

/** The indicator that tells how many services are offered online as a whole. */
export const servicesIndicator = '3.1'

export const servicesFact = (given: {
  unitId: number
  day: Day
  numerator: number
  denominator: number
  source: string
}): Fact => ({ measure: 'scores.services_online', ...given })

/** What a day of a unit says of each measure. */
export function factsOfDay({ unitId, day: on, ...count }: CountedDay): Fact[] {
  const fact = (measure: Code, numerator: number, denominator: number): Fact => {
    return { measure, unitId, day: on, numerator, denominator }
  }
  return [
    fact('scores.online_whole', count.wholeOnline, count.received),
    fact('scores.vneid', count.vneid, count.online),
    fact('scores.e_results', count.eResult, count.finished),
    fact('scores.no_complaint', count.received - count.unhappy, count.received),
  ]
}
