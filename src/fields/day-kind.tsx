/** A day: three boxes, quicker than a calendar; `25/5/2025` in one is understood too. */
import { DayInput } from '#kernel/day-input.ts'
import { type Day, isDayText } from '#kernel/time.ts'
import { DayField } from '#ui/day-field.tsx'
import { dayText } from '#ui/figures.ts'
import { dayBound } from './day-bound.ts'
import { fieldKind, plain } from './kind.ts'

const isDay = (answer: unknown): answer is Day => typeof answer === 'string' && isDayText(answer)
const bound = (of: number | string | undefined, today: Day) => (typeof of === 'string' ? dayBound(of, today) : null)

export const dayKind = fieldKind<Day>({
  kind: 'day',
  type: 'day',
  parts: ['', 'day', 'month', 'year'],
  settings: ['min', 'max'],
  byHand: false,
  needed: 'input.needed',
  is: isDay,
  read: (_, sent) => {
    const [day, month, year] = [plain(sent, 'day'), plain(sent, 'month'), plain(sent, 'year')]
    const typed = day || month || year ? { day, month, year } : plain(sent)
    if (typed === '') return null
    const read = DayInput.safeParse(typed)
    return read.success ? { answer: read.data } : { fault: { key: 'input.not_a_day' } }
  },
  check: (question, answer, { today }) => {
    const [first, last] = [bound(question.min, today), bound(question.max, today)]
    if (first && answer < first) return { key: 'fields.day_too_early', params: { minimum: dayText(first) } }
    if (!last || answer <= last) return null
    return last === today
      ? { key: 'fields.day_to_come', params: { today: dayText(today) } }
      : { key: 'fields.day_too_late', params: { maximum: dayText(last) } }
  },
  ask: ({ question, name, optional }) => (
    <DayField name={name} optional={optional} birthday={question.known === 'person.birth_day'} />
  ),
  show: (_, answer) => <span class="tg-num">{dayText(answer)}</span>,
  write: (answer) => {
    const [year = '', month = '', day = ''] = answer.split('-')
    return { day, month, year }
  },
  jsonSchema: ({ min, max }) => ({
    type: 'string',
    format: 'date',
    ...((min !== undefined || max !== undefined) && {
      description: [min !== undefined && `From ${min}.`, max !== undefined && `To ${max}.`].filter(Boolean).join(' '),
    }),
  }),
})
