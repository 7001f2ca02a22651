/**
 * The legal clock once more, for tests only: it looks at every minute and counts down. It shares nothing with the clock
 * in use but the form of what goes in, so that the same mistake would have to be made twice.
 */
import type { Calendar } from '#kernel/calendar.ts'
import type { ClockEvent, ClockEventKind } from '#modules/clock/clock-event.ts'
import type { ClockInput } from '#modules/clock/clock-walk.ts'
import type { Term } from '#modules/clock/term.ts'

const perDay = 1440
const vietnam = 7 * 60
const dayNumber = (m: number) => Math.floor((m + vietnam) / perDay)
const minuteOfDay = (m: number) => (m + vietnam) % perDay
const firstMinute = (day: number) => day * perDay - vietnam
const utc = (day: number) => new Date(day * 86_400_000)
const onClock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const minuteOf = (moment: Date) => Math.floor(moment.getTime() / 60_000)

/** The wall calendar: what is worked when. Validity of hours and weeks is another test's matter. */
function wall(calendar: Calendar) {
  const text = (day: number) => utc(day).toISOString().slice(0, 10) as never
  const weekday = (day: number) => utc(day).getUTCDay() || 7
  const isWorked = (day: number) =>
    calendar.open.has(text(day)) || (!calendar.closed.has(text(day)) && calendar.week.includes(weekday(day)))
  const known = new Map<number, readonly (readonly [number, number])[]>()
  const stretches = (day: number) => {
    let found = known.get(day)
    if (!found) {
      const of = (n: number | null | undefined) => calendar.hours.filter((one) => one.weekday === n)
      const own = of(weekday(day))
      const hours = isWorked(day) ? (own.length > 0 ? own : of(calendar.open.get(text(day))?.insteadOf)) : []
      known.set(day, (found = hours.map(({ from, to }) => [onClock(from), onClock(to)] as const)))
    }
    return found
  }
  const isWork = (m: number) => stretches(dayNumber(m)).some(([a, b]) => a <= minuteOfDay(m) && minuteOfDay(m) < b)
  const endOf = (day: number) => firstMinute(day) + Math.max(...stretches(day).map(([, b]) => b), 0) || null
  const nextWorked = (day: number): number => (isWorked(day) ? day : nextWorked(day + 1))
  return {
    isWorked,
    isWork,
    nextWorked,
    endOf: (day: number) => (stretches(day).length > 0 ? endOf(day) : null) ?? firstMinute(day) + 1439,
  }
}

type Wall = ReturnType<typeof wall>

/** From a minute on, so many minutes of work later. */
function afterWork(m: number, minutes: number, { isWork }: Wall): number {
  let at = m
  for (let left = minutes; left > 0; at++) if (isWork(at)) left--
  return at
}

function workBetween(from: number, to: number, { isWork }: Wall): number {
  let worked = 0
  for (let m = from; m < to; m++) if (isWork(m)) worked++
  return worked
}

function afterDays(day: number, count: number, counts: (day: number) => boolean, { nextWorked }: Wall): number {
  let at = day
  for (let left = count; left > 0; ) if (counts(++at)) left--
  return nextWorked(at)
}

function monthsLater(day: number, months: number): number {
  const [start, wanted] = [utc(day), new Date(Date.UTC(utc(day).getUTCFullYear(), utc(day).getUTCMonth() + months, 1))]
  for (let at = day; ; at++) {
    const [date, next] = [utc(at), utc(at + 1)]
    const isWanted = date.getUTCMonth() === wanted.getUTCMonth() && date.getUTCFullYear() === wanted.getUTCFullYear()
    if (isWanted && (date.getUTCDate() === start.getUTCDate() || next.getUTCMonth() !== date.getUTCMonth())) return at
  }
}

function withinTheDay(m: number, cutOff: string, { isWorked, endOf, nextWorked }: Wall): number {
  const day = dayNumber(m)
  const inTime = isWorked(day) && m < endOf(day) && minuteOfDay(m) <= onClock(cutOff)
  return endOf(inTime ? day : nextWorked(day + 1))
}

function termEnds(m: number, term: Term, cutOff: string, on: Wall): number {
  if (term.sameDay) return withinTheDay(m, cutOff, on)
  if (term.unit === 'working_hour') return afterWork(m, term.amount * 60, on)
  if (term.unit === 'working_day') return on.endOf(afterDays(dayNumber(m), term.amount, on.isWorked, on))
  if (term.unit === 'day') return on.endOf(afterDays(dayNumber(m), term.amount, () => true, on))
  return on.endOf(on.nextWorked(monthsLater(dayNumber(m), term.amount)))
}

const ends: readonly ClockEventKind[] = ['finished', 'refused', 'withdrawn', 'stopped']
const reasons = { supplement: ['supplement_asked', 'supplemented'], payment: ['payment_asked', 'paid'] } as const
type Reason = keyof typeof reasons
const whys: readonly Reason[] = ['supplement', 'payment']

/** Of one minute: what answers an open question, what asks, what answers that, and then the rest. */
function sorted(events: readonly ClockEvent[], isOpen: (why: Reason) => boolean): readonly ClockEvent[] {
  const rest = [...events]
  const take = (kind: ClockEventKind, most = Infinity): ClockEvent[] => {
    const taken = rest.filter((event) => event.kind === kind).slice(0, most)
    for (const event of taken) rest.splice(rest.indexOf(event), 1)
    return taken
  }
  const first = [...take('received'), ...take('reached_competent')]
  const answers = whys.flatMap((why) =>
    take(reasons[why][1], isOpen(why) && !(why === 'supplement' && first.some((e) => e.kind === 'received')) ? 1 : 0),
  )
  const asked = whys.flatMap((why) => take(reasons[why][0]))
  const late = whys.flatMap((why) => take(reasons[why][1]))
  const later = take('extended').toSorted((a, b) => Number(b.newDue) - Number(a.newDue))
  return [
    ...first,
    ...answers,
    ...asked,
    ...late,
    ...take('restarted'),
    ...later,
    ...ends.flatMap((kind) => take(kind)),
  ]
}

export function slowClock({ rules, limit, calendar, history, promised, now, elsewhere }: ClockInput & { limit: Term }) {
  const on = wall(calendar)
  const cutOff = rules.sameDay.cutOff
  const inHours = limit.unit === 'working_hour' && !limit.sameDay
  const counts = limit.sameDay || limit.unit === 'working_day' ? on.isWorked : () => true
  const last = minuteOf(now)
  const away = elsewhere ?? history.some(({ kind, at }) => kind === 'reached_competent' && minuteOf(at) <= last)
  const open: Partial<Record<Reason, number>> = {}
  const waits: { from: number; to: number; why: Reason }[] = []
  const byMinute = Map.groupBy(history, ({ at }) => minuteOf(at))
  const it = {
    start: NaN,
    due: NaN,
    ran: [] as number[],

    left: 0,
    stopped: NaN,
    end: NaN,
    how: '',
    extensions: 0,
    supplements: 0,
  }
  const started = () => !Number.isNaN(it.start)
  let why: Reason | undefined
  const waitingFor = () =>
    whys.filter((one) => open[one] !== undefined).sort((a, b) => Number(open[a]) - Number(open[b]))[0]

  /** What is left to count: minutes of work, or days whose midnight lies ahead. */
  const setDue = (due: number, m: number) => {
    it.due = due
    it.left = inHours ? workBetween(m, due, on) : 0
    if (!inHours) for (let day = dayNumber(m) + 1; day <= dayNumber(due); day++) if (counts(day)) it.left++
    if (!Number.isNaN(it.stopped)) it.stopped = m
  }
  const resume = (m: number) => {
    const from = it.stopped
    it.stopped = NaN
    if (it.due <= from) return
    const sameDay = dayNumber(from) === dayNumber(m)
    const lastDay = dayNumber(from) === dayNumber(it.due)
    const due = inHours
      ? afterWork(m, it.left, on)
      : lastDay
        ? sameDay && minuteOfDay(from) > onClock(cutOff)
          ? it.due
          : withinTheDay(m, cutOff, on)
        : sameDay
          ? it.due
          : on.endOf(afterDays(dayNumber(m), it.left, counts, on))
    setDue(Math.max(it.due, due), m)
  }
  const happen = ({ kind, newDue }: ClockEvent, m: number) => {
    if (it.how) return
    if (kind === (away ? rules.elsewhere.startsAt : 'received') && !started()) {
      it.start = m
      setDue(promised ? minuteOf(promised) : termEnds(m, limit, cutOff, on), m)
    }
    if (kind === 'received') delete open.supplement
    if (kind === 'supplement_asked') it.supplements++
    for (const [why, [asks, answers]] of Object.entries(reasons) as [Reason, (typeof reasons)[Reason]][]) {
      if (kind === asks) open[why] ??= m
      if (kind === answers) delete open[why]
    }
    if (kind === 'restarted' && started()) {
      it.start = m
      it.ran = []
      setDue(Math.max(it.due, termEnds(m, limit, cutOff, on)), m)
    }
    if (kind === 'extended' && it.extensions++ < rules.extension.most && started() && newDue)
      setDue(Math.max(it.due, minuteOf(newDue)), m)
    if (ends.includes(kind)) {
      delete open.supplement
      delete open.payment
      it.how = kind
      it.end = m
    }
    why = waitingFor()
    if (started() && why && Number.isNaN(it.stopped)) it.stopped = m
    if (started() && !why && !Number.isNaN(it.stopped)) resume(m)
  }

  for (let m = Math.min(last, ...history.map(({ at }) => minuteOf(at))); m <= last; m++) {
    const runs = started() && !it.how && !why
    if (runs && !inHours && minuteOfDay(m) === 0 && m > it.start && it.left > 0 && counts(dayNumber(m))) it.left--
    const events = byMinute.get(m) ?? []
    for (const event of sorted(events, (why) => open[why] !== undefined)) happen(event, m)
    if (m === last || !started() || it.how) continue
    if (why) {
      const before = waits.at(-1)
      if (before?.to === m && before.why === why) before.to++
      else waits.push({ from: m, to: m + 1, why })
    } else if (on.isWork(m)) {
      it.ran.push(m)
      if (inHours && it.left > 0) it.left--
    }
  }

  const at = it.how ? it.end : Number.isNaN(it.stopped) ? last : it.stopped
  const moment = (m: number) => (Number.isNaN(m) ? null : new Date(m * 60_000))
  return {
    startsAt: moment(it.start),
    dueAt: moment(it.due),
    state: it.how ? 'ended' : !started() ? 'not_started' : why ? 'paused' : 'running',
    workedMinutesUsed: it.ran.length,
    leftMinutes: !started()
      ? null
      : at > it.due
        ? 0 - it.ran.filter((m) => m >= it.due).length
        : workBetween(at, it.due, on),
    isLate: at > it.due,
    extensions: it.extensions,
    supplements: it.supplements,
    waits,
  }
}
