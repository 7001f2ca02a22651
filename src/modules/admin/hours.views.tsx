/** The form for the hours a unit works. */
import type { OwnedHours } from '#kernel/calendar-rows.ts'
import { t } from '#kernel/text.ts'
import { plusDays, type Day } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { Card } from '#ui/card.tsx'
import { Check } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { FieldSet } from '#ui/field.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { hoursSets, type HoursSet } from './calendar-year.ts'
import { crumbsTo, hoursPath, weekdayName } from './calendar.views.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** What is worked on a day: the set of the nearest unit that has one in force. */
function inForce(sets: readonly HoursSet[], line: readonly UnitRow[], on: Day): HoursSet | undefined {
  const holds = sets.filter((set) => (set.validFrom ?? on) <= on && on <= (set.validTo ?? on))
  return line.map(({ id }) => holds.find(({ unitId }) => unitId === id)).find((set) => set !== undefined)
}

type Props = {
  unit: UnitRow
  today: Day
  line: readonly UnitRow[]
  hours: readonly OwnedHours[]
  back: Returned | undefined
}

export function HoursPage({ unit, today, line, hours, back }: Props) {
  const sets = hoursSets(hours)
  const now = inForce(sets, line, today)
  const own = sets.some(({ unitId, validTo }) => unitId === unit.id && (validTo === null || validTo >= today))
  const title = t('admin.hours.change', { unit: unit.name })
  const of = (n: number) => `hours.${n}`
  const ending = back?.typed['lastDay.day'] !== undefined
  return (
    <Desk title={title} crumbs={crumbsTo(title)} lead={t('admin.hours.lead')} narrow problem={back !== undefined}>
      <div class="tg-stack-lg">
        {now && now.unitId !== unit.id && (
          <Notice>{t('admin.hours.inherited', { unit: line.find(({ id }) => id === now.unitId)?.name ?? '' })}</Notice>
        )}
        <Form
          action={`${hoursPath}/xem-truoc`}
          words="admin.hours"
          send="admin.calendar.preview"
          hidden={{ unit: unit.slug }}
          labels={Object.fromEntries(weekdays.map((n) => [of(n), weekdayName(n)]))}
          values={{
            validFrom: plusDays(today, 1),
            ...Object.fromEntries(weekdays.map((n) => [of(n), now?.byWeekday.get(n) ?? ''])),
          }}
          back={ending ? undefined : back}
        >
          <FieldSet title={t('admin.hours.hours')}>
            <p class="tg-muted">{t('admin.hours.how')}</p>
            {weekdays.map((n) => (
              <TextField name={of(n)} />
            ))}
          </FieldSet>
          <DayField name="validFrom" />
          <TextField name="citation" width="full" />
          <Check name="verified" />
        </Form>
        {(ending || (own && line.length > 1)) && (
          <Card title={t('admin.hours.end')}>
            <Form
              id="bo"
              action={`${hoursPath}/bo/xem-truoc`}
              words="admin.hours"
              send="admin.hours.end_preview"
              hidden={{ unit: unit.slug }}
              values={{ lastDay: today }}
              back={ending ? back : undefined}
            >
              <p>{t('admin.hours.end_lead')}</p>
              <DayField name="lastDay" />
            </Form>
          </Card>
        )}
      </div>
    </Desk>
  )
}
