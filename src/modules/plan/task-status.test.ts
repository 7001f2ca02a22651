import { expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { statusRuleOn } from './status.ts'
import { statusOfTask, type TaskInput } from './task-status.ts'

const today = day('2025-05-14')
const rule = statusRuleOn(today)
const { soonDays, littleDone, milestoneGraceDays } = rule.task
const task = (more: Partial<TaskInput>): TaskInput => ({
  dueOn: day('2025-12-31'),
  doneOn: null,
  stoppedOn: null,
  milestones: [],
  shareDone: null,
  openRisks: 0,
  notes: 1,
  today,
  rule,
  ...more,
})
const standing = (more: Partial<TaskInput>) => statusOfTask(task(more)).status

test('a task is late the day after it was due, not on the day', () => {
  expect(standing({ dueOn: today, shareDone: 100 })).toBe('on_track')
  expect(standing({ dueOn: plusDays(today, -1), shareDone: 100 })).toBe('late')
})

test('a task that is done or stopped is never late', () => {
  expect(standing({ dueOn: day('2025-01-01'), doneOn: today })).toBe('done')
  expect(standing({ dueOn: day('2025-01-01'), stoppedOn: today })).toBe('stopped')
})

test('a milestone may be overdue for as long as the rule allows', () => {
  const overdue = (days: number) => ({ milestones: [{ dueOn: plusDays(today, -days), doneOn: null }] })
  expect(standing(overdue(milestoneGraceDays))).toBe('on_track')
  expect(standing(overdue(milestoneGraceDays + 1))).toBe('late')
  expect(standing({ milestones: [{ dueOn: day('2025-01-01'), doneOn: day('2025-03-01') }] })).toBe('on_track')
})

test('it is at risk when little is done shortly before the end, or somebody has raised a risk', () => {
  const dueOn = plusDays(today, soonDays)
  expect(standing({ dueOn, shareDone: littleDone - 1 })).toBe('at_risk')
  expect(standing({ dueOn, shareDone: littleDone })).toBe('on_track')
  expect(standing({ dueOn: plusDays(dueOn, 1), shareDone: 0 })).toBe('on_track')
  expect(standing({ openRisks: 1 })).toBe('at_risk')
})

test('nothing is known of a task about which nobody wrote and no milestone of which is reached', () => {
  expect(standing({ notes: 0 })).toBe('no_data')
  expect(standing({ notes: 0, milestones: [{ dueOn: today, doneOn: today }] })).toBe('on_track')
})
