import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { checkAnswers, checkPerson } from './person-check.ts'

const record = { number: '082196004127', name: 'Nguyễn Thị Thu Hà', birthDay: day('1996-03-02') }
const { number, name, birthDay } = record
const answer = (...asked: Parameters<typeof checkPerson>) => checkPerson(...asked).answer

describe('§10.13 what a person says, held against a record, has four answers', () => {
  test('match: everything that was said agrees, as people type it', () => {
    expect(answer({ number, name }, record)).toBe('match')
    expect(answer({ number, name: '  nguyen thi   THU ha ' }, record)).toBe('match')
    expect(answer({ number, birthDay }, record)).toBe('match')
  })

  test('no match: something differs, and which is said', () => {
    expect(checkPerson({ number, name: 'Nguyễn Thị Thu Hằng', birthDay: day('1996-03-03') }, record)).toEqual({
      answer: 'no_match',
      differs: ['name', 'birthDay'],
    })
  })

  test('no data: nobody is known by this number, which is no sign of anything wrong', () => {
    expect(answer({ number: '082196004128', name }, record)).toBe('no_data')
    expect(answer({ number, name }, undefined)).toBe('no_data')
  })

  test('insufficient: too little was said, or the record does not hold what was said', () => {
    expect(answer({ number }, record)).toBe('insufficient')
    expect(answer({ name, birthDay }, record)).toBe('insufficient')
    expect(answer({ number, birthDay }, { ...record, birthDay: null })).toBe('insufficient')
  })

  test('whatever comes in, it is one of the four, and a difference is named exactly when there is one', () => {
    const said = fc.record(
      {
        number: fc.constantFrom('', number, '1'),
        name: fc.constantFrom('', name, 'x', ' '),
        birthDay: fc.constantFrom(birthDay, day('2000-01-01')),
      },
      { requiredKeys: [] },
    )
    const held = fc.option(
      fc.record({
        number: fc.constant(number),
        name: fc.constantFrom(name, 'y'),
        birthDay: fc.constantFrom(birthDay, null),
      }),
      { nil: undefined },
    )
    const seen = new Set<string>()
    fc.assert(
      fc.property(said, held, (asked, known) => {
        const checked = checkPerson(asked, known)
        seen.add(checked.answer)
        expect(checkAnswers).toContain(checked.answer)
        expect(checked.differs.length > 0).toBe(checked.answer === 'no_match')
      }),
      { numRuns: 500 },
    )
    expect([...seen].toSorted()).toEqual([...checkAnswers].toSorted())
  })
})
