/** The hours a unit works, from a day on. */
import { endWorkingHours, setWorkingHours, weighHours, weighNoHours } from '#kernel/calendar.commands.ts'
import { preview } from '#kernel/preview.ts'
import { refuse } from '#kernel/problem.ts'
import { submit, type Returned } from '#kernel/submit.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { PreviewPage } from './calendar-preview.views.tsx'
import { calendarAt, placeOf } from './calendar.store.ts'
import { calendarPath, hoursPath } from './calendar.views.tsx'
import { HoursPage } from './hours.views.tsx'

const needs = 'admin.calendar'

async function hoursPage(c: WebContext, slug: string, back?: Returned) {
  const { ctx } = c.var
  const place = await placeOf(ctx, slug)
  const { unit } = place
  if (!unit) refuse('missing', 'kernel.unit.missing')
  const { rows } = await calendarAt(ctx, place)
  return <HoursPage unit={unit} today={place.today} line={place.line} hours={rows.hours} back={back} />
}

const unitOf = ({ typed }: Pick<Returned, 'typed'>) => {
  const unit = typed['unit']
  return typeof unit === 'string' ? unit : ''
}

const show = (c: WebContext): Promise<Answer> => hoursPage(c, c.req.query('don-vi') ?? '')
const again = async (c: WebContext, sent: Returned): Promise<Answer> => ({
  status: sent.status,
  page: await hoursPage(c, unitOf(sent), sent),
})

async function previewHours(c: WebContext): Promise<Answer> {
  const sent = await preview(c, setWorkingHours, weighHours)
  if (!sent.ok) return again(c, sent)
  const place = await placeOf(c.var.ctx, unitOf(sent))
  return <PreviewPage place={place} weighed={sent.result} typed={sent.typed} act="set_hours" action={hoursPath} />
}

async function previewNoHours(c: WebContext): Promise<Answer> {
  const sent = await preview(c, endWorkingHours, weighNoHours)
  if (!sent.ok) return again(c, sent)
  const [place, action] = [await placeOf(c.var.ctx, unitOf(sent)), `${hoursPath}/bo`]
  return <PreviewPage place={place} weighed={sent.result} typed={sent.typed} act="end_hours" action={action} />
}

const listOf = (sent: Pick<Returned, 'typed'>) => `${calendarPath}?${new URLSearchParams({ 'don-vi': unitOf(sent) })}`

async function answerHours(c: WebContext): Promise<Answer> {
  const sent = await submit(c, setWorkingHours)
  return sent.ok ? go(c, listOf(sent), 'admin.calendar.hours_saved') : again(c, sent)
}

async function answerNoHours(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endWorkingHours)
  return sent.ok ? go(c, listOf(sent), 'admin.calendar.hours_ended') : again(c, sent)
}

export const hoursPages = [
  get(hoursPath, needs, show),
  post(`${hoursPath}/xem-truoc`, needs, previewHours),
  post(hoursPath, needs, answerHours),
  post(`${hoursPath}/bo/xem-truoc`, needs, previewNoHours),
  post(`${hoursPath}/bo`, needs, answerNoHours),
]
