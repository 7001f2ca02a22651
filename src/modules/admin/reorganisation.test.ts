import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EventsFile, readPack } from '#kernel/pack.ts'
import { day } from '#kernel/time.ts'
import { applyEvents, type Unit, versionOn } from '#kernel/unit.ts'
import { changesOf, eventOf, nameOn, type Composed, type Outcome } from './reorganisation.ts'

const on = day('2025-07-01')
const unit = (slug: string, name: string, parent: string | null, codes = {}): Unit => ({
  slug,
  kind: parent === null ? 'province' : 'commune',
  source: '',
  verified: true,
  note: null,
  versions: [{ name, shortName: null, parent, codes, validFrom: null, validTo: null, citation: null }],
})
const units = [
  unit('tinh', 'Tỉnh', null),
  unit('tinh/xa-a', 'Xã A', 'tinh', { gso: '1' }),
  unit('tinh/xa-b', 'Xã B', 'tinh', { gso: '2' }),
]
const outcome = (name: string, more: Partial<Outcome> = {}): Outcome => ({
  slug: '',
  name,
  kind: 'commune',
  parent: 'tinh',
  gso: '',
  h58: '',
  ...more,
})
const composed = (more: Partial<Composed>): Composed => ({
  kind: 'merge',
  decision: 'QĐ 1',
  on,
  from: ['tinh/xa-a', 'tinh/xa-b'],
  to: [outcome('Xã C')],
  verified: true,
  ...more,
})
const told = (event: Composed) => {
  const { units: after, faults } = applyEvents(units, [eventOf(event, units)])
  return { faults, changes: changesOf(units, after).map(({ slug, what }) => `${slug} ${what}`) }
}

describe('a decision filled in by hand', () => {
  test('makes a new unit below its parent, and ends those that went into it', () => {
    expect(told(composed({}))).toEqual({
      faults: [],
      changes: ['tinh/xa-a ends', 'tinh/xa-b ends', 'tinh/xa-c begins'],
    })
  })

  test('gives a new unit a number when its name was used before', () => {
    const event = eventOf(composed({ to: [outcome('Xã A')] }), units)
    expect(event.to.map(({ slug }) => slug)).toEqual(['tinh/xa-a-2'])
  })

  test('lets a renamed unit go on with its codes', () => {
    const event = eventOf(composed({ kind: 'rename', from: ['tinh/xa-a'], to: [outcome('Xã An')] }), units)
    expect(event.to).toEqual([
      { slug: 'tinh/xa-a', kind: 'commune', name: 'Xã An', shortName: null, parent: 'tinh', codes: { gso: '1' } },
    ])
    expect(told(composed({ kind: 'rename', from: ['tinh/xa-a'], to: [outcome('Xã An')] })).changes).toEqual([
      'tinh/xa-a changes',
    ])
  })

  test('is refused with the unit at fault when it takes a code that another has', () => {
    const { faults, changes } = told(
      composed({ kind: 'rename', from: ['tinh/xa-a'], to: [outcome('X', { gso: '2' })] }),
    )
    expect(faults.map(({ fault }) => fault)).toEqual(['code_twice'])
    expect(changes).toEqual([])
  })
})

test('what the great reorganisation of July 2025 does is told whole', () => {
  const { value } = readPack('data/packs/tien-giang')
  const file = EventsFile.parse(JSON.parse(readFileSync('data/packs/tien-giang/events.json', 'utf8')))
  const before = value?.units ?? []
  const { units: after, faults } = applyEvents(before, file.events)
  expect(faults).toEqual([])
  const changes = changesOf(before, after)
  const kinds = (what: string) => changes.filter((change) => change.what === what)
  const open = (all: readonly Unit[], at: string) => all.filter((one) => versionOn(one, day(at))).length
  expect(kinds('ends').length).toBe(1 + 11 + 164)
  expect(kinds('begins').length).toBe(1 + 57)
  expect(open(after, '2025-07-01')).toBe(open(before, '2025-06-30') - kinds('ends').length + kinds('begins').length)
  for (const { before: was, after: becomes } of kinds('changes')) {
    expect(was?.parent).toBe('ubnd-tinh')
    expect(becomes?.parent).toBe('ubnd-tinh-dong-thap')
  }
})

test('a unit is called what it was called on the day, or the day before it ended', () => {
  const { units: after } = applyEvents(units, [eventOf(composed({}), units)])
  expect(nameOn(after, 'tinh/xa-a', on)).toBe('Xã A')
  expect(nameOn(after, 'tinh/xa-c', on)).toBe('Xã C')
  expect(nameOn(after, 'khong-co', on)).toBe('khong-co')
})
