/** Answers that do, for any form: whatever still stands against it is answered, until nothing does. */
import { checkForm } from '#fields/check-form.ts'
import { dayBound } from '#fields/day-bound.ts'
import type { Day } from '#kernel/time.ts'
import { type Filled, put } from '#fields/filled.ts'
import type { Answer, FileAnswer, FormDefinition, Question } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { itemsOn, listCalled } from '#fields/list.ts'
import { walk } from '#fields/walk.ts'

const aWord = 'Nguyễn Văn Mẫu'

/** In the middle of what is allowed. */
function numberFor({ min, max }: Question): number {
  const least = typeof min === 'number' ? min : 1
  return typeof max === 'number' ? Math.min(Math.max(least, 1), max) : Math.max(least, 1)
}

/** The first day allowed, where there is one. */
const dayFor = ({ min }: Question, today: Day) =>
  typeof min === 'string' ? (dayBound(min, today) ?? today) : '2000-01-15'

/** `round`: what would not do the last time is answered in another way. */
function answerFor(
  question: Question,
  { today, units }: Books,
  file: FileAnswer | null,
  round: number,
): Answer | undefined {
  const list = question.list === undefined ? undefined : listCalled(question.list)
  const options = question.choices?.map(({ value }) => value) ?? (list && itemsOn(list, today).map(({ code }) => code))
  const place = { province: '', commune: '', detail: 'Số 1', on: today, words: 'Xã Mẫu, tỉnh khác' }
  const all: Readonly<Record<Question['kind'], Answer | undefined>> = {
    text: typeof question.min === 'number' && question.min > 14 ? aWord.padEnd(question.min, 'u') : aWord,
    long_text: 'Lý do được ghi ra đây, đủ dài để đọc.',
    number: numberFor(question),
    money: numberFor(question),
    percent: numberFor(question),
    day: dayFor(question, today),
    yes_no: 'no',
    choice: options?.[round % options.length],
    choices: options?.slice(0, 1),
    person_number: '082200001234',
    organisation_code: '1200100557',
    phone: '0901234567',
    email: 'mau@nguoidan.test',
    place,
    unit: units[0]?.value,
    file: file ? [file] : undefined,
    computed: undefined,
  }
  return all[question.kind]
}

/** `file`: stands for every paper; the same upload may not answer two questions, so `fileFor` may give each its own. */
export function answersThatDo(
  form: FormDefinition,
  books: Books,
  fileFor: (name: string) => FileAnswer | null,
): Filled {
  let filled: Filled = { answers: {}, unread: {}, wrong: [] }
  for (let round = 0; round < 30; round++) {
    const { problems } = checkForm(form, filled, books)
    if (problems.length === 0) return filled
    const { spots } = walk(form, filled.answers, books.today)
    for (const spot of spots) {
      if (!problems.some(({ path }) => path === spot.name)) continue
      const answer = answerFor(spot.question, books, fileFor(spot.name), round)
      filled = { ...filled, answers: put(spot, filled.answers, answer) }
    }
  }
  const left = checkForm(form, filled, books).problems.map(({ path, key }) => `${path}: ${key}`)
  throw new Error(`no answers were found for ${left.join(', ')}`)
}
