import { expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import type { BoardTarget, BoardValue } from './board.ts'
import type { Confirmed } from '#modules/plan/public.ts'
import { placesOf } from './place.ts'

const today = day('2025-05-14')
const value = (id: string, goal: number): BoardValue => ({
  id,
  subject: id,
  level: null,
  aim: false,
  deadline: day('2025-12-31'),
  measureCode: null,
  comparator: 'at_least',
  goal,
  goalMax: null,
  unit: 'percent',
  known: [],
  status: {
    status: 'no_data',
    reading: null,
    gap: null,
    forecast: null,
    why: { key: 'plan.status.why_no_data', params: {} },
  },
})
const target = (no: number, values: readonly BoardValue[]): BoardTarget => ({
  no,
  ref: `II.${no}`,
  title: `T${no}`,
  pillar: 'P',
  leadUnitId: 1,
  values,
  standing: 'no_data',
})
const said = (unitId: number, numerator: number, on = '2025-04-30', endsOn: string | null = null): Confirmed => ({
  unitId,
  numerator,
  denominator: 100,
  on: day(on),
  endsOn: endsOn === null ? null : day(endsOn),
})

test('units that miss most goals come first, and of those the one farthest from a goal', () => {
  const confirmed = new Map([
    ['a', [said(2, 70), said(3, 40), said(4, 50)]],
    ['b', [said(2, 95), said(3, 95), said(4, 95)]],
  ])
  const { lines } = placesOf([target(1, [value('a', 60)]), target(2, [value('b', 90)])], confirmed, today)
  expect(lines.map(({ unitId, short }) => [unitId, short])).toEqual([
    [3, 1],
    [4, 1],
    [2, 0],
  ])
})

test('a number that one unit reports for all has no place side by side', () => {
  const { columns } = placesOf([target(1, [value('a', 60)])], new Map([['a', [said(2, 70)]]]), today)
  expect(columns).toEqual([])
})

test('what a unit said last counts, and a unit that has ended is left out', () => {
  const confirmed = new Map([
    ['a', [said(2, 50, '2025-04-30'), said(2, 40, '2025-03-31'), said(3, 70), said(4, 9, '2025-04-30', '2025-05-01')]],
  ])
  const { lines } = placesOf([target(1, [value('a', 60)])], confirmed, today)
  expect(lines.map(({ unitId, figures }) => [unitId, figures])).toEqual([
    [2, [50]],
    [3, [70]],
  ])
})
