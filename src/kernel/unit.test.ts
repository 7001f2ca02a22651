import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day, plusDays } from './time.ts'
import {
  ancestorsOf,
  applyEvents,
  childrenOf,
  descendantsOf,
  faultsInUnits,
  successorsOf,
  treeOn,
  type Unit,
  type UnitAfter,
  type UnitEvent,
  unitWithCode,
  versionOn,
} from './unit.ts'

const unit = (slug: string, parent: string | null, gso?: string): Unit => ({
  slug,
  kind: 'commune',
  versions: [
    { name: slug, shortName: null, parent, codes: gso ? { gso } : {}, validFrom: null, validTo: null, citation: null },
  ],
  source: 'test',
  verified: true,
  note: null,
})
const after = (slug: string, parent: string | null, gso?: string, name = slug): UnitAfter => ({
  slug,
  kind: 'commune',
  name,
  shortName: null,
  parent,
  codes: gso ? { gso } : {},
})
const event = (kind: UnitEvent['kind'], on: Day, from: string[], to: UnitAfter[]): UnitEvent => ({
  kind,
  decision: `NQ ${kind} ${from.join(' ')}`,
  on,
  from,
  to,
  outside: [],
  verified: true,
  note: null,
})
const faultsOf = (units: Unit[], events: UnitEvent[]) =>
  applyEvents(units, events).faults.map((f) => `${f.fault} ${f.unit}`)

const goCong = [
  unit('province', null, '82'),
  unit('go-cong', 'province', '816'),
  unit('go-cong/phuong-1', 'go-cong', '28303'),
  unit('go-cong/phuong-4', 'go-cong', '28300'),
]
/** Resolution 1013/NQ-UBTVQH15: ward 4 joined ward 1, which took the code of ward 4. */
const resolution1013 = event(
  'merge',
  day('2024-05-01'),
  ['go-cong/phuong-1', 'go-cong/phuong-4'],
  [after('go-cong/phuong-1', 'go-cong', '28300', 'Phường 1')],
)

describe('a code is not an identity', () => {
  const { units, faults } = applyEvents(goCong, [resolution1013])

  test('28300 was ward 4 until 30 April 2024 and is ward 1 since', () => {
    expect(faults).toEqual([])
    expect(unitWithCode(units, 'gso', '28300', day('2024-04-30'))?.slug).toBe('go-cong/phuong-4')
    expect(unitWithCode(units, 'gso', '28300', day('2024-05-01'))?.slug).toBe('go-cong/phuong-1')
    expect(unitWithCode(units, 'gso', '28303', day('2024-05-01'))).toBeNull()
  })

  test('ward 1 is one unit with two versions, the second citing the resolution', () => {
    const ward = units.find((u) => u.slug === 'go-cong/phuong-1')
    expect(ward?.versions.map((v) => [v.codes['gso'], v.validTo])).toEqual([
      ['28303', '2024-04-30'],
      ['28300', null],
    ])
    expect(ward && versionOn(ward, day('2024-05-01'))?.citation).toBe(resolution1013.decision)
  })

  test('who carries on ward 4 depends on the day asked', () => {
    expect(successorsOf([resolution1013], 'go-cong/phuong-4', day('2024-04-30'))).toEqual(['go-cong/phuong-4'])
    expect(successorsOf([resolution1013], 'go-cong/phuong-4', day('2024-05-01'))).toEqual(['go-cong/phuong-1'])
  })
})

describe('a reorganisation in one day', () => {
  const on = day('2025-07-01')
  const before = [...goCong, unit('office', 'province')]
  const events = [
    event('abolish', on, ['go-cong'], []),
    event('merge', on, ['go-cong/phuong-1', 'go-cong/phuong-4'], [after('new/go-cong', 'new', '28306')]),
    {
      ...event('merge', on, ['province'], [after('new', null, '82')]),
      outside: [{ name: 'Đồng Tháp', codes: { gso: '87' } }],
    },
  ]

  test('ends the province and the district, and what stood under the province goes with it', () => {
    const { units, faults } = applyEvents(before, events)
    expect(faults).toEqual([])
    const tree = treeOn(units, on)
    expect(descendantsOf(tree, 'new').map((u) => u.slug)).toEqual(['office', 'new/go-cong'])
    expect(ancestorsOf(treeOn(units, plusDays(on, -1)), 'go-cong/phuong-1').map((u) => u.slug)).toEqual([
      'go-cong',
      'province',
    ])
    expect(childrenOf(tree, null).map((u) => u.slug)).toEqual(['new'])
    expect(unitWithCode(units, 'gso', '82', on)?.slug).toBe('new')
  })

  test('a district cannot be abolished over the heads of its communes', () => {
    expect(faultsOf(goCong, [event('abolish', on, ['go-cong'], [])])).toEqual([
      'orphaned go-cong/phuong-1',
      'orphaned go-cong/phuong-4',
    ])
  })
})

describe('what is refused', () => {
  const on = day('2025-01-01')
  test.each([
    ['an event about a unit that does not exist', event('abolish', on, ['nobody'], []), 'not_in_force nobody'],
    ['a new unit under a slug once used', event('establish', on, [], [after('go-cong', null)]), 'slug_taken go-cong'],
    [
      'a merger of one',
      event('merge', on, ['go-cong/phuong-1'], [after('x', 'go-cong')]),
      'wrong_shape go-cong/phuong-1',
    ],
    ['a unit under one that is not there', event('establish', on, [], [after('x', 'y')]), 'parent_missing x'],
    ['a code already borne', event('establish', on, [], [after('x', 'go-cong', '28300')]), 'code_twice x'],
    [
      'a unit below itself',
      event('transfer', on, ['go-cong'], [after('go-cong', 'go-cong/phuong-1')]),
      'circle go-cong',
    ],
  ])('%s', (_, wrong, fault) => {
    expect(faultsOf(goCong, [wrong])).toContain(fault)
    expect(applyEvents(goCong, [wrong]).units).toBe(goCong)
  })

  test('changing a unit twice on one day', () => {
    const rename = event('rename', on, ['go-cong'], [after('go-cong', 'province')])
    expect(faultsOf(goCong, [rename, rename])).toEqual(['changed_twice go-cong'])
  })

  test('versions that overlap, or begin after they end', () => {
    const [version] = unit('x', null).versions
    if (!version) throw new Error('no version')
    const twice = {
      ...unit('x', null),
      versions: [
        { ...version, validTo: on },
        { ...version, validFrom: on },
      ],
    }
    const backwards = { ...unit('y', null), versions: [{ ...version, validFrom: on, validTo: plusDays(on, -1) }] }
    expect(faultsInUnits([twice, backwards]).map((f) => f.fault)).toEqual(['versions_overlap', 'versions_overlap'])
  })
})

/** A small province, and events made from a row of numbers against what is in force on each day. */
const first = [
  unit('p', null),
  ...['d1', 'd2', 'd3'].map((d) => unit(d, 'p')),
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((c, n) => unit(c, `d${(n % 3) + 1}`)),
]
const start = day('2020-01-01')

function historyOf(numbers: readonly number[]) {
  let units: readonly Unit[] = first
  const events: UnitEvent[] = []
  for (let n = 0; n < numbers.length; n += 6) {
    const on = plusDays(start, n)
    const tree = treeOn(units, on)
    const leaves = [...tree.bySlug.values()].filter((u) => u.parent !== null && childrenOf(tree, u.slug).length === 0)
    const today: UnitEvent[] = []
    for (const [step, number] of numbers.slice(n, n + 6).entries()) {
      const [one, two] = leaves.splice(number % Math.max(leaves.length - 1, 1), 2)
      if (!one || !two) break
      const born = (k: number) => after(`n${n}-${step}-${k}`, one.parent)
      const parent = number % 2 === 0 ? 'p' : one.parent
      const kinds = [
        event('merge', on, [one.slug, two.slug], [born(0)]),
        event('merge', on, [one.slug, two.slug], [after(one.slug, one.parent)]),
        event('split', on, [one.slug], [born(0), born(1)]),
        event('split', on, [one.slug], [after(one.slug, one.parent), born(1)]),
        event('rename', on, [one.slug], [after(one.slug, one.parent, undefined, `renamed ${n}`)]),
        event('transfer', on, [one.slug], [after(one.slug, parent)]),
        event('abolish', on, [one.slug], []),
        event('establish', on, [], [born(0)]),
      ]
      const made = kinds[number % kinds.length]
      if (made) today.push(made)
    }
    const applied = applyEvents(units, today)
    expect(applied.faults).toEqual([])
    units = applied.units
    events.push(...today)
  }
  return { units, events }
}
const anyHistory = fc.array(fc.nat(10_000), { minLength: 6, maxLength: 60 })
const bySlug = (units: readonly Unit[]) => units.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))

describe('in any history', () => {
  test('on every day each unit has one version at most, and everybody has a way up to the province', () => {
    fc.assert(
      fc.property(anyHistory, (numbers) => {
        const { units } = historyOf(numbers)
        for (let n = -1; n <= numbers.length; n++) {
          const on = plusDays(start, n)
          const tree = treeOn(units, on)
          const inForce = units.filter((u) =>
            u.versions.some((v) => (v.validFrom ?? on) <= on && on <= (v.validTo ?? on)),
          )
          expect(tree.bySlug.size).toBe(inForce.length)
          expect([...tree.byParent.values()].flat()).toHaveLength(tree.bySlug.size)
          expect(descendantsOf(tree, 'p')).toHaveLength(tree.bySlug.size - 1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a unit that ended has successors in force, or all its line was abolished; one in force carries itself on', () => {
    fc.assert(
      fc.property(anyHistory, (numbers) => {
        const { units, events } = historyOf(numbers)
        const last = plusDays(start, numbers.length)
        const diedOut = (slug: string): boolean => {
          const end = events.find((e) => e.from.includes(slug) && !e.to.some((born) => born.slug === slug))
          return end !== undefined && end.to.every((born) => diedOut(born.slug))
        }
        for (const { slug, versions } of units) {
          const heirs = successorsOf(events, slug, last)
          const inForce = versions.at(-1)?.validTo === null
          if (inForce) expect(heirs).toContain(slug)
          else expect(heirs.length > 0 || diedOut(slug)).toBe(true)
          for (const heir of heirs) expect(units.find((u) => u.slug === heir)?.versions.at(-1)?.validTo).toBeNull()
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order in which the events are given does not matter, nor applying them day by day', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (numbers, keys) => {
        const { units, events } = historyOf(numbers)
        const shuffled = events.map((e, n) => ({ e, key: keys[n] ?? 0 })).toSorted((a, b) => a.key - b.key)
        const again = applyEvents(
          first,
          shuffled.map(({ e }) => e),
        )
        expect(again.faults).toEqual([])
        expect(bySlug(again.units)).toEqual(bySlug(units))
      }),
      { numRuns: 60 },
    )
  })
})
