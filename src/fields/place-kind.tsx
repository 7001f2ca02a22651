/**
 * An address: a commune of the province as of a day, or a place elsewhere in words, and the rest of it. What the place was
 * called on that day stays with the answer, whatever it is called later.
 */
import { type Day, isDayText } from '#kernel/time.ts'
import { t } from '#kernel/text.ts'
import { Details } from '#ui/details.tsx'
import { Group } from '#ui/field.tsx'
import { useField } from '#ui/form.tsx'
import { answerTo } from './evaluate.ts'
import type { Place, Question } from './form.ts'
import { type AskProps, type Books, type Fault, fieldKind, plain, type Read } from './kind.ts'
import type { Scope } from './evaluate.ts'

const longest = 300
const isShort = (text: string) => Array.from(text).length <= longest

/** As in `Answers`; and the day is one. */
type DatedPlace = Place & { readonly on: Day }

function isPlace(answer: unknown): answer is DatedPlace {
  if (answer === null || typeof answer !== 'object') return false
  const { province, commune, detail, on, words } = answer as Record<string, unknown>
  const texts = [province, commune, detail, on, words].every((one) => typeof one === 'string')
  return texts && isDayText(on as string) && Object.keys(answer).length === 5
}

/** The day as of which it is asked; null while that is not answered. */
function dayAsked({ asOf }: Question, scope: Scope, today: Day): Day | null {
  if (!asOf) return today
  const answer = answerTo(scope.answers, asOf)
  return typeof answer === 'string' && isDayText(answer) ? answer : null
}

const notOffered: Fault = { key: 'fields.place_not_there' }

function read(sent: (part: string) => string, { today, places }: Books): Read<DatedPlace> {
  const [code, elsewhere, detail, day] = [sent('commune'), sent('elsewhere'), sent('detail'), sent('on')]
  const on = isDayText(day) ? day : today
  if (!code && !elsewhere && !detail) return null
  if (code && elsewhere) return { fault: { key: 'fields.place_twice' } }
  if (!isShort(detail) || !isShort(elsewhere)) return { fault: { key: 'input.too_long', params: { maximum: longest } } }
  if (elsewhere) return { answer: { province: '', commune: '', detail, on, words: elsewhere } }
  if (!code) return { fault: { key: 'fields.place_needed' } }
  const found = places.find(code, on)
  if (!found) return { fault: notOffered }
  return { answer: { province: found.province, commune: code, detail, on, words: found.words } }
}

/** A place chosen for another day still stands when it was called the same on the day that is asked. */
function check(question: Question, answer: DatedPlace, { places, today }: Books, scope: Scope): Fault | null {
  const { commune, words, detail, province, on } = answer
  if (!isShort(detail) || !isShort(words)) return { key: 'input.too_long', params: { maximum: longest } }
  if (!commune) return words.trim() && !province ? null : { key: 'input.wrong' }
  if (on > today) return notOffered
  const asked = question.asOf ? (dayAsked(question, scope, today) ?? on) : on
  const found = places.find(commune, asked)
  return found?.words === words && found.province === province ? null : notOffered
}

function PlaceField({ question, name, optional, books, scope }: AskProps) {
  const field = useField(name)
  const on = dayAsked(question, scope, books.today) ?? books.today
  const part = (of: string) => field.part(`${name}.${of}`)
  const communes = books.places.on(on)
  const districts = Map.groupBy(communes, (one) => one.district)
  const chosen = part('commune')
  return (
    <Group field={field} optional={optional} parts>
      <input type="hidden" name={`${name}.on`} value={on} />
      <div class="ds-field tg-w-md">
        <label for={field.id}>{t('fields.place.commune')}</label>
        <select class="ds-input" id={field.id} name={`${name}.commune`} {...field.control}>
          <option value="">{t('ui.form.choose')}</option>
          {[...districts].map(([district, members]) => {
            const items = members.map((one) => (
              <option value={one.code} selected={one.code === chosen}>
                {one.name}
              </option>
            ))
            return district === null ? items : <optgroup label={district}>{items}</optgroup>
          })}
        </select>
      </div>
      <Box id={`${field.id}.detail`} name={`${name}.detail`} label={t('fields.place.detail')} value={part('detail')} />
      <Details summary={t('fields.place.elsewhere')} open={part('elsewhere') !== ''}>
        <Box
          id={`${field.id}.elsewhere`}
          name={`${name}.elsewhere`}
          label={t('fields.place.elsewhere_words')}
          value={part('elsewhere')}
        />
      </Details>
    </Group>
  )
}

type BoxProps = { id: string; name: string; label: string; value: string }

const Box = ({ id, name, label, value }: BoxProps) => (
  <div class="ds-field tg-w-md">
    <label for={id}>{label}</label>
    <input class="ds-input" type="text" id={id} name={name} value={value} autocomplete="off" maxLength={longest} />
  </div>
)

export const placeKind = fieldKind<DatedPlace>({
  kind: 'place',
  type: 'thing',
  parts: ['commune', 'elsewhere', 'detail', 'on'],
  settings: ['asOf'],
  byHand: false,
  needed: 'fields.place_needed',
  is: isPlace,
  read: (_, sent, books) => read((part) => plain(sent, part), books),
  check,
  ask: PlaceField,
  show: (_, { detail, words }) => [detail, words].filter(Boolean).join(', '),
  write: ({ commune, detail, on, words }) =>
    commune ? { commune, detail, on, elsewhere: '' } : { commune: '', detail, on, elsewhere: words },
  jsonSchema: () => ({
    type: 'object',
    properties: {
      province: { type: 'string' },
      commune: { type: 'string', description: 'Code of the General Statistics Office as of `on`; empty: elsewhere.' },
      detail: { type: 'string', maxLength: longest },
      on: { type: 'string', format: 'date' },
      words: { type: 'string', minLength: 1, maxLength: longest },
    },
    required: ['province', 'commune', 'detail', 'on', 'words'],
    additionalProperties: false,
  }),
})
