import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { differencesOf } from './meanwhile.ts'
import { openRisksOf, shareDoneOf } from './note.ts'
import { NumberInput, OptionalNumberInput } from './number-input.ts'
import { objectionToAssign, type Standpoint } from './standpoint.ts'
import { reportersOf } from './target.ts'
import { fundingSums, objectionToChange, objectionToFinish, objectionToReopen, objectionToStop } from './task.ts'

const lead: Standpoint = {
  permissions: new Set(['plan.work', 'plan.assign']),
  leads: true,
  cooperates: false,
  leadsPlan: false,
  planState: 'published',
}
const open = { doneOn: null, stoppedOn: null }
const done = { doneOn: day('2025-05-14'), stoppedOn: null }
const nothingLeft = { openMilestones: 0, openRisks: 0 }

describe('what may happen to a task', () => {
  test('it is worked on while it is open, by who leads it, helps, or leads the plan', () => {
    const helper = { ...lead, leads: false, cooperates: true }
    const outsider = { ...lead, leads: false }
    expect(objectionToChange(lead, open)).toBeNull()
    expect(objectionToChange(helper, open)).toBeNull()
    expect(objectionToChange({ ...outsider, leadsPlan: true }, open)).toBeNull()
    expect(objectionToChange(outsider, open)).toBe('plan.work.not_yours')
    expect(objectionToChange(lead, done)).toBe('plan.task.ended')
    expect(objectionToChange({ ...lead, planState: 'closed' }, open)).toBe('plan.work.not_in_force')
  })

  test('it ends by who leads it, and only when nothing of it is left', () => {
    expect(objectionToFinish(lead, { ...open, ...nothingLeft })).toBeNull()
    expect(objectionToFinish(lead, { ...open, ...nothingLeft, openMilestones: 1 })).toBe('plan.task.milestones_open')
    expect(objectionToFinish(lead, { ...open, ...nothingLeft, openRisks: 1 })).toBe('plan.task.risks_open')
    expect(objectionToFinish({ ...lead, leads: false, cooperates: true }, { ...open, ...nothingLeft })).toBe(
      'plan.work.not_lead',
    )
    expect(objectionToStop(lead, done)).toBe('plan.task.ended')
  })

  test('only what has ended is opened again', () => {
    expect(objectionToReopen(lead, done)).toBeNull()
    expect(objectionToReopen(lead, open)).toBe('plan.task.open_already')
  })

  test('only the lead of the plan assigns', () => {
    expect(objectionToAssign(lead)).toBe('plan.work.not_plan_lead')
    expect(objectionToAssign({ ...lead, leadsPlan: true })).toBeNull()
    expect(objectionToAssign({ ...lead, leadsPlan: true, permissions: new Set() })).toBe('kernel.not_permitted')
  })
})

test('money is added up', () => {
  expect(fundingSums([])).toEqual({ amount: 0, spent: 0 })
  const lines = [
    { amount: 1_000_000, spent: 1 },
    { amount: 2_000_000, spent: 2 },
  ]
  expect(fundingSums(lines)).toEqual({ amount: 3_000_000, spent: 3 })
})

test('a risk is open until a note answers it; the last share that was given counts', () => {
  const note = { answers: null, shareDone: null }
  const notes = [
    { ...note, id: 'd', kind: 'progress' as const },
    { ...note, id: 'c', kind: 'risk_closed' as const, answers: 'a' },
    { ...note, id: 'b', kind: 'risk' as const },
    { ...note, id: 'a', kind: 'risk' as const, shareDone: 30 },
    { ...note, id: '0', kind: 'progress' as const, shareDone: 20 },
  ]
  expect(openRisksOf(notes).map(({ id }) => id)).toEqual(['b'])
  expect(shareDoneOf(notes)).toBe(30)
  expect(shareDoneOf([])).toBeNull()
})

test('who reports a number: the lead, each that helps, or each unit of a kind that still stands', () => {
  const standing = [
    { id: 1, kind: 'department' },
    { id: 2, kind: 'commune' },
    { id: 3, kind: 'commune' },
  ]
  const target = { leadUnitId: 1, cooperating: [3, 99] }
  expect(reportersOf({ reportedBy: 'lead' }, target, standing)).toEqual([1])
  expect(reportersOf({ reportedBy: 'cooperating' }, target, standing)).toEqual([3])
  expect(reportersOf({ reportedBy: 'commune' }, target, standing)).toEqual([2, 3])
  expect(reportersOf({ reportedBy: 'lead' }, { ...target, leadUnitId: null }, standing)).toEqual([])
})

test.each([
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['1.234.567', 1234567],
  ['12.5', 12.5],
  ['12,345', 12.345],
  ['1 234', 1234],
  ['95', 95],
  ['0', 0],
])('"%s" is typed for %d', (typed, number) => {
  expect(NumberInput.parse(typed)).toBe(number)
})

test('what is no number, or has too many decimals, is refused; an empty box is nothing', () => {
  for (const typed of ['abc', '1,2,3', '1e5', '12,3456', '--1', ''])
    expect(NumberInput.safeParse(typed).success).toBe(false)
  expect(OptionalNumberInput.parse('')).toBeUndefined()
})

test('where two people differ: lists whatever their order, days however they were typed', () => {
  const saved = [
    { name: 'lead', now: ['5'] },
    { name: 'helpers', now: ['1', '2'] },
    { name: 'due', now: ['2025-06-30'] },
    { name: 'starts', now: [''] },
  ]
  const typed = { lead: '6', helpers: ['2', '1'], 'due.day': '30', 'due.month': '6', 'due.year': '2025' }
  expect(differencesOf(typed, saved)).toEqual([{ name: 'lead', theirs: ['5'], yours: ['6'] }])
  expect(differencesOf({ ...typed, lead: '5', helpers: '1' }, saved)).toEqual([
    { name: 'helpers', theirs: ['1', '2'], yours: ['1'] },
  ])
})
