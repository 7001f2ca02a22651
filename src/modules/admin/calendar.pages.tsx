/** The working calendar: the days of the country and of units, drawn by month, and changed after a look at what it does. */
import { z } from 'zod'
import { removeCalendarDay, setCalendarDay, weighDay, weighNoDay } from '#kernel/calendar.commands.ts'
import { DayInput } from '#kernel/day-input.ts'
import { preview } from '#kernel/preview.ts'
import { submit, type Returned } from '#kernel/submit.ts'
import { yearOf, type Day } from '#kernel/time.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { PreviewPage } from './calendar-preview.views.tsx'
import { calendarAt, placeOf, type Place } from './calendar.store.ts'
import { CalendarPage, calendarPath, DayPage, dayPath } from './calendar.views.tsx'

const needs = 'admin.calendar'

/** An address that somebody spoilt shows this year. */
const Asked = z.object({
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  'don-vi': z.string().max(200).optional().catch(undefined),
  ngay: DayInput.optional().catch(undefined),
})

async function show(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const { nam, 'don-vi': slug } = Asked.parse(c.req.query())
  const place = await placeOf(ctx, slug)
  return <CalendarPage place={place} year={nam ?? yearOf(place.today)} {...(await calendarAt(ctx, place))} />
}

async function dayPage(c: WebContext, slug: string | undefined, on: Day | undefined, back?: Returned) {
  const { ctx } = c.var
  const place = await placeOf(ctx, slug)
  const { rows } = await calendarAt(ctx, place)
  const owner = place.unit?.id ?? null
  const given = rows.days.find(({ unitId, day }) => unitId === owner && day === on)
  return <DayPage place={place} on={on} given={given} back={back} />
}

function showDay(c: WebContext): Promise<Answer> {
  const { 'don-vi': slug, ngay } = Asked.parse(c.req.query())
  return dayPage(c, slug, ngay)
}

const textOf = ({ typed }: Pick<Returned, 'typed'>, name: string) => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** The day of a form that came back, to offer taking it out of the calendar again. */
const dayTyped = (sent: Pick<Returned, 'typed'>) => {
  const inOne = textOf(sent, 'day')
  const parts = { day: textOf(sent, 'day.day'), month: textOf(sent, 'day.month'), year: textOf(sent, 'day.year') }
  return DayInput.safeParse(inOne || parts).data
}

const again = async (c: WebContext, sent: Returned): Promise<Answer> => ({
  status: sent.status,
  page: await dayPage(c, textOf(sent, 'unit'), dayTyped(sent), sent),
})

const placeTyped = (c: WebContext, sent: Pick<Returned, 'typed'>): Promise<Place> =>
  placeOf(c.var.ctx, textOf(sent, 'unit'))

async function previewDay(c: WebContext): Promise<Answer> {
  const sent = await preview(c, setCalendarDay, weighDay)
  if (!sent.ok) return again(c, sent)
  const place = await placeTyped(c, sent)
  return <PreviewPage place={place} weighed={sent.result} typed={sent.typed} act="set_day" action={dayPath} />
}

async function previewNoDay(c: WebContext): Promise<Answer> {
  const sent = await preview(c, removeCalendarDay, weighNoDay)
  if (!sent.ok) return again(c, sent)
  const [place, action] = [await placeTyped(c, sent), `${dayPath}/bo`]
  return <PreviewPage place={place} weighed={sent.result} typed={sent.typed} act="remove_day" action={action} />
}

const listOf = (sent: Pick<Returned, 'typed'>, on: Day) =>
  `${calendarPath}?${new URLSearchParams({ 'don-vi': textOf(sent, 'unit'), nam: String(yearOf(on)) })}`

async function answerDay(c: WebContext): Promise<Answer> {
  const sent = await submit(c, setCalendarDay)
  return sent.ok ? go(c, listOf(sent, sent.result.day), 'admin.calendar.day_saved') : again(c, sent)
}

async function answerNoDay(c: WebContext): Promise<Answer> {
  const sent = await submit(c, removeCalendarDay)
  return sent.ok ? go(c, listOf(sent, sent.result.day), 'admin.calendar.day_removed') : again(c, sent)
}

export const calendarPages = [
  get(calendarPath, needs, show),
  get(dayPath, needs, showDay),
  post(`${dayPath}/xem-truoc`, needs, previewDay),
  post(dayPath, needs, answerDay),
  post(`${dayPath}/bo/xem-truoc`, needs, previewNoDay),
  post(`${dayPath}/bo`, needs, answerNoDay),
]
