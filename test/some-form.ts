/** Any form at all, and what may be typed into it: for properties that must hold for every form. */
import fc from 'fast-check'
import type { FileAnswer, FormDefinition, Question, QuestionKind, Section } from '#fields/form.ts'
import { type Area, placeBook } from '#fields/place-book.ts'
import type { Books } from '#fields/kind.ts'
import { kinds } from '#fields/kinds.ts'
import { day } from '#kernel/time.ts'

const area = (id: string, kind: string, parent: string | null, name: string, code: string | null): Area => ({
  id,
  kind,
  parent,
  name,
  shortName: null,
  code,
  validFrom: null,
  validTo: null,
})

const file = (upload: string): FileAnswer => ({ upload, name: 'anh.jpg', hash: 'ab12', size: 4, type: 'image/jpeg' })

/** A small province before and after a reorganisation. */
export const books: Books = {
  today: day('2025-05-14'),
  places: placeBook([
    { ...area('p', 'province', null, 'UBND tỉnh Mẫu', '82'), shortName: 'Tỉnh Mẫu' },
    area('d', 'district', 'p', 'Thành phố Mẫu', '815'),
    { ...area('c1', 'commune', 'd', 'Phường 1', '28249'), validTo: day('2024-12-31') },
    area('c2', 'commune', 'd', 'Phường 2', '28252'),
    { ...area('c3', 'commune', 'd', 'Phường Mới', '28249'), validFrom: day('2025-01-01') },
  ]),
  units: [
    { value: 'so-tu-phap', label: 'Sở Tư pháp' },
    { value: 'so-xay-dung', label: 'Sở Xây dựng' },
  ],
  uploads: new Map(['u1', 'u2', 'u3'].map((id) => [id, file(id)])),
}

const words = { vi: 'Mục' }
const choices = ['a', 'b', 'c'].map((value) => ({ value, label: { vi: value.toUpperCase() } }))
const askedKinds = Object.keys(kinds).filter((kind) => kind !== 'computed') as QuestionKind[]

/** What people may type for a kind: right, nearly right, and nonsense; by part. */
const right: Record<QuestionKind, readonly Readonly<Record<string, string | string[]>>[]> = {
  text: [{ '': 'Trần Minh An' }, { '': '  ấp 3 ' }, { '': '12' }],
  long_text: [{ '': 'Dòng 1\r\nDòng 2' }, { '': 'Một dòng' }],
  number: [{ '': '12' }, { '': '1.234' }, { '': '3,5' }, { '': '7' }],
  money: [{ '': '8.000' }, { '': '15000' }],
  percent: [{ '': '57,4' }, { '': '100' }],
  day: [{ day: '6', month: '5', year: '2025' }, { '': '25/5/1990' }],
  yes_no: [{ '': 'yes' }, { '': 'no' }],
  choice: [{ '': 'a' }, { '': 'b' }, { '': '01' }, { '': 'c' }],
  choices: [{ '': ['a', 'b'] }, { '': 'c' }],
  person_number: [{ '': '082196004127' }, { '': '0821 9600 4127' }],
  organisation_code: [{ '': '1200100557' }],
  phone: [{ '': '0912 345 678' }, { '': '+84912345678' }],
  email: [{ '': 'lan@example.vn' }],
  place: [
    { commune: '28252', detail: '12 Lê Lợi', on: '2025-05-14' },
    { commune: '28249', on: '2024-05-14' },
    { elsewhere: 'Phường 1, Quận 3', on: '2025-05-14' },
  ],
  unit: [{ '': 'so-tu-phap' }],
  file: [{ '': 'u1' }, { '': ['u2', 'u3'] }],
  computed: [],
}

/** Earlier names that a condition may speak of, with what they are. */
type Earlier = { readonly name: string; readonly kind: QuestionKind | 'rows'; readonly listed?: boolean }

function conditionOn({ name, kind, listed }: Earlier, seed: number): string {
  const [a, b] = listed ? ["'01'", "'02'"] : ["'a'", "'b'"]
  const speaks: Partial<Record<QuestionKind | 'rows', readonly string[]>> = {
    yes_no: [`${name} = 'yes'`, `${name} != 'yes'`, `not ${name} = 'no'`],
    choice: [`${name} in (${a}, ${b})`, `${a} = ${name}`],
    choices: [`${name} in (${a})`],
    number: [`${name} > 10`, `7 >= ${name}`, `${name} * 2 < 50`],
    money: [`${name} >= 10000`],
    day: [`${name} < today`, `age(${name}) >= 18`],
    rows: [`count(${name}) >= 2`, `count(${name}) = 0`, `count(${name}) != 1`],
  }
  const possible = [...(speaks[kind] ?? []), `${name} is answered`, `not ${name} is answered`]
  return possible[seed % possible.length] ?? ''
}

function condition(earlier: readonly Earlier[], [on, how, join]: readonly number[]): string | undefined {
  const one = earlier[(on ?? 0) % earlier.length]
  if (!one) return undefined
  const other = earlier[((on ?? 0) + 1) % earlier.length] ?? one
  const [left, right] = [conditionOn(one, how ?? 0), conditionOn(other, (how ?? 0) + 1)]
  return [left, `${left} and ${right}`, `${left} or ${right}`, `not (${left})`][(join ?? 0) % 4]
}

const seeds = fc.array(fc.nat(20), { minLength: 3, maxLength: 3 })
const questionSeed = fc.record({
  kind: fc.constantFrom(...askedKinds, 'yes_no', 'choice', 'number'),
  required: fc.constantFrom(true, false, undefined, 'maybe'),
  when: fc.option(seeds, { nil: undefined, freq: 2 }),
  list: fc.boolean(),
  seeds,
})
const sectionSeed = fc.record({
  repeat: fc.option(fc.record({ min: fc.nat(2), more: fc.integer({ min: 1, max: 2 }) }), { nil: undefined, freq: 2 }),
  when: fc.option(seeds, { nil: undefined, freq: 3 }),
  questions: fc.array(questionSeed, { minLength: 1, maxLength: 4 }),
})
type QuestionSeed = typeof questionSeed extends fc.Arbitrary<infer S> ? S : never
type SectionSeed = typeof sectionSeed extends fc.Arbitrary<infer S> ? S : never

function questionFrom(seed: QuestionSeed, name: string, earlier: readonly Earlier[]): Question {
  const { kind } = seed
  const when = seed.when && condition(earlier, seed.when)
  const required = seed.required === 'maybe' ? (condition(earlier, seed.seeds) ?? true) : seed.required
  return {
    name,
    kind,
    label: words,
    ...(when && { when }),
    ...(required !== undefined && { required }),
    ...(['choice', 'choices'].includes(kind) && (seed.list ? { list: 'ethnic_group' } : { choices })),
    ...(kind === 'number' && { decimals: 1, max: 2000 }),
    ...(kind === 'day' && { max: 'today' }),
    ...(kind === 'file' && { files: { most: 2 } }),
  }
}

/** A sound form: names are its own, conditions speak of what came before. */
function formFrom(layout: FormDefinition['layout'], seedsOf: readonly SectionSeed[], first: number): FormDefinition {
  const earlier: Earlier[] = []
  let count = first
  const sections = seedsOf.map((seed, at): Section => {
    const name = `s${first + at}`
    const when = seed.when && condition(earlier, seed.when)
    const inside = [...earlier]
    const questions = seed.questions.map((one) => {
      const question = questionFrom(one, `q${count++}`, seed.repeat ? inside.slice(earlier.length) : inside)
      inside.push({ name: question.name, kind: question.kind, listed: question.list !== undefined })
      return question
    })
    if (seed.repeat) earlier.push({ name, kind: 'rows' })
    else earlier.push(...inside.slice(earlier.length))
    const repeat = seed.repeat && { min: seed.repeat.min, max: seed.repeat.min + seed.repeat.more, one: words }
    return { name, title: words, questions, ...(when && { when }), ...(repeat && { repeat }) }
  })
  return { layout, sections }
}

/** Names begin with the same numbers, so that two forms share some of them. */
export const anyForm: fc.Arbitrary<FormDefinition> = fc
  .record({
    layout: fc.constantFrom('page', 'sections', 'questions'),
    sections: fc.array(sectionSeed, { minLength: 1, maxLength: 4 }),
    first: fc.nat(2),
  })
  .map(({ layout, sections, first }) => formFrom(layout, sections, first))

type TypedInto = Record<string, string | string[]>

/** For each control of a form: something right, mostly; nonsense or nothing, sometimes. */
export const typedInto = (form: FormDefinition, goodness = 8): fc.Arbitrary<TypedInto> =>
  fc
    .tuple(
      ...form.sections.flatMap((section) =>
        (section.repeat ? Array.from({ length: section.repeat.max }, (_, row) => row) : [null]).flatMap((row) =>
          section.questions.map((question) =>
            typedFor(question, row === null ? '' : `${section.name}.${row}.`, goodness),
          ),
        ),
      ),
    )
    .map((parts) => Object.assign({}, ...parts) as TypedInto)

function typedFor(question: Question, before: string, goodness: number): fc.Arbitrary<TypedInto> {
  const { parts } = kinds[question.kind]
  const under = (typed: Readonly<Record<string, string | string[]>>): TypedInto =>
    Object.fromEntries(
      Object.entries(typed).map(([part, text]) => [before + question.name + (part ? `.${part}` : ''), text]),
    )
  const good = right[question.kind]
  const anything = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('-1', '99999999999999999999', '31', '2', ' '))
  return fc.oneof(
    { weight: goodness, arbitrary: fc.constantFrom(...(good.length > 0 ? good : [{}])).map(under) },
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...parts), anything).map(under) },
  )
}

/** A form with what was typed into it. */
export const formAndTyped = (goodness?: number) =>
  anyForm.chain((form) => typedInto(form, goodness).map((typed) => ({ form, typed })))
