/** Yes or no, one of several, several of several. Choices stand in the form or come from a reference list. */
import type { Day } from '#kernel/time.ts'
import { t } from '#kernel/text.ts'
import { Checkboxes, Radios, Select } from '#ui/choice.tsx'
import type { Question, Words } from './form.ts'
import { type Fault, fieldKind, isText, isTextList, plain } from './kind.ts'
import { itemsOn, listCalled } from './list.ts'
import { inWords } from './words.ts'

type Offer = { readonly value: string; readonly label: Words }

/** All there ever was to choose: an answer given earlier is still shown in words. */
const everOffered = (question: Question): readonly Offer[] =>
  question.choices ?? listCalled(question.list ?? '')?.items.map((one) => ({ value: one.code, label: one.words })) ?? []

/** Choices that stand in the form rest on the form. */
const listOf = ({ choices, list = '' }: Question) => (choices ? undefined : listCalled(list))

function offered(question: Question, on: Day): readonly Offer[] {
  const list = listOf(question)
  if (!list) return everOffered(question)
  const now = new Set(itemsOn(list, on).map((one) => one.code))
  return everOffered(question).filter((one) => now.has(one.value))
}

const options = (question: Question, on: Day) =>
  offered(question, on).map(({ value, label }) => ({ value, label: inWords(label) }))

const worded = (question: Question, value: string) => {
  const found = everOffered(question).find((one) => one.value === value)
  return found ? inWords(found.label) : value
}

const notOffered: Fault = { key: 'input.not_offered' }
function isOffered(question: Question, on: Day, value: string): boolean {
  const list = listOf(question)
  return list
    ? itemsOn(list, on).some((one) => one.code === value)
    : everOffered(question).some((one) => one.value === value)
}

/** More than these stand in a list that unfolds, so that a phone is not filled by one question. */
const mostInSight = 7

const valuesOf = (question: Question) => everOffered(question).map((one) => one.value)

const schemaOf = (question: Question) => ({
  enum: valuesOf(question),
  ...(question.list && { description: listCalled(question.list)?.citation }),
})

export const choiceKind = fieldKind<string>({
  kind: 'choice',
  type: 'text',
  parts: [''],
  settings: ['choices', 'list'],
  byHand: false,
  needed: 'fields.choice_needed',
  offers: valuesOf,
  restsOn: listOf,
  is: isText,
  read: (question, sent, { today }) => {
    const typed = plain(sent)
    if (typed === '') return null
    return isOffered(question, today, typed) ? { answer: typed } : { fault: notOffered }
  },
  check: (question, answer, { today }) => (isOffered(question, today, answer) ? null : notOffered),
  ask: ({ question, name, optional, books }) => {
    const all = options(question, books.today)
    return all.length > mostInSight ? (
      <Select name={name} optional={optional} options={all} />
    ) : (
      <Radios name={name} optional={optional} options={all} />
    )
  },
  show: worded,
  write: (answer) => ({ '': answer }),
  jsonSchema: (question) => ({ type: 'string', ...schemaOf(question) }),
})

export const choicesKind = fieldKind<readonly string[]>({
  kind: 'choices',
  type: 'list',
  parts: [''],
  settings: ['choices', 'list'],
  byHand: false,
  needed: 'fields.choice_needed',
  offers: valuesOf,
  restsOn: listOf,
  is: isTextList,
  read: (question, sent, { today }) => {
    const typed = new Set(sent('').filter(Boolean))
    if (typed.size === 0) return null
    const known = offered(question, today).map((one) => one.value)
    const answer = known.filter((value) => typed.has(value))
    return answer.length === typed.size ? { answer } : { fault: notOffered }
  },
  check: (question, answer, { today }) => {
    if (answer.length === 0) return { key: 'fields.choice_needed' }
    const good = new Set(answer).size === answer.length && answer.every((one) => isOffered(question, today, one))
    return good ? null : notOffered
  },
  ask: ({ question, name, optional, books }) => (
    <Checkboxes name={name} optional={optional} options={options(question, books.today)} />
  ),
  show: (question, answer) => answer.map((one) => worded(question, one)).join('; '),
  write: (answer) => ({ '': answer }),
  jsonSchema: (question) => ({
    type: 'array',
    items: { type: 'string', ...schemaOf(question) },
    minItems: 1,
    uniqueItems: true,
  }),
})

type YesNo = 'yes' | 'no'
const isYesNo = (answer: unknown): answer is YesNo => answer === 'yes' || answer === 'no'

export const yesNoKind = fieldKind<YesNo>({
  kind: 'yes_no',
  type: 'text',
  parts: [''],
  settings: [],
  byHand: false,
  needed: 'fields.choice_needed',
  offers: () => ['yes', 'no'],
  is: isYesNo,
  read: (_, sent) => {
    const typed = plain(sent)
    if (typed === '') return null
    return isYesNo(typed) ? { answer: typed } : { fault: notOffered }
  },
  check: () => null,
  ask: ({ name, optional }) => (
    <Radios
      name={name}
      optional={optional}
      options={[
        { value: 'yes', label: t('fields.yes') },
        { value: 'no', label: t('fields.no') },
      ]}
    />
  ),
  show: (_, answer) => t(answer === 'yes' ? 'fields.yes' : 'fields.no'),
  write: (answer) => ({ '': answer }),
  jsonSchema: () => ({ enum: ['yes', 'no'] }),
})
