import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { type FeeAsked, feeLines } from './fee.ts'
import type { Saying } from './saying.ts'
import type { FeeRule, Relief } from './service.ts'

const on = day('2025-05-14')
const named = (vi: string) => ({ vi })
const rule = (more: Partial<FeeRule>): FeeRule => ({
  code: 'a',
  name: named('Phí'),
  kind: 'charge',
  amount: 8000,
  validFrom: null,
  validTo: null,
  citation: 'Thông tư số 281/2016/TT-BTC',
  verified: true,
  ...more,
})
const relief = (more: Partial<Relief>): Relief => ({
  code: 'r',
  name: named('Giảm'),
  percent: 50,
  validFrom: null,
  validTo: null,
  citation: 'Nghị quyết',
  verified: true,
  ...more,
})
/** The word is a number, or it holds when it is `yes`. */
const saying: Saying = {
  holds: (word) => word === 'yes',
  numberOf: (word) => (word === 'unknown' ? null : Number(word)),
}
const asked = (more: Partial<FeeAsked> = {}): FeeAsked => ({
  case: 'own',
  channel: 'online',
  saying,
  classes: new Set(),
  on,
  ...more,
})
const amounts = (fees: FeeRule[], reliefs: Relief[] = [], more: Partial<FeeAsked> = {}) =>
  feeLines({ fees, reliefs }, asked(more)).lines.map(({ kind, quantity, each, amount }) => [
    kind,
    quantity,
    each,
    amount,
  ])

describe('§10.40 what a dossier costs', () => {
  test('copies are paid each', () => expect(amounts([rule({ quantity: '3' })])).toEqual([['charge', 3, 8000, 24_000]]))

  const pages = rule({
    quantity: '5',
    amount: [
      { from: 3, each: 1000 },
      { from: 1, each: 2000 },
    ],
  })
  test('pages cost less from the third on', () =>
    expect(amounts([pages])).toEqual([
      ['charge', 2, 2000, 4000],
      ['charge', 3, 1000, 3000],
    ]))

  test('a copy of many pages costs no more than the most for a copy', () =>
    expect(amounts([{ ...pages, quantity: '400', times: '2', cap: 200_000 }])).toEqual([
      ['charge', 4, 2000, 8000],
      ['charge', 796, 1000, 796_000],
      ['cap', 1, -404_000, -404_000],
    ]))

  test('of several reliefs the highest counts, and the others are named', () => {
    const { lines, total } = feeLines(
      {
        fees: [rule({})],
        reliefs: [relief({ percent: 50 }), relief({ code: 'm', name: named('Miễn'), percent: 100 })],
      },
      asked(),
    )
    expect(total).toBe(0)
    expect(lines[1]).toMatchObject({ code: 'm', amount: -8000, why: { says: 'relief', others: [named('Giảm')] } })
  })

  test('a relief is for its class of persons, its channel and its fees', () => {
    const poor = relief({ classes: ['poor'], channels: ['online'], fees: ['a'] })
    const one = [rule({})]
    expect(amounts(one, [poor], { classes: new Set(['poor']) })).toHaveLength(2)
    expect(amounts(one, [poor])).toHaveLength(1)
    expect(amounts(one, [poor], { classes: new Set(['poor']), channel: 'direct' })).toHaveLength(1)
    expect(amounts([rule({ code: 'b' })], [poor], { classes: new Set(['poor']) })).toHaveLength(1)
  })

  test('half a đồng is in favour of who pays', () =>
    expect(amounts([rule({ amount: 101 })], [relief({})])[1]).toEqual(['relief', 1, -51, -51]))

  test('a fee whose number is not told yet stays open', () => {
    const fees = feeLines({ fees: [rule({ quantity: 'unknown' })], reliefs: [] }, asked())
    expect(fees).toMatchObject({ lines: [], total: 0, open: [{ code: 'a' }] })
  })

  test('the last day in force counts, the day after does not', () => {
    const until = [rule({ validTo: on })]
    expect(amounts(until)).toHaveLength(1)
    expect(amounts(until, [], { on: plusDays(on, 1) })).toEqual([])
  })
})

const channels = ['online', 'direct', 'post'] as const
const some = <T>(list: readonly T[]) => fc.option(fc.subarray([...list], { minLength: 1 }), { nil: undefined })
const days = fc.option(fc.integer({ min: -40, max: 40 }).map((far) => plusDays(on, far)))
const price = fc.integer({ min: 0, max: 500_000 })
const count = fc.integer({ min: -3, max: 400 }).map(String)
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

const rules = fc.uniqueArray(
  fc
    .record({
      code: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      channels: some(channels),
      cases: some(['own', 'other']),
      onlyIf: fc.constantFrom('yes', 'no', undefined),
      amount: fc.oneof(
        price,
        fc.array(fc.record({ from: fc.integer({ min: 1, max: 9 }), each: price }), { minLength: 1, maxLength: 4 }),
      ),
      quantity: fc.option(count, { nil: undefined }),
      times: fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: undefined }),
      cap: fc.option(price, { nil: undefined }),
      validFrom: days,
      validTo: days,
    })
    .map((made) => rule(defined(made) as Partial<FeeRule>)),
  { selector: ({ code }) => code },
)
const reliefs = fc.uniqueArray(
  fc
    .record({
      code: fc.constantFrom('r', 's', 't', 'u'),
      percent: fc.integer({ min: 0, max: 100 }),
      fees: some(['a', 'b', 'c']),
      channels: some(channels),
      classes: some(['poor', 'merit']),
      validFrom: days,
      validTo: days,
    })
    .map((made) => relief(defined(made) as Partial<Relief>)),
  { selector: ({ code }) => code },
)
const questions = fc
  .record({ channel: fc.constantFrom(...channels), classes: fc.subarray(['poor', 'merit']) })
  .map(({ channel, classes }) => asked({ channel, classes: new Set(classes) }))

describe('of any fees and reliefs', () => {
  const always = (check: (fees: FeeRule[], reliefs: Relief[], asked: FeeAsked) => void) =>
    fc.assert(
      fc.property(rules, reliefs, questions, (...made) => {
        check(...made)
      }),
      { numRuns: 300 },
    )

  test('the lines sum to the total, in whole đồng, and it is never negative', () =>
    always((fees, given, question) => {
      const { lines, total } = feeLines({ fees, reliefs: given }, question)
      expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
      expect(lines.every(({ amount, quantity, each }) => Number.isInteger(amount) && amount === quantity * each)).toBe(
        true,
      )
      expect(total).toBeGreaterThanOrEqual(0)
    }))

  test('each fee alone is never negative, and within its cap', () =>
    always((fees, given, question) => {
      const { lines } = feeLines({ fees, reliefs: given }, question)
      for (const { code, cap, times } of fees) {
        const sum = lines.filter(({ of }) => of === code).reduce((all, { amount }) => all + amount, 0)
        expect(sum).toBeGreaterThanOrEqual(0)
        if (cap !== undefined) expect(sum).toBeLessThanOrEqual(cap * (times === undefined ? 1 : Number(times)))
      }
    }))

  test('the order in which they are written does not matter', () =>
    always((fees, given, question) =>
      expect(feeLines({ fees: fees.toReversed(), reliefs: given.toReversed() }, question)).toEqual(
        feeLines({ fees, reliefs: given }, question),
      ),
    ))

  test('a relief more never raises what is paid', () =>
    always((fees, given, question) => {
      const [, ...fewer] = given
      expect(feeLines({ fees, reliefs: given }, question).total).toBeLessThanOrEqual(
        feeLines({ fees, reliefs: fewer }, question).total,
      )
    }))

  test('of the reliefs of a fee it is the highest one that was taken', () =>
    always((fees, given, question) => {
      for (const line of feeLines({ fees, reliefs: given }, question).lines) {
        if (line.why.says !== 'relief') continue
        const alone = given.map((one) => feeLines({ fees, reliefs: [one] }, question))
        const best = Math.max(...alone.flatMap(({ lines }) => lines.filter(({ of }) => of === line.of).map(percentOf)))
        expect(line.why.percent).toBe(best)
      }
    }))

  test('what is not in force on the day never counts', () =>
    always((fees, given, question) => {
      for (const { code } of feeLines({ fees, reliefs: given }, question).lines) {
        const found = [...fees, ...given].find((one) => one.code === code)
        expect(found && (found.validFrom ?? on) <= on && on <= (found.validTo ?? on)).toBe(true)
      }
    }))
})

const percentOf = ({ why }: { why: { says: string; percent?: number } }) => why.percent ?? 0
