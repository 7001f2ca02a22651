/** The calendar of a year, and the form for one of its days. */
import type { CalendarRows, OwnedDay } from '#kernel/calendar-rows.ts'
import { dayKinds, type Calendar } from '#kernel/calendar.ts'
import { t } from '#kernel/text.ts'
import { plusDays, yearOf, type Day } from '#kernel/time.ts'
import { LinkButton, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Check, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, longDayText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Form, type Returned } from '#ui/form.tsx'
import { Month } from '#ui/month.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { hoursSets, monthsOf, sameHours, specialDays, type HoursSet, type YearDay } from './calendar-year.ts'
import type { Place } from './calendar.store.ts'

export const calendarPath = '/quan-tri/lich'
export const dayPath = `${calendarPath}/ngay`
export const hoursPath = `${calendarPath}/gio`

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
type Weekday = (typeof weekdays)[number]
export const weekdayName = (n: number) => t(`ui.month.weekday_${n as Weekday}`)
const slugOf = (place: Place) => place.unit?.slug ?? ''
export const nameOf = (place: Place) => place.unit?.name ?? t('admin.calendar.country')
const at = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`

type YearProps = { place: Place; year: number; rows: CalendarRows; calendar: Calendar }

export function CalendarPage({ place, year, rows, calendar }: YearProps) {
  const special = specialDays(
    rows.days,
    place.line.map(({ id }) => id),
  )
  const ofYear = rows.days.filter(({ day }) => yearOf(day) === year).toSorted((a, b) => a.day.localeCompare(b.day))
  const years = [...new Set([...rows.days.map(({ day }) => yearOf(day)), yearOf(place.today) + 1, year])]
  return (
    <Desk
      title={t('admin.calendar.title')}
      lead={t('admin.calendar.lead')}
      actions={
        place.mayChange && (
          <LinkButton icon="plus" href={at(dayPath, { 'don-vi': slugOf(place) })}>
            {t('admin.calendar.add_day')}
          </LinkButton>
        )
      }
    >
      <div class="tg-stack-lg">
        <Which place={place} year={year} years={years.sort((a, b) => a - b)} />
        {ofYear.length === 0 && <Notice tone="wait">{t('admin.calendar.no_days', { year: String(year) })}</Notice>}
        <Card title={t('admin.calendar.year', { year: String(year), owner: nameOf(place) })}>
          <div class="tg-months">
            {monthsOf(year, calendar, special).map(({ month, weeks }) => (
              <Month
                caption={t('admin.calendar.month', { month, year: String(year) })}
                weeks={weeks.map((week) => week.map((day) => day && drawn(day, place)))}
              />
            ))}
          </div>
          <p class="tg-small tg-muted">{t('admin.calendar.legend')}</p>
        </Card>
        <Card title={t('admin.calendar.days', { year: String(year) })} flush>
          <Table
            caption={t('admin.calendar.days', { year: String(year) })}
            captionHidden
            columns={dayColumns(place)}
            rows={ofYear}
            empty={t('admin.calendar.no_days', { year: String(year) })}
          />
        </Card>
        <HoursCard place={place} rows={rows} />
      </div>
    </Desk>
  )
}

const Which = ({ place, year, years }: { place: Place; year: number; years: readonly number[] }) => (
  <div class="tg-panel">
    <Filters
      action={calendarPath}
      filters={[
        {
          name: 'don-vi',
          label: t('admin.calendar.owner'),
          value: slugOf(place),
          any: t('admin.calendar.country'),
          options: place.units.map(({ slug, name }) => ({ value: slug, label: name })),
        },
        {
          name: 'nam',
          label: t('ui.form.year'),
          value: String(year),
          any: t('admin.calendar.this_year'),
          options: years.map((one) => ({ value: String(one), label: String(one) })),
        },
      ]}
    />
  </div>
)

const isOwn = (row: { unitId: number | null }, place: Place) => row.unitId === (place.unit?.id ?? null)
const linkTo = (day: Day, place: Place) => at(dayPath, { 'don-vi': slugOf(place), ngay: day })

function drawn({ on, worked, special }: YearDay, place: Place) {
  const day = { number: Number(on.slice(8)), worked, today: on === place.today }
  if (!special) return day
  const href = place.mayChange && isOwn(special, place) ? { href: linkTo(on, place) } : {}
  const says = `${t(`admin.day.kind_${special.kind}`)}: ${special.name}`
  return { ...day, special: { says, mark: t(`admin.day.mark_${special.kind}`), ...href } }
}

const ownerName = (unitId: number | null, place: Place) =>
  unitId === null ? t('admin.calendar.country') : (place.line.find(({ id }) => id === unitId)?.name ?? '–')

const Sourced = ({ of }: { of: { verified: boolean; citation: string } }) => (
  <>
    {of.citation}{' '}
    {of.verified ? (
      <span class="tg-muted">({t('admin.unit.is_verified')})</span>
    ) : (
      <Status tone="risk" icon="alert">
        {t('admin.calendar.assumed')}
      </Status>
    )}
  </>
)

const dayColumns = (place: Place): Column<OwnedDay>[] => [
  {
    key: 'day',
    label: t('admin.day.day'),
    head: true,
    cell: (row) =>
      place.mayChange && isOwn(row, place) ? (
        <a href={linkTo(row.day, place)}>{longDayText(row.day)}</a>
      ) : (
        longDayText(row.day)
      ),
  },
  { key: 'kind', label: t('admin.day.kind'), cell: ({ kind }) => t(`admin.day.kind_${kind}`) },
  { key: 'name', label: t('admin.day.name'), cell: ({ name }) => name },
  { key: 'source', label: t('admin.day.citation'), cell: (row) => <Sourced of={row} /> },
  { key: 'owner', label: t('admin.calendar.owner'), cell: ({ unitId }) => ownerName(unitId, place) },
]

const HoursCard = ({ place, rows }: { place: Place; rows: CalendarRows }) => (
  <Card title={t('admin.hours.title')} flush>
    <Table
      caption={t('admin.hours.title')}
      captionHidden
      columns={hoursColumns(place)}
      rows={hoursSets(rows.hours)}
      empty={t('admin.hours.none')}
    />
    <p class="tg-exports">
      {place.unit ? (
        <a href={at(hoursPath, { 'don-vi': place.unit.slug })}>{t('admin.hours.change', { unit: place.unit.name })}</a>
      ) : (
        t('admin.hours.choose_unit')
      )}
    </p>
  </Card>
)

const HoursText = ({ of }: { of: HoursSet }) => (
  <>
    {sameHours(of).map(({ weekdays: days, hours }) => (
      <div>
        {days.map((n) => t(`ui.month.short_${n as Weekday}`)).join(', ')}: {hours}
      </div>
    ))}
  </>
)

const hoursColumns = (place: Place): Column<HoursSet>[] => [
  { key: 'owner', label: t('admin.calendar.owner'), head: true, cell: ({ unitId }) => ownerName(unitId, place) },
  { key: 'hours', label: t('admin.hours.hours'), cell: (set) => <HoursText of={set} /> },
  {
    key: 'from',
    label: t('admin.post.from'),
    cell: ({ validFrom }) => (validFrom ? dayText(validFrom) : t('admin.unit.since_ever')),
  },
  {
    key: 'to',
    label: t('admin.post.to'),
    cell: ({ validTo }) => (validTo ? dayText(validTo) : t('admin.post.open_end')),
  },
  { key: 'source', label: t('admin.day.citation'), cell: (set) => <Sourced of={set} /> },
]

export const crumbsTo = (label: string) => [{ href: calendarPath, label: t('admin.calendar.title') }, { label }]

type DayProps = { place: Place; on: Day | undefined; given: OwnedDay | undefined; back: Returned | undefined }

export function DayPage({ place, on, given, back }: DayProps) {
  const title = given ? t('admin.day.change', { day: dayText(given.day) }) : t('admin.calendar.add_day')
  const values = given
    ? { ...given, unit: slugOf(place), insteadOf: given.insteadOf === null ? '' : String(given.insteadOf) }
    : { day: on ?? plusDays(place.today, 1), kind: 'holiday' }
  return (
    <Desk title={title} crumbs={crumbsTo(title)} lead={nameOf(place)} narrow problem={back !== undefined}>
      <div class="tg-stack-lg">
        <Form
          action={`${dayPath}/xem-truoc`}
          words="admin.day"
          send="admin.calendar.preview"
          hidden={{ unit: slugOf(place) }}
          values={values}
          back={back}
        >
          <DayField name="day" />
          <Select
            name="kind"
            blank={null}
            options={dayKinds.map((value) => ({ value, label: t(`admin.day.kind_${value}`) }))}
          />
          <TextField name="name" width="full" />
          <Select
            name="insteadOf"
            optional
            blank={t('admin.day.own_hours')}
            options={weekdays.map((n) => ({ value: String(n), label: weekdayName(n) }))}
          />
          <TextField name="citation" width="full" />
          <Check name="verified" />
        </Form>
        {given && (
          <form action={`${dayPath}/bo/xem-truoc`} method="post" class="tg-stack">
            <p>{t('admin.day.remove_lead')}</p>
            <input type="hidden" name="unit" value={slugOf(place)} />
            <input type="hidden" name="day" value={given.day} />
            <Button kind="second">{t('admin.day.remove')}</Button>
          </form>
        )}
      </div>
    </Desk>
  )
}
