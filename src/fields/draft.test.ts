/** A draft of one form, from the first page to the last. */
import { describe, expect, test } from 'vitest'
import { books } from '#test/some-form.ts'
import { carryOver } from './carry-over.ts'
import { checkForm } from './check-form.ts'
import { type Filled, nothingYet } from './filled.ts'
import type { FormDefinition } from './form.ts'
import { actionOf, afterAction } from './form-action.ts'
import { type Knowns, withKnown } from './known.ts'
import { readAnswers, typedOf } from './read-answers.ts'
import { firstToMend, newlyAsked, stepAfter, stepBefore, stepNear, stepsOf } from './steps.ts'
import { walk } from './walk.ts'

const label = { vi: 'Mục' }
const form: FormDefinition = {
  layout: 'sections',
  sections: [
    {
      name: 'mother',
      title: label,
      questions: [
        { name: 'mother_name', kind: 'text', label, known: 'person.name' },
        { name: 'mother_number', kind: 'person_number', label, known: 'person.number' },
        { name: 'mother_birth_day', kind: 'day', label, known: 'person.birth_day' },
        { name: 'mother_sex', kind: 'choice', list: 'sex', label, required: false },
        { name: 'married', kind: 'yes_no', label },
      ],
    },
    {
      name: 'father',
      title: label,
      when: "married = 'yes'",
      questions: [
        { name: 'father_name', kind: 'text', label },
        { name: 'abroad', kind: 'yes_no', label },
        { name: 'country', kind: 'text', label, when: "abroad = 'yes'", needed: { vi: 'Ghi tên nước', en: 'Which?' } },
      ],
    },
    {
      name: 'children',
      title: label,
      repeat: { min: 1, max: 3, one: label },
      questions: [
        { name: 'child_name', kind: 'text', label },
        { name: 'adult', kind: 'yes_no', label, required: false },
        { name: 'job', kind: 'text', label, when: "adult = 'yes'" },
        { name: 'photos', kind: 'file', label, files: { most: 2 }, required: false },
      ],
    },
    {
      name: 'fees',
      title: label,
      questions: [
        { name: 'copies', kind: 'number', label, max: 10 },
        { name: 'fee', kind: 'computed', label, value: 'copies * 8000 * count(children)' },
        {
          name: 'paid',
          kind: 'money',
          label,
          check: { holds: 'paid = fee', fault: { vi: 'Phải bằng lệ phí', en: 'Must equal the fee' } },
        },
      ],
    },
  ],
}

const says = { vi: 'CSDL quốc gia về dân cư' }
const at = new Date('2025-05-14T02:00:00Z')
const knowns: Knowns = { 'person.name': { value: 'NGUYỄN THỊ HÀ', says, at } }

const filledBy = (typed: Record<string, string | string[]>, filled: Filled = nothingYet, known: Knowns = {}) =>
  readAnswers({ form, filled, knowns: known, books }, typed)
const keysOf = (filled: Filled) => checkForm(form, filled, books).problems.map(({ path, key }) => [path, key])
const stepsFor = (filled: Filled) => stepsOf(form, walk(form, filled.answers, books.today))

const whole = filledBy({
  mother_name: 'Nguyễn Thị Hà',
  mother_number: '082196004127',
  'mother_birth_day.day': '17',
  'mother_birth_day.month': '9',
  'mother_birth_day.year': '1996',
  married: 'no',
  'children.0.child_name': 'An',
  copies: '2',
  paid: '16.000',
})

describe('what is asked', () => {
  test('a whole draft is filed with what was computed, and nothing else', () => {
    const { problems, filed } = checkForm(form, whole, books)
    expect(problems).toEqual([])
    expect(filed).toEqual({
      mother_name: 'Nguyễn Thị Hà',
      mother_number: '082196004127',
      mother_birth_day: '1996-09-17',
      married: 'no',
      children: [{ child_name: 'An' }],
      copies: 2,
      fee: 16000,
      paid: 16000,
    })
  })

  test('an empty draft lacks what is asked, in the order of its pages', () => {
    expect(keysOf(nothingYet)).toEqual([
      ['mother_name', 'input.needed'],
      ['mother_number', 'input.needed'],
      ['mother_birth_day', 'input.needed'],
      ['married', 'fields.choice_needed'],
      ['children.0.child_name', 'input.needed'],
      ['copies', 'input.needed'],
      ['paid', 'input.needed'],
    ])
  })

  test('a page appears with the answer that asks for it, and its answers stay when it goes', () => {
    const married = filledBy({ married: 'yes', father_name: 'Trần Minh' }, whole)
    expect(stepsFor(married).map((step) => step.key)).toEqual(['mother', 'father', 'children', 'fees'])
    const not = filledBy({ married: 'no' }, married)
    expect(stepsFor(not).map((step) => step.key)).toEqual(['mother', 'children', 'fees'])
    expect(not.answers['father_name']).toBe('Trần Minh')
    expect(checkForm(form, not, books).filed).not.toHaveProperty('father_name')
    expect(stepNear(form, stepsFor(not), 'father')?.key).toBe('children')
    expect(stepBefore(stepsFor(not), 'children')?.key).toBe('mother')
    expect(stepAfter(stepsFor(not), 'fees')).toBeUndefined()
  })

  test('without a script the page is shown again for what an answer on it has brought up', () => {
    const before = filledBy({ married: 'yes', father_name: 'Trần Minh' }, whole)
    const after = filledBy({ abroad: 'yes' }, before)
    const step = stepsFor(after)[1]
    const [was, is] = [before, after].map(({ answers }) => walk(form, answers, books.today))
    expect(step && was && is && newlyAsked(step, was, is)).toEqual(['country'])
    expect(keysOf(after)).toEqual([['country', 'fields.says']])
    expect(firstToMend(stepsFor(after), checkForm(form, after, books).problems)?.key).toBe('father')
  })

  test('a check that does not hold is said in its own words', () => {
    expect(checkForm(form, filledBy({ paid: '1' }, whole), books).problems).toEqual([
      { path: 'paid', key: 'fields.says', params: { vi: 'Phải bằng lệ phí', en: 'Must equal the fee' } },
    ])
  })

  test('a condition in a row speaks of that row', () => {
    const rows = { 'children.0.adult': 'yes', 'children.1.child_name': 'Bình', 'children.1.adult': 'no' }
    const two = filledBy({ ...rows, paid: '32000' }, whole)
    expect(keysOf(two)).toEqual([['children.0.job', 'input.needed']])
  })

  test('more rows than there may be are not filed', () => {
    const four = {
      ...whole,
      answers: { ...whole.answers, children: Array.from({ length: 4 }, () => ({ child_name: 'x' })) },
    }
    expect(keysOf(four)).toContainEqual(['children', 'input.too_many'])
  })
})

test('a number that speaks of another birth year or sex is a warning, not a fault (services.md §4.2)', () => {
  const odd = filledBy(
    {
      'mother_birth_day.year': '1986',
      'mother_birth_day.day': '1',
      'mother_birth_day.month': '1',
      mother_sex: 'female',
    },
    whole,
  )
  const { problems, warnings } = checkForm(form, odd, books)
  expect(problems).toEqual([])
  expect(warnings).toEqual([{ path: 'mother_number', key: 'fields.number_of_another_year', params: { year: '1996' } }])
  const man = checkForm(form, filledBy({ mother_number: '082096004127', mother_sex: 'female' }, whole), books)
  expect(man.warnings.map(({ key }) => key)).toEqual(['fields.number_of_a_man'])
})

describe('§10.11 what is known', () => {
  test('stands in the place of the answer, and is not read from the page', () => {
    const sent = filledBy({ mother_name: 'Somebody else' }, nothingYet, knowns)
    expect(withKnown(form, sent, knowns, books).answers['mother_name']).toBe('NGUYỄN THỊ HÀ')
    expect(sent.answers).not.toHaveProperty('mother_name')
  })

  test('opens when it is reported wrong, with what was known in its control; and back', () => {
    const action = actionOf(form, { _wrong: 'mother_name nobody' })
    if (!action) throw new Error('no action')
    const { filled, at: place } = afterAction(form, nothingYet, action, knowns)
    expect(place).toBe('mother_name')
    expect(typedOf(form, filled)).toMatchObject({ mother_name: 'NGUYỄN THỊ HÀ' })
    const corrected = filledBy({ mother_name: 'Nguyễn Thị Hà' }, filled, knowns)
    expect(withKnown(form, corrected, knowns, books).answers['mother_name']).toBe('Nguyễn Thị Hà')
    const right = actionOf(form, { _right: 'mother_name' })
    const back = right && afterAction(form, corrected, right, knowns).filled
    expect(back && withKnown(form, back, knowns, books).answers['mother_name']).toBe('NGUYỄN THỊ HÀ')
  })

  test('is asked for when it would not do as an answer', () => {
    const odd: Knowns = { 'person.number': { value: '12', says, at } }
    expect(withKnown(form, nothingYet, odd, books).answers).toEqual({})
  })
})

describe('the buttons of a form', () => {
  const act = (filled: Filled, typed: Record<string, string>) => {
    const action = actionOf(form, typed)
    return action && afterAction(form, filled, action, {})
  }

  test('add a row, up to the most there may be', () => {
    const two = act(whole, { _add: 'children' })
    expect(two).toMatchObject({ at: 'children.1.child_name', filled: { answers: { children: [{}, {}] } } })
    const three = two && act(two.filled, { _add: 'children' })
    expect(three && act(three.filled, { _add: 'children' })?.filled).toEqual(three?.filled)
  })

  test('take away a row; those below move up with what was typed in them', () => {
    const typed = { 'children.0.child_name': 'An', 'children.1.child_name': 'Bình', 'children.2.photos': 'not-mine' }
    const less = act(filledBy(typed), { _remove: 'children.0' })
    expect(less?.filled.answers).toEqual({ children: [{ child_name: 'Bình' }, {}] })
    expect(less?.filled.unread).toEqual({ 'children.1.photos': 'not-mine' })
  })

  test('take away a file, also one that is no longer there', () => {
    const two = filledBy({ 'children.0.photos': ['u1', 'u2'] })
    const one = act(two, { _drop: 'children.0.photos:u1' })
    expect(one?.filled.answers).toMatchObject({ children: [{ photos: [{ upload: 'u2' }] }] })
    expect(one && act(one.filled, { _drop: 'children.0.photos:u2' })?.filled.answers).toEqual({ children: [{}] })
    const lost = filledBy({ 'children.0.photos': ['gone', 'u2'] })
    expect(act(lost, { _drop: 'children.0.photos:gone' })?.filled.unread).toEqual({ 'children.0.photos': ['u2'] })
  })

  test.each([
    {},
    { _add: 'nobody' },
    { _add: 'mother' },
    { _remove: 'children' },
    { _wrong: 'copies' },
    { _drop: 'x' },
  ])('what names nothing is no action: %j', (typed) => expect(actionOf(form, typed)).toBeNull())
})

test('autosave reads only what was sent', () => {
  const after = readAnswers({ form, filled: whole, knowns: {}, books }, { copies: 'hai' })
  expect(after.answers).toEqual(Object.fromEntries(Object.entries(whole.answers).filter(([name]) => name !== 'copies')))
  expect(after.unread).toEqual({ copies: 'hai' })
  const page = new Set(['copies', 'paid'])
  expect(readAnswers({ form, filled: after, knowns: {}, books, page }, { copies: '3' })).toMatchObject({
    answers: { copies: 3 },
    unread: {},
  })
})

test('an answer whose choice is gone is set aside with its question, and is named', () => {
  const [first, ...others] = form.sections
  if (!first) throw new Error('no section')
  const choices = [{ value: 'other', label }]
  const questions = first.questions.map((one) =>
    one.name === 'mother_sex' ? { name: one.name, kind: 'choice' as const, label, choices } : one,
  )
  const to: FormDefinition = { ...form, sections: [{ ...first, questions }, ...others] }
  const draft = filledBy({ mother_sex: 'female' }, whole)
  const { filled, dropped } = carryOver({ from: form, to }, draft, [], books)
  expect(dropped).toMatchObject([{ name: 'mother_sex', answer: 'female', question: { list: 'sex' } }])
  expect(filled.answers).toEqual(whole.answers)
})
