/** An organisation unit of the province, as it is called today. */
import { Select } from '#ui/choice.tsx'
import { type Books, fieldKind, isText, plain } from './kind.ts'

const isOne = ({ units }: Books, slug: string) => units.some((one) => one.value === slug)

export const unitKind = fieldKind<string>({
  kind: 'unit',
  type: 'text',
  parts: [''],
  settings: [],
  byHand: false,
  needed: 'fields.choice_needed',
  is: isText,
  read: (_, sent, books) => {
    const typed = plain(sent)
    if (typed === '') return null
    return isOne(books, typed) ? { answer: typed } : { fault: { key: 'input.not_offered' } }
  },
  check: (_, answer, books) => (isOne(books, answer) ? null : { key: 'input.not_offered' }),
  ask: ({ name, optional, books }) => <Select name={name} optional={optional} options={books.units} />,
  show: (_, answer, { units }) => units.find((one) => one.value === answer)?.label ?? answer,
  write: (answer) => ({ '': answer }),
  jsonSchema: () => ({ type: 'string', description: 'The unit by its lasting name (slug).' }),
})
