/** What a change does to the next ten working days, before anything is saved. */
import { tenWorkingDays, type Worked } from '#kernel/calendar-rows.ts'
import type { Weighed } from '#kernel/calendar.commands.ts'
import { t, type Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, longDayText, momentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Place } from './calendar.store.ts'
import { calendarPath, crumbsTo, nameOf } from './calendar.views.tsx'

type Act = 'set_day' | 'remove_day' | 'set_hours' | 'end_hours'
const titles: Record<Act, Key> = {
  set_day: 'admin.calendar.will_set_day',
  remove_day: 'admin.calendar.will_remove_day',
  set_hours: 'admin.calendar.will_set_hours',
  end_hours: 'admin.calendar.will_end_hours',
}

type Props = {
  place: Place
  weighed: Weighed
  typed: Readonly<Record<string, string | readonly string[]>>
  act: Act
  action: string
}

type Line = { before: Worked | undefined; after: Worked | undefined }

/** From today when the change is felt within ten working days, else from the day on which it is felt first. */
function tenOf({ before, after, from }: Weighed, today: Day): { start: Day; lines: Line[] } {
  const lastOf = (days: readonly Worked[]) => days.at(-1)?.on ?? today
  const [soonBefore, soonAfter] = [tenWorkingDays(before, today), tenWorkingDays(after, today)]
  const near = from >= today && (from <= lastOf(soonBefore) || from <= lastOf(soonAfter))
  const [start, was, becomes] = near
    ? [today, soonBefore, soonAfter]
    : [from, tenWorkingDays(before, from), tenWorkingDays(after, from)]
  const longest = Math.max(was.length, becomes.length)
  return { start, lines: Array.from({ length: longest }, (_, n) => ({ before: was[n], after: becomes[n] })) }
}

const clock = (moment: Date) => momentText(moment).slice(0, 5)
const textOf = (worked: Worked | undefined) =>
  worked
    ? `${longDayText(worked.on)}${worked.spans.length ? ` · ${worked.spans.map((span) => `${clock(span.from)}–${clock(span.to)}`).join(', ')}` : ''}`
    : '–'
const differs = ({ before, after }: Line) => textOf(before) !== textOf(after)

const columns = (): Column<Line>[] => [
  {
    key: 'n',
    label: t('admin.calendar.nth'),
    head: true,
    cell: (_, index) => t('admin.calendar.nth_is', { n: index + 1 }),
  },
  { key: 'before', label: t('admin.calendar.before'), cell: ({ before }) => textOf(before) },
  {
    key: 'after',
    label: t('admin.calendar.after'),
    cell: (line) => (differs(line) ? <strong>{textOf(line.after)}</strong> : textOf(line.after)),
  },
  {
    key: 'differs',
    label: t('admin.calendar.differs'),
    cell: (line) => (differs(line) ? t('admin.calendar.differs_yes') : '–'),
  },
]

export function PreviewPage({ place, weighed, typed, act, action }: Props) {
  const { start, lines } = tenOf(weighed, place.today)
  const hidden = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === 'string' && name !== '_key' ? [[name, value]] : [],
    ),
  )
  const title = t(titles[act], { day: dayText(weighed.from), owner: nameOf(place) })
  return (
    <Desk title={title} crumbs={crumbsTo(t('admin.calendar.preview'))} lead={t('admin.calendar.not_saved')}>
      <div class="tg-stack-lg">
        <Notice tone={lines.some(differs) ? 'wait' : 'run'}>
          {t(lines.some(differs) ? 'admin.calendar.changes_some' : 'admin.calendar.changes_none', {
            count: lines.filter(differs).length,
            day: dayText(start),
          })}
        </Notice>
        <Table
          caption={t('admin.calendar.ten_days', { day: dayText(start) })}
          columns={columns()}
          rows={lines}
          empty={t('admin.calendar.no_work')}
        />
        <Form
          action={action}
          words="admin.day"
          send="admin.calendar.save"
          hidden={hidden}
          also={
            <LinkButton kind="second" href={calendarPath}>
              {t('admin.calendar.leave')}
            </LinkButton>
          }
        />
      </div>
    </Desk>
  )
}
