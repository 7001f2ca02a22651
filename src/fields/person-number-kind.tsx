/**
 * The personal identification number (số định danh cá nhân). Its form is checked; that it does not speak of the birth year
 * or the sex given beside it is a warning, for records hold errors on either side.
 */
import { TextField } from '#ui/text-field.tsx'
import { type Fault, fieldKind, isText, plain } from './kind.ts'
import { bornBy, matches, schemaOfShape, shapeOn } from './number-shape.ts'

const wrong: Fault = { key: 'fields.person_number_wrong' }

export const personNumberKind = fieldKind<string>({
  kind: 'person_number',
  type: 'text',
  parts: [''],
  settings: [],
  byHand: true,
  needed: 'input.needed',
  restsOn: (_, on) => shapeOn('person_number', on),
  is: isText,
  read: (_, sent, { today }) => {
    if (plain(sent) === '') return null
    const typed = plain(sent).replace(/[\s.-]/g, '')
    return matches(shapeOn('person_number', today)?.pattern ?? '', typed) ? { answer: typed } : { fault: wrong }
  },
  check: (_, answer, { today }) => (matches(shapeOn('person_number', today)?.pattern ?? '', answer) ? null : wrong),
  ask: ({ name, optional }) => <TextField name={name} optional={optional} code figures />,
  show: (_, answer) => <span class="tg-num">{inFours(answer)}</span>,
  write: (answer) => ({ '': answer }),
  doubts: (answer, of) => doubtsOf(answer, of('birth_day'), of('sex')),
  jsonSchema: () => schemaOfShape('person_number'),
})

/** 0821 9600 4127: read out in groups, as on the card. */
const inFours = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1\u00a0')

/** What a number does not agree with; no answer, no doubt. */
function doubtsOf(number: string, birthDay: unknown, sex: unknown): readonly Fault[] {
  const born = bornBy(number)
  if (!born) return [{ key: 'fields.number_of_no_century' }]
  const doubts: Fault[] = []
  if (typeof birthDay === 'string' && Number(birthDay.slice(0, 4)) !== born.year)
    doubts.push({ key: 'fields.number_of_another_year', params: { year: String(born.year) } })
  if ((sex === 'male' || sex === 'female') && sex !== born.sex)
    doubts.push({ key: born.sex === 'male' ? 'fields.number_of_a_man' : 'fields.number_of_a_woman' })
  return doubts
}
