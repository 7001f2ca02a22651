import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { books } from '#test/some-form.ts'
import { day } from '#kernel/time.ts'
import { dayBound } from './day-bound.ts'
import type { Question, QuestionKind } from './form.ts'
import type { Sent } from './kind.ts'
import { kinds } from './kinds.ts'
import { itemsOn, listCalled, lists } from './list.ts'
import { decimalsOf, numberFrom, numberTyped } from './number-text.ts'

const question = (kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  name: 'q',
  kind,
  label: { vi: 'Mục' },
  ...more,
})
const scope = { answers: {}, today: books.today }

const sent =
  (typed: string | Record<string, string>): Sent =>
  (part) =>
    typeof typed === 'string' ? (part === '' ? [typed] : []) : Object.hasOwn(typed, part) ? [typed[part] ?? ''] : []

const read = (kind: QuestionKind, typed: string | Record<string, string>, more?: Partial<Question>) =>
  kinds[kind].read(question(kind, more), sent(typed), books)
const check = (kind: QuestionKind, answer: unknown, more?: Partial<Question>, answers = {}) =>
  kinds[kind].check(question(kind, more), answer, books, { ...scope, answers })?.key ?? null

describe('numbers as people write them', () => {
  test.each([
    ['1.234.567', 1234567],
    ['1.234,5', 1234.5],
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['1 234', 1234],
    ['-7', -7],
    ['007', 7],
    ['1,234.5', null],
    ['1.23.456', null],
    ['1,2,3', null],
    ['12 kg', null],
    ['1e3', null],
    ['12345678901234567', null],
    ['', null],
  ])('%j', (typed, number) => expect(numberFrom(typed)).toBe(number))

  test('what is written reads as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6), (whole, decimals) => {
        const number = Number((whole / 10 ** decimals).toFixed(decimals))
        expect(numberFrom(numberTyped(number))).toBe(number)
        expect(decimalsOf(number)).toBeLessThanOrEqual(decimals)
      }),
    )
  })
})

describe('answers are read and judged by their kind', () => {
  test.each<[QuestionKind, string | Record<string, string>, unknown]>([
    ['text', '  Trần\r\n Minh ', 'Trần Minh'],
    ['long_text', 'a\r\nb', 'a\nb'],
    ['money', '8.000', 8000],
    ['percent', '57,4', 57.4],
    ['day', { day: '6', month: '5', year: '2025' }, '2025-05-06'],
    ['day', '06/05/2025', '2025-05-06'],
    ['person_number', '0821 9600 4127', '082196004127'],
    ['phone', '+84 912 345 678', '0912345678'],
    ['organisation_code', '1200100557-001', '1200100557-001'],
    ['email', ' lan@example.vn', 'lan@example.vn'],
    ['unit', 'so-tu-phap', 'so-tu-phap'],
  ])('%s %j', (kind, typed, answer) => {
    expect(read(kind, typed)).toEqual({ answer })
    expect(check(kind, answer)).toBeNull()
  })

  test.each<[QuestionKind, string | Record<string, string>, string]>([
    ['number', 'mười', 'input.not_a_number'],
    ['day', { day: '31', month: '2', year: '2025' }, 'input.not_a_day'],
    ['day', { day: '31' }, 'input.not_a_day'],
    ['person_number', '12345678', 'fields.person_number_wrong'],
    ['phone', '12', 'fields.phone_wrong'],
    ['phone', '(', 'fields.phone_wrong'],
    ['person_number', '-', 'fields.person_number_wrong'],
    ['organisation_code', '.', 'fields.organisation_code_wrong'],
    ['email', 'lan', 'input.not_an_email'],
    ['unit', 'nowhere', 'input.not_offered'],
    ['yes_no', 'maybe', 'input.not_offered'],
    ['file', 'somebody-elses', 'fields.file_lost'],
    ['place', { detail: '12 Lê Lợi' }, 'fields.place_needed'],
    ['place', { commune: '99999' }, 'fields.place_not_there'],
    ['place', { commune: '28252', elsewhere: 'Huế' }, 'fields.place_twice'],
  ])('%s %j is no answer', (kind, typed, key) => expect(read(kind, typed)).toMatchObject({ fault: { key } }))

  test.each<[QuestionKind, unknown, Partial<Question>, string | null]>([
    ['text', 'abc', { min: 4 }, 'input.too_short'],
    ['text', '👩‍🌾👩‍🌾', { max: 6 }, null],
    ['text', 'x'.repeat(501), {}, 'input.too_long'],
    ['text', 'x'.repeat(501), { max: 9999 }, 'input.too_long'],
    ['number', 1.5, {}, 'fields.whole'],
    ['number', 1.55, { decimals: 1 }, 'fields.too_fine'],
    ['number', -1, {}, 'input.too_small'],
    ['number', -1, { min: -5 }, null],
    ['number', Number.NaN, {}, 'input.wrong'],
    ['number', '1', {}, 'input.wrong'],
    ['percent', 101, {}, 'input.too_big'],
    ['day', '2025-05-15', { max: 'today' }, 'fields.day_to_come'],
    ['day', '2009-05-13', { min: 'today-16y' }, 'fields.day_too_early'],
    ['day', '2009-05-14', { min: 'today-16y' }, null],
    ['day', '2025-13-01', {}, 'input.wrong'],
    ['choice', '55', { list: 'ethnic_group' }, 'input.not_offered'],
    ['choice', '54', { list: 'ethnic_group' }, null],
    ['choices', ['male', 'male'], { list: 'sex' }, 'input.not_offered'],
    ['choices', [], { list: 'sex' }, 'fields.choice_needed'],
  ])('%s %j within %j: %s', (kind, answer, more, key) => expect(check(kind, answer, more)).toBe(key))

  test('a file is the one that was sent, and no other', () => {
    const file = books.uploads.get('u1')
    expect(check('file', [file])).toBeNull()
    expect(check('file', [{ ...file, hash: 'forged' }])).toBe('fields.file_lost')
    expect(check('file', [{ ...file, upload: 'u9' }])).toBe('fields.file_lost')
    expect(check('file', [file, books.uploads.get('u2')])).toBe('fields.file_too_many')
    expect(check('file', [file, file], { files: { most: 2 } })).toBe('input.wrong')
  })
})

describe('a place', () => {
  const before = { commune: '28249', on: '2024-05-14' }

  test('keeps what it was called on its day', () => {
    const then = read('place', before)
    const now = read('place', { commune: '28249' })
    expect(then).toMatchObject({ answer: { on: '2024-05-14', words: 'Phường 1, Thành phố Mẫu, Tỉnh Mẫu' } })
    expect(now).toMatchObject({ answer: { on: '2025-05-14', words: 'Phường Mới, Thành phố Mẫu, Tỉnh Mẫu' } })
    for (const one of [then, now]) expect(check('place', one && 'answer' in one && one.answer)).toBeNull()
  })

  test('is chosen again when the day it is asked for had another place under its code', () => {
    const chosen = read('place', before)
    const answer = chosen && 'answer' in chosen && chosen.answer
    expect(check('place', answer, { asOf: 'born' }, { born: '2024-11-30' })).toBeNull()
    expect(check('place', answer, { asOf: 'born' }, { born: '2025-03-01' })).toBe('fields.place_not_there')
  })

  test('cannot be called what it was not', () => {
    const forged = { province: '82', commune: '28252', detail: '', on: '2025-05-14', words: 'Quận 1' }
    expect(check('place', forged)).toBe('fields.place_not_there')
    expect(check('place', { ...forged, commune: '', province: '' })).toBeNull()
    expect(check('place', { ...forged, on: '2026-01-01' })).toBe('fields.place_not_there')
  })
})

describe('bounds of days', () => {
  test.each([
    ['today', '2025-05-14'],
    ['today-16y', '2009-05-14'],
    ['today+30d', '2025-06-13'],
    ['today-6m', '2024-11-14'],
    ['2025-01-31', '2025-01-31'],
    ['today-1000y', null],
    ['2025-02-30', null],
    ['soon', null],
  ])('%s', (text, on) => expect(dayBound(text, day('2025-05-14'))).toBe(on))
})

describe('reference lists', () => {
  test('the 54 ethnic groups have their 54 codes', () => {
    const groups = listCalled('ethnic_group')
    expect(groups?.items.map((one) => one.code)).toEqual(
      Array.from({ length: 54 }, (_, n) => String(n + 1).padStart(2, '0')),
    )
  })

  test('each says where it is from, and names nothing twice', () => {
    for (const list of lists) {
      expect(list.citation).not.toBe('')
      const codes = list.items.map((one) => one.code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(itemsOn(list, books.today)).toHaveLength(codes.length)
    }
  })
})
