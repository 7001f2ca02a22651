/** A date in three boxes: quicker to type than a calendar, for birthdays above all. */
import { t } from '#kernel/text.ts'
import { Group } from './field.tsx'
import { useField } from './form.tsx'

/**
 * Sends `${name}.day`, `${name}.month` and `${name}.year`. Starts from those three, or from one value `2025-05-25`
 * under `name`.
 */
export function DayField({
  name,
  optional = false,
  birthday = false,
}: {
  name: string
  optional?: boolean
  birthday?: boolean
}) {
  const field = useField(name)
  const [year, month, day] = field.value.split('-')
  const boxes = [
    { part: 'day', label: t('ui.form.day'), from: day, fill: 'bday-day', size: 2 },
    { part: 'month', label: t('ui.form.month'), from: month, fill: 'bday-month', size: 2 },
    { part: 'year', label: t('ui.form.year'), from: year, fill: 'bday-year', size: 4 },
  ]
  return (
    <Group field={field} optional={optional}>
      <div class="tg-date">
        {boxes.map((box, at) => (
          <div>
            <label for={at === 0 ? field.id : `${field.id}.${box.part}`}>{box.label}</label>
            <input
              class="ds-input tg-num"
              type="text"
              inputMode="numeric"
              id={at === 0 ? field.id : `${field.id}.${box.part}`}
              name={`${name}.${box.part}`}
              maxLength={box.size}
              autocomplete={birthday ? box.fill : 'off'}
              value={field.part(`${name}.${box.part}`) || box.from}
              {...field.control}
            />
          </div>
        ))}
      </div>
    </Group>
  )
}
