import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, holds, worth } from './evaluate.ts'
import { faultsIn, namesIn, type Type, typeOf, type Types } from './expression-check.ts'
import { parse } from './expression.ts'
import type { Answers } from './form.ts'

const answers: Answers = {
  married: 'yes',
  age: 20,
  fee: 8000,
  born: '2000-02-29',
  copies: ['paper', 'electronic'],
  children: [{ name: 'An' }, { name: 'Bình' }],
  home: { province: '82', commune: '28249', detail: '', on: '2025-05-14', words: 'Phường 5' },
}
const scope = { answers, today: '2025-05-14' }

describe('an expression', () => {
  test.each([
    ["married = 'yes' and age >= 18", true],
    ["married != 'no'", true],
    ["not married = 'yes'", false],
    ["married = 'no' or age < 18 or fee = 8000", true],
    ["married = 'no' or (age < 18 and fee = 8000)", false],
    ['fee * 2 + 1 = 16001', true],
    ['10 - 2 - 3 = 5', true],
    ['2 + 3 * 4 = 14', true],
    ['-age + 40 = 20', true],
    ['fee / 0 > 1', false],
    ["married in ('yes', 'no')", true],
    ["married not in ('no')", true],
    ['age in (19, 20)', true],
    ["copies in ('electronic')", true],
    ["copies in ('other')", false],
    ['home is answered and not other is answered', true],
    ['other is not answered', true],
    ['count(children) = 2 and count(others) = 0', true],
    ['age(born) = 25', true],
    ["born < '2000-03-01' and born < today", true],
    ["'it''s' = 'it''s'", true],
  ])('%s', (text, value) => expect(worth(text, scope)).toBe(value))

  test('with a name that was not answered never holds, whichever way it is compared', () => {
    for (const sign of ['=', '!=', '<', '<=', '>', '>=']) expect(holds(`other ${sign} 1`, scope)).toBe(false)
    expect(worth('other + 1', scope)).toBeNull()
    expect(holds('not other = 1', scope)).toBe(true)
  })

  test('sees only what was answered, not what every object has', () => {
    expect(holds('constructor is answered', scope)).toBe(false)
    expect(worth('constructor', scope)).toBeNull()
  })

  test.each([
    ['', 'ends_early', 0],
    ['age >=', 'ends_early', 6],
    ['age >= and', 'unexpected', 6],
    ["married = 'yes", 'unexpected', 9],
    ['count(children', 'ends_early', 14],
    ['age = 1 = 2', 'unexpected', 7],
    ['in = 1', 'unexpected', 0],
    ['a ; b', 'unexpected', 1],
    [`${'('.repeat(600)}`, 'too_long', 500],
  ])('%j says what is wrong', (text, fault, at) => expect(parse(text)).toMatchObject({ fault, at }))

  test.each([
    ['2000-02-29', '2018-02-28', 17],
    ['2000-02-29', '2018-03-01', 18],
    ['2000-05-14', '2018-05-14', 18],
    ['2025-05-15', '2025-05-14', null],
    ['not a day', '2025-05-14', null],
  ])('who was born on %s is on %s %s', (born, today, years) => expect(ageOn(born, today)).toBe(years))
})

const types: Types = new Map<string, Type>([
  ['married', 'text'],
  ['age', 'number'],
  ['fee', 'number'],
  ['born', 'day'],
  ['copies', 'list'],
  ['children', 'rows'],
  ['home', 'thing'],
])

describe('what is checked of an expression', () => {
  test.each([
    ["married = 'yes' and age >= 18", 'truth'],
    ['fee * 2', 'number'],
    ["born >= '2000-01-01' and age(born) > 18", 'truth'],
    ['home is answered', 'truth'],
    ["copies in ('a')", 'truth'],
    ['today', 'day'],
  ])('%s is sound: %s', (text, type) => {
    expect(faultsIn(text, types)).toEqual([])
    expect(typeOf(text, types)).toBe(type)
  })

  test.each([
    ["nobody = 'yes'", 'unknown_name', 'nobody'],
    ['married = 1', 'wrong_type', 'married'],
    ["married < 'yes'", 'wrong_type', 'married'],
    ["born = 'soon'", 'wrong_type', 'born'],
    ['home = 1', 'wrong_type', 'home'],
    ['married and age > 1', 'wrong_type', 'married'],
    ['married + 1 = 2', 'wrong_type', 'married'],
    ['age(married) > 1', 'wrong_type', 'married'],
    ['count(born) > 1', 'wrong_type', 'born'],
    ['copies = 1', 'wrong_type', 'copies'],
    ['copies in (1)', 'wrong_type', 'copies'],
  ])('%s is not', (text, fault, found) => {
    expect(faultsIn(text, types)).toMatchObject([{ fault, found }])
    expect(typeOf(text, types)).toBeNull()
  })

  test('what it is needed for', () => {
    expect(faultsIn('age', types, 'truth')).toMatchObject([{ fault: 'wrong_type' }])
    expect(faultsIn('age > 1', types, 'truth')).toEqual([])
    expect(faultsIn('age + 1', types, 'number')).toEqual([])
  })

  test('the names it speaks of', () => {
    expect(namesIn("married = 'yes' and (age(born) > count(children) or born is answered)")).toEqual([
      'married',
      'born',
      'children',
    ])
    expect(namesIn('(((')).toEqual([])
  })
})

/* Words of the language in any order: most are no expressions, some are. */
const word = fc.constantFrom(
  ...'and or not in is answered today age count married born children home constructor'.split(' '),
  ..."( ) , = != < <= + - * / 'yes' '2000-01-01' 1 0.5".split(' '),
)
const babble = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '))
const anyAnswers = fc.dictionary(
  fc.constantFrom('married', 'age', 'born', 'children', 'home', 'copies', '__proto__'),
  fc.jsonValue(),
) as fc.Arbitrary<Answers>

/** Sound expressions, and what they must be worth, made together. */
const sound = fc.letrec<{ number: [string, number]; truth: [string, boolean] }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    fc.nat(99).map((n): [string, number] => [String(n), n]),
    fc.constant<[string, number]>(['age', 20]),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number'))
      .map(([[l, a], sign, [r, b]]): [string, number] => [
        `(${l} ${sign} ${r})`,
        sign === '+' ? a + b : sign === '-' ? a - b : a * b,
      ]),
  ),
  truth: fc.oneof(
    { maxDepth: 4 },
    fc.constant<[string, boolean]>(["married = 'yes'", true]),
    fc.tuple(tie('number'), tie('number')).map(([[l, a], [r, b]]): [string, boolean] => [`${l} <= ${r}`, a <= b]),
    tie('truth').map(([text, value]): [string, boolean] => [`not (${text})`, !value]),
    fc
      .tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth'))
      .map(([[l, a], join, [r, b]]): [string, boolean] => [`(${l}) ${join} (${r})`, join === 'and' ? a && b : a || b]),
  ),
}))

describe('whatever is written', () => {
  test('is read or says why not, and has a value for any answers', () => {
    fc.assert(
      fc.property(fc.oneof(babble, fc.string({ maxLength: 80 })), anyAnswers, (text, given) => {
        const value = worth(text, { answers: given, today: '2025-05-14' })
        expect(['string', 'number', 'boolean', 'object']).toContain(typeof value)
        expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true)
        faultsIn(text, types)
      }),
      { numRuns: 2000 },
    )
  })

  test('means what its parts mean', () => {
    fc.assert(
      fc.property(sound.truth, ([text, value]) => {
        fc.pre(text.length <= 500)
        expect(faultsIn(text, types, 'truth')).toEqual([])
        expect(worth(text, scope)).toBe(value)
      }),
    )
  })
})
