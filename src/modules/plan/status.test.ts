import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { comparators, type Comparator } from './plan.ts'
import {
  boundsOf,
  forecastAt,
  gapTo,
  type Reading,
  type Standing,
  standings,
  statusOfTarget,
  statusOfValue,
  statusRuleOn,
  type ValueInput,
} from './status.ts'

const rule = statusRuleOn(day('2025-05-14'))
const reading = (on: string, value: number): Reading => ({ on: day(on), value })
const ninetyFive = { comparator: 'at_least', goal: 95, goalMax: null } as const
const asked = (more: Partial<ValueInput>): ValueInput => ({
  ...ninetyFive,
  deadline: day('2025-12-31'),
  readings: [],
  today: day('2025-05-14'),
  rule,
  ...more,
})

describe('a value of the plan', () => {
  test('is unknown without a reading, and late when its deadline has passed like that', () => {
    expect(statusOfValue(asked({})).status).toBe('no_data')
    expect(statusOfValue(asked({ today: day('2026-01-01') })).status).toBe('late')
  })

  test('is met on the day its last reading meets the goal, whatever the line says', () => {
    const falling = [reading('2025-02-28', 99), reading('2025-03-31', 97), reading('2025-04-30', 95)]
    const { status, gap } = statusOfValue(asked({ readings: falling }))
    expect([status, gap]).toEqual(['achieved', 0])
  })

  test('is on its way when the line through its readings reaches the goal by the deadline', () => {
    const { status, forecast } = statusOfValue(
      asked({ readings: [reading('2025-01-31', 80), reading('2025-03-02', 83)] }),
    )
    // 3 points in 30 days, 304 more days to go.
    expect(forecast).toBeCloseTo(83 + 304 / 10, 9)
    expect(status).toBe('on_track')
  })

  test('falls short a little: at risk; by more than the rule allows: late', () => {
    const flat = (value: number) => [reading('2025-01-31', value), reading('2025-04-30', value)]
    const limit = 95 * (1 - rule.lateShare)
    expect(statusOfValue(asked({ readings: flat(limit + 0.01) })).status).toBe('at_risk')
    expect(statusOfValue(asked({ readings: flat(limit - 0.01) })).status).toBe('late')
  })

  test('a bare figure is there to be reached: what lies above it meets it too', () => {
    const bare = { comparator: 'equal', goal: 85 } as const
    expect(statusOfValue(asked({ ...bare, readings: [reading('2025-04-30', 90)] })).status).toBe('achieved')
    expect(gapTo({ ...bare, goalMax: null }, 80, true)).toBe(5)
  })

  test('a percentage is never forecast above 100', () => {
    const readings = [reading('2025-01-31', 80), reading('2025-03-02', 90)]
    const exact = { comparator: 'equal', goal: 100 } as const
    expect(statusOfValue(asked({ ...exact, readings, ...boundsOf('percent') })).forecast).toBe(100)
  })

  test('a number that must be small goes down to its goal', () => {
    const hours = { comparator: 'at_most', goal: 24, goalMax: null } as const
    const down = [reading('2025-01-31', 60), reading('2025-04-30', 48)]
    expect(statusOfValue(asked({ ...hours, readings: down })).status).toBe('on_track')
    expect(statusOfValue(asked({ ...hours, readings: down.toReversed() })).status).toBe('on_track')
    expect(
      statusOfValue(asked({ ...hours, readings: [reading('2025-01-31', 48), reading('2025-04-30', 60)] })).status,
    ).toBe('late')
    expect(statusOfValue(asked({ ...hours, readings: [reading('2025-04-30', 4)] })).status).toBe('achieved')
  })

  test('what was met at the deadline stays met, even when a later reading falls', () => {
    const readings = [reading('2025-12-31', 95), reading('2026-03-31', 60)]
    expect(statusOfValue(asked({ readings, today: day('2026-04-01') })).status).toBe('achieved')
  })

  test('readings of last year make no line for this one', () => {
    const old = [reading('2024-11-30', 10), reading('2024-12-31', 40), reading('2025-04-30', 90)]
    expect(forecastAt(old, day('2025-12-31'), rule)).toBeNull()
  })

  test('more than the upper end of a range is met too, when the rule says so', () => {
    const places = { comparator: 'range', goal: 1, goalMax: 2 } as const
    expect(gapTo(places, 3, true)).toBe(0)
    expect(gapTo(places, 3, false)).toBe(1)
    expect(gapTo(places, 0, true)).toBe(1)
  })

  test('"more than" is not met at the number itself', () => {
    expect(gapTo({ comparator: 'more_than', goal: 90, goalMax: null }, 90, true)).toBeGreaterThan(0)
    expect(gapTo({ comparator: 'less_than', goal: 90, goalMax: null }, 90, true)).toBeGreaterThan(0)
  })
})

describe('whatever the readings are', () => {
  const value = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10)
  const readings = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 364 }), value), {
    minLength: 1,
    maxLength: 12,
    selector: ([at]) => at,
  })
  const space = fc.record({
    comparator: fc.constantFrom<Comparator>(...comparators),
    goal: value,
    width: value,
    readings: readings.map((all) => all.map(([at, v]) => ({ on: plusDays(day('2025-01-01'), at), value: v }))),
    today: fc.integer({ min: 0, max: 500 }).map((at) => plusDays(day('2025-01-01'), at)),
  })
  const inputOf = ({ width, ...one }: typeof space extends fc.Arbitrary<infer T> ? T : never): ValueInput =>
    asked({ ...one, goalMax: one.comparator === 'range' ? one.goal + width : null })
  const worse = (a: Standing, b: Standing) => standings.indexOf(a) - standings.indexOf(b)

  test('the order in which they are given does not matter', () => {
    fc.assert(
      fc.property(space, fc.nat(), (one, turn) => {
        const at = turn % one.readings.length
        const shuffled = [...one.readings.slice(at), ...one.readings.slice(0, at)].toReversed()
        expect(statusOfValue(inputOf({ ...one, readings: shuffled }))).toEqual(statusOfValue(inputOf(one)))
      }),
    )
  })

  test('a better last reading never makes it stand worse', () => {
    fc.assert(
      fc.property(space, value, (one, by) => {
        const input = inputOf(one)
        const seen = input.readings.filter(({ on }) => on <= input.today)
        const last = seen.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
        if (!last) return
        const step = Math.min(
          by,
          gapTo(input, last.value, rule.aboveRangeIsMet) + (input.comparator === 'equal' ? 0 : by),
        )
        const up = last.value < input.goal || input.comparator === 'at_least' || input.comparator === 'more_than'
        const down = input.comparator === 'at_most' || input.comparator === 'less_than'
        const better = last.value + (up && !down ? step : -step)
        if (gapTo(input, better, rule.aboveRangeIsMet) > gapTo(input, last.value, rule.aboveRangeIsMet)) return
        const improved = input.readings.map((one) => (one === last ? { ...last, value: better } : one))
        expect(
          worse(statusOfValue({ ...input, readings: improved }).status, statusOfValue(input).status),
        ).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  test('after the deadline it is either achieved or late', () => {
    fc.assert(
      fc.property(space, (one) => {
        const input = { ...inputOf(one), today: day('2026-01-01') }
        const met = input.readings.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
        const expected = met && gapTo(input, met.value, rule.aboveRangeIsMet) === 0 ? 'achieved' : 'late'
        expect(statusOfValue(input).status).toBe(expected)
      }),
    )
  })

  test('once achieved, days that pass without a new reading change nothing', () => {
    fc.assert(
      fc.property(space, fc.integer({ min: 1, max: 900 }), (one, days) => {
        const all = { ...inputOf(one), today: day('2025-12-31') }
        if (statusOfValue(all).status !== 'achieved') return
        expect(statusOfValue({ ...all, today: plusDays(all.today, days) }).status).toBe('achieved')
      }),
    )
  })
})

describe('a target with several values', () => {
  const binding = (status: Standing) => ({ status, aim: false })
  const aim = (status: Standing) => ({ status, aim: true })

  test('stands as the worst of them', () => {
    expect(statusOfTarget([binding('achieved'), binding('late'), binding('at_risk')])).toBe('late')
    expect(statusOfTarget([binding('no_data'), binding('on_track')])).toBe('no_data')
    expect(statusOfTarget([binding('no_data'), binding('at_risk')])).toBe('at_risk')
    expect(statusOfTarget([])).toBe('no_data')
  })

  test('what is only aimed at never makes it late', () => {
    expect(statusOfTarget([binding('achieved'), aim('late')])).toBe('achieved')
    expect(statusOfTarget([aim('late')])).toBe('at_risk')
    expect(statusOfTarget([aim('achieved'), aim('on_track')])).toBe('on_track')
  })
})

describe('the rule', () => {
  test('of the day decides, and an older one stays for what was judged under it', () => {
    const first = { ...rule, code: 'first', validTo: day('2025-06-30') }
    const second = { ...rule, code: 'second', validFrom: day('2025-07-01'), lateShare: 0.5 }
    expect(statusRuleOn(day('2025-06-30'), [first, second]).code).toBe('first')
    expect(statusRuleOn(day('2025-07-01'), [first, second]).code).toBe('second')
    const readings = [reading('2025-01-31', 60), reading('2025-04-30', 60)]
    expect(statusOfValue(asked({ readings, rule: first })).status).toBe('late')
    expect(statusOfValue(asked({ readings, rule: second })).status).toBe('at_risk')
  })
})
