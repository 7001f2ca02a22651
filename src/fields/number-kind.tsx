/** A number, an amount of money, a share. */
import { moneyText, numberText, percentText } from '#ui/figures.ts'
import { MoneyField, NumberField } from '#ui/text-field.tsx'
import type { Question, QuestionKind } from './form.ts'
import { type Faces, fieldKind, isNumber, type JsonSchema, plain } from './kind.ts'
import { decimalsOf, numberFrom, numberTyped } from './number-text.ts'
import { inWords } from './words.ts'

type Bounds = { readonly min: number; readonly max: number; readonly decimals: number }

const most = 1e15
const bound = (of: number | string | undefined, otherwise: number) => (typeof of === 'number' ? of : otherwise)

const within = (question: Question, { min, max, decimals }: Bounds): Bounds => ({
  min: bound(question.min, min),
  max: bound(question.max, max),
  decimals: question.decimals ?? decimals,
})

const numeric = (
  kind: QuestionKind,
  usual: Bounds,
  own: Pick<Faces<number>, 'settings' | 'ask' | 'show'>,
): Faces<number> => ({
  kind,
  type: 'number',
  parts: [''],
  byHand: true,
  needed: 'input.needed',
  is: isNumber,
  ...own,
  read: (_, sent) => {
    const typed = plain(sent)
    if (typed === '') return null
    const answer = numberFrom(typed)
    return answer === null ? { fault: { key: 'input.not_a_number' } } : { answer }
  },
  check: (question, answer) => {
    const { min, max, decimals } = within(question, usual)
    if (decimalsOf(answer) > decimals)
      return decimals === 0 ? { key: 'fields.whole' } : { key: 'fields.too_fine', params: { decimals } }
    if (answer < min) return { key: 'input.too_small', params: { minimum: numberTyped(min) } }
    return answer > max ? { key: 'input.too_big', params: { maximum: numberTyped(max) } } : null
  },
  write: (answer) => ({ '': numberTyped(answer) }),
  jsonSchema: (question) => schemaOf(within(question, usual)),
})

/** Decimals are told in words: a division that floating point cannot do (`multipleOf`) would refuse good numbers. */
const schemaOf = ({ min, max, decimals }: Bounds): JsonSchema => ({
  type: decimals === 0 ? 'integer' : 'number',
  minimum: min,
  maximum: max,
  ...(decimals > 0 && { description: `At most ${decimals} decimals.` }),
})

export const numberKind = fieldKind(
  numeric(
    'number',
    { min: 0, max: most, decimals: 0 },
    {
      settings: ['min', 'max', 'decimals', 'unit'],
      ask: ({ question, name, optional }) => (
        <NumberField
          name={name}
          optional={optional}
          whole={!question.decimals && Number(question.min ?? 0) >= 0}
          {...(question.unit && { unit: inWords(question.unit) })}
        />
      ),
      show: (question, answer) => (
        <span class="tg-num">
          {numberText(answer, question.decimals ?? 0)}
          {question.unit && ` ${inWords(question.unit)}`}
        </span>
      ),
    },
  ),
)

export const moneyKind = fieldKind(
  numeric(
    'money',
    { min: 0, max: most, decimals: 0 },
    {
      settings: ['min', 'max'],
      ask: ({ name, optional }) => <MoneyField name={name} optional={optional} />,
      show: (_, answer) => <span class="tg-num">{moneyText(answer)}</span>,
    },
  ),
)

export const percentKind = fieldKind(
  numeric(
    'percent',
    { min: 0, max: 100, decimals: 2 },
    {
      settings: ['min', 'max', 'decimals'],
      ask: ({ name, optional }) => <NumberField name={name} optional={optional} unit="%" />,
      show: (_, answer) => <span class="tg-num">{percentText(answer, 6)}</span>,
    },
  ),
)
