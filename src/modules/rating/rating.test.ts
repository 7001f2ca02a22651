import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { office } from '#test/office-calendar.ts'
import { isWorkingDay, workingDaysBetween } from '#kernel/calendar.ts'
import { day, dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { dossierStates } from '#modules/dossiers/public.ts'
import { dueOf, isLate, objectionToAnswer, ownerAmong } from './follow-up.ts'
import { placeIn, placeOf } from './place.ts'
import { ratingRulesOn } from './rating-rule.ts'
import { faultsOf, isLow, isTooFew, lastDayToChange, objectionToChange, objectionToRate } from './rating.ts'

const rules = ratingRulesOn(day('2025-05-14'))
const given = momentOf(day('2025-05-14'), 23, 30)
const codes = rules.criteria.asked.map(({ code }) => code)
const marks = rules.scale.marks.map(({ code }) => code)
const someAnswers = fc.dictionary(fc.constantFrom(...codes), fc.constantFrom(...marks))

test('§10.49 a dossier is rated after its result was given out, in no other state', () => {
  expect(dossierStates.filter((state) => objectionToRate({ state }) === null)).toEqual(['returned'])
})

describe('§10.49 the sheet', () => {
  test('asks what TT 32/2017 and NĐ 61/2018 name, on three marks; only the overall mark is needed', () => {
    expect(rules.scale.marks.map(({ vi }) => vi)).toEqual(['Rất hài lòng', 'Hài lòng', 'Chưa hài lòng'])
    expect(codes).toEqual(
      expect.arrayContaining(['overall', 'convenience', 'time', 'attitude', 'contacts', 'agencies']),
    )
    expect(rules.criteria.asked.filter(({ needed }) => needed).map(({ code }) => code)).toEqual(['overall'])
  })

  test('takes any marks that are on it, once the overall one is there', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const faults = faultsOf(answers, rules).map(({ path }) => path)
        expect(faults).toEqual(answers['overall'] === undefined ? ['answers.overall'] : [])
      }),
    )
  })

  test('refuses another mark and another criterion', () => {
    expect(faultsOf({ overall: 'fine' }, rules)).toEqual([{ path: 'answers.overall', key: 'rating.not_on_the_sheet' }])
    expect(faultsOf({ overall: 'satisfied', weather: 'satisfied' }, rules)).toEqual([
      { path: 'answers.weather', key: 'rating.not_on_the_sheet' },
    ])
  })

  test('is looked into when the overall mark or that of the attitude is low, whatever the others are', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const opens = answers['overall'] === 'not_satisfied' || answers['attitude'] === 'not_satisfied'
        expect(isLow(answers, rules)).toBe(opens)
      }),
    )
  })
})

test('it may be changed for seven days, the last one included', () => {
  const last = lastDayToChange(given, rules)
  expect(last).toBe(plusDays(dayOf(given), 7))
  expect(objectionToChange(given, rules, last)).toBeNull()
  expect(objectionToChange(given, rules, plusDays(last, 1))).toBe('rating.too_late_to_change')
})

test('so few that somebody could be recognised are not told', () => {
  expect([0, 4, 5, 6].map((count) => isTooFew(count, rules))).toEqual([true, true, false, false])
})

describe('§10.49 what is opened for a low rating', () => {
  test('is due after fifteen working days, on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
        const opened = plusDays(day('2025-01-01'), days)
        const due = dueOf(opened, rules, office)
        expect(workingDaysBetween(opened, due, office)).toBe(15)
        expect(isWorkingDay(due, office)).toBe(true)
      }),
    )
  })

  test('is late from the day after, and what was answered late stays late', () => {
    const dueOn = day('2025-06-04')
    expect(isLate({ dueOn, answeredOn: null }, dueOn)).toBe(false)
    expect(isLate({ dueOn, answeredOn: null }, plusDays(dueOn, 1))).toBe(true)
    expect(isLate({ dueOn, answeredOn: dueOn }, day('2026-01-01'))).toBe(false)
  })

  test('is answered once, and not by whoever did the work', () => {
    expect(objectionToAnswer({ answeredOn: null, handledBy: 'kiet' }, 'kiet')).toBe('rating.follow_up.own_work')
    expect(objectionToAnswer({ answeredOn: null, handledBy: 'kiet' }, 'uyen')).toBeNull()
    expect(objectionToAnswer({ answeredOn: null, handledBy: null }, 'uyen')).toBeNull()
    expect(objectionToAnswer({ answeredOn: day('2025-06-04'), handledBy: null }, 'uyen')).toBe(
      'rating.follow_up.answered_before',
    )
    expect(ownerAmong(['kiet', 'uyen'], 'kiet')).toBe('uyen')
    expect(ownerAmong(['kiet'], 'kiet')).toBeNull()
  })
})

test('a place in the list is read as it was written, and nothing else is read', () => {
  const place = { dueOn: day('2025-06-04'), id: '01940000-0000-7000-8000-000000000001' }
  expect(placeIn(placeOf(place))).toEqual(place)
  for (const other of ['', '2025-06-04', '2025-06-31.01940000-0000-7000-8000-000000000001', '2025-06-04.x'])
    expect(placeIn(other)).toBeUndefined()
})
