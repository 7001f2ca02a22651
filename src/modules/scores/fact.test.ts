import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayOf, momentOf } from '#kernel/time.ts'
import { anyFact, plainFact } from '#test/dossier-facts.ts'
import { type DossierFact, endOf, judge } from './fact.ts'
import { sheetOn } from './service-index.ts'

const rule = sheetOn(day('2025-05-14')).judging
const judged = (change: Partial<DossierFact>) => judge({ ...plainFact, ...change }, rule)
const at = (on: string, hours = 10) => momentOf(day(on), hours)
const ended = (on: string, hours = 10) => ({ endedAt: at(on, hours), endedBy: 'result', state: 9 }) as const

describe('§10.46 2.1: in time', () => {
  test('at the very minute of the appointment, and not a minute after it', () => {
    const due = plainFact.dueAt as Date
    expect(judged({ ...ended('2025-03-10'), endedAt: due }).lateOn).toBeNull()
    const late = judged({ ...ended('2025-03-10'), endedAt: new Date(due.getTime() + 60_000) })
    expect([late.lateOn, late.lateBy]).toEqual(['2025-03-10', 'due'])
  })

  test('the time the citizen took for a supplement is taken off', () => {
    const asked = { supplementsAsked: [at('2025-03-05')], supplementMinutes: 3 * 1440 }
    expect(judged({ ...ended('2025-03-13'), ...asked }).lateOn).toBeNull()
    expect(judged({ ...ended('2025-03-14'), ...asked }).lateOn).toBe('2025-03-13')
  })

  test('a second request for a supplement is late, however early the end', () => {
    const asked = { supplementsAsked: [at('2025-03-04'), at('2025-03-05')] }
    const late = judged({ ...ended('2025-03-06'), ...asked })
    expect([late.lateOn, late.lateBy]).toEqual(['2025-03-05', 'asked'])
  })

  test('while the citizen is to send something, the request stands for the end', () => {
    expect(judged({ state: 5, supplementsAsked: [at('2025-03-05')] }).lateOn).toBeNull()
    expect(judged({ state: 4, supplementsAsked: [at('2025-03-05')] }).lateOn).toBe('2025-03-10')
  })

  test('without an appointment the longest time allowed holds; without either nothing is late', () => {
    const limit = { dueAt: null, limitAt: at('2025-03-20') }
    expect(judged({ ...ended('2025-03-19'), ...limit }).lateOn).toBeNull()
    expect(judged({ ...ended('2025-03-21'), ...limit }).lateBy).toBe('limit')
    expect(judged({ ...ended('2025-04-21'), dueAt: null }).lateOn).toBeNull()
  })
})

test('the end is the record of 9, then of 10, then of what else ended it', () => {
  const records = [
    { state: 2, at: at('2025-03-03') },
    { state: 10, at: at('2025-03-09') },
    { state: 9, at: at('2025-03-07') },
  ]
  expect(endOf(records)).toEqual({ endedAt: at('2025-03-07'), endedBy: 'result' })
  expect(endOf(records.slice(0, 2))).toEqual({ endedAt: at('2025-03-09'), endedBy: 'return' })
  expect(endOf([{ state: 7, at: at('2025-03-08') }])?.endedBy).toBe('withdrawal')
  expect(endOf(records.slice(0, 1))).toBeNull()
})

test('a dossier is digitised by its components, and once there is one by its result', () => {
  expect(judged({}).digitised).toBe(true)
  expect(judged({ componentsDigitised: 1 }).digitised).toBe(false)
  expect(judged(ended('2025-03-07')).digitised).toBe(false)
  expect(judged({ ...ended('2025-03-07'), resultLink: true }).digitised).toBe(true)
})

test('fully online: filed online, and the result there is has a link and a code', () => {
  expect([judged({}).wholeOnline, judged({ channel: 1 }).wholeOnline]).toEqual([true, false])
  expect(judged({ ...ended('2025-03-07'), resultLink: true }).wholeOnline).toBe(false)
  expect(judged({ ...ended('2025-03-07'), resultLink: true, resultCodes: 1 }).wholeOnline).toBe(true)
})

test('§10.50 what a ministry’s system holds is counted there and not here', () => {
  expect([judged({ mirrored: true }).counted, judged({ state: 1 }).counted, judged({}).counted]).toEqual([
    false,
    false,
    true,
  ])
})

test('no dossier is late before it was received, nor after its end', () => {
  fc.assert(
    fc.property(anyFact([1], ['01940000-0000-7000-8000-000000000009']), (fact) => {
      const { lateOn, endedOn, receivedOn } = judge(fact, rule)
      expect(lateOn === null || lateOn >= receivedOn).toBe(true)
      if (lateOn && endedOn && fact.endedAt) expect(lateOn <= endedOn).toBe(true)
      if (endedOn && fact.endedAt) expect(endedOn >= dayOf(fact.endedAt)).toBe(true)
    }),
  )
})
