/** The history of a dossier, event by event: when its time began, stood still, was prolonged and ended. */
import type { Calendar } from '#kernel/calendar.ts'
import { answeredBy, askedBy, type ClockEvent, inOrder, isEnd, type PauseReason, pauseReasons } from './clock-event.ts'
import type { OneStopRules } from './one-stop-rule.ts'
import { endAfterPause, endOfTerm, inMinutes, laterOf, type Stretch, type Term } from './term.ts'

export type Pause = Stretch & { readonly why: PauseReason }

export type ClockInput = {
  /** Of the day of reception. */
  readonly rules: OneStopRules
  /** `null`: nobody gave one; then only what was promised is due. */
  readonly limit: Term | null
  readonly calendar: Calendar
  readonly history: readonly ClockEvent[]
  /** As printed on the receipt for the start of the clock; later moments are the `newDue` of their events. */
  readonly promised: Date | null
  readonly now: Date
  /** Received away from the agency that decides: known before it has got there. */
  readonly elsewhere?: boolean | undefined
}

export type Walk = {
  readonly startsAt: Date | null
  readonly due: Date | null
  /** What is waited for, and since when. */
  readonly open: Readonly<Partial<Record<PauseReason, Date>>>
  /** Answered in this minute before it was asked. */
  readonly answered: Readonly<Partial<Record<PauseReason, Date>>>
  /** Since when the rest of the term waits. */
  readonly stoppedAt: Date | null
  readonly pauses: readonly Pause[]
  readonly extensions: number
  readonly supplements: number
  readonly end: ClockEvent | null
}

const nothingYet: Walk = {
  startsAt: null,
  due: null,
  open: {},
  answered: {},
  stoppedAt: null,
  pauses: [],
  extensions: 0,
  supplements: 0,
  end: null,
}

/** Moments that people were told hold (`printed`), or all is counted again by limit and calendar as they are now. */
export function walkThrough(input: ClockInput, printed: boolean): Walk {
  const now = inMinutes(input.now)
  const past = input.history.map((event) => ({ ...event, at: inMinutes(event.at) })).filter(({ at }) => at <= now)
  const elsewhere = input.elsewhere ?? past.some(({ kind }) => kind === 'reached_competent')
  const start = elsewhere ? input.rules.elsewhere.startsAt : 'received'
  const step = (walk: Walk, event: ClockEvent): Walk => {
    if (walk.end) return walk
    const begun = event.kind === start && !walk.startsAt ? begin(walk, event.at, input, printed) : walk
    const moved = withPauses(afterEvent(begun, event, input), event.at, input)
    return printed && event.newDue && event.kind !== 'extended' ? dueFrom(moved, event.at, event.newDue) : moved
  }
  return inOrder(past).reduce(step, nothingYet)
}

function begin(walk: Walk, at: Date, input: ClockInput, printed: boolean): Walk {
  const counted = input.limit && endOfTerm(at, { ...input, term: input.limit })
  const promised = printed && input.promised ? inMinutes(input.promised) : null
  return { ...walk, startsAt: at, due: promised ?? counted }
}

/** A new due moment; what is left of the term is counted from here. */
const dueFrom = (walk: Walk, at: Date, due: Date): Walk =>
  walk.startsAt && !walk.end ? { ...walk, due: inMinutes(due), stoppedAt: walk.stoppedAt && at } : walk

function afterEvent(walk: Walk, event: ClockEvent, input: ClockInput): Walk {
  const { at, kind } = event
  const [asked, answered] = [askedBy(event), answeredBy(event)]
  if (asked) return ask(walk, asked, at)
  if (answered) return answer(walk, answered, at)
  if (isEnd(event)) return { ...walk, open: {}, end: event }
  if (kind === 'restarted') return restart(walk, at, input)
  if (kind === 'extended') return extend(walk, event, input.rules)
  // What is received is complete; a payment may still be open.
  return kind === 'received' ? { ...walk, open: without(walk.open, 'supplement') } : walk
}

function restart(walk: Walk, at: Date, { limit, rules, calendar }: ClockInput): Walk {
  if (!walk.startsAt) return walk
  const anew = limit && endOfTerm(at, { term: limit, rules, calendar })
  const due = anew && walk.due ? laterOf(anew, walk.due) : (anew ?? walk.due)
  return { ...walk, startsAt: at, due, stoppedAt: walk.stoppedAt && at }
}

/** One too many moves nothing, and none moves to an earlier moment. */
function extend(walk: Walk, { at, newDue }: ClockEvent, { extension }: OneStopRules): Walk {
  const counts = newDue && walk.due && walk.extensions < extension.most
  const extended = counts ? dueFrom(walk, at, laterOf(newDue, walk.due)) : walk
  return { ...extended, extensions: walk.extensions + 1 }
}

const without = (open: Walk['open'], why: PauseReason): Walk['open'] =>
  Object.fromEntries(Object.entries(open).filter(([key]) => key !== why))

function ask(walk: Walk, why: PauseReason, at: Date): Walk {
  const supplements = walk.supplements + (why === 'supplement' ? 1 : 0)
  if (walk.answered[why]?.getTime() === at.getTime())
    return { ...walk, supplements, answered: without(walk.answered, why) }
  return { ...walk, supplements, open: { [why]: at, ...walk.open } }
}

const answer = (walk: Walk, why: PauseReason, at: Date): Walk =>
  walk.open[why] ? { ...walk, open: without(walk.open, why) } : { ...walk, answered: { ...walk.answered, [why]: at } }

/** What has been waited for longest. */
function waitingFor(open: Walk['open']): PauseReason | null {
  const waiting = pauseReasons
    .filter((why) => open[why])
    .toSorted((one, other) => Number(open[one]) - Number(open[other]))
  return waiting[0] ?? null
}

/** The clock stands still while anything is waited for; one pause follows another when the reason changes. */
function withPauses(walk: Walk, at: Date, input: ClockInput): Walk {
  const why = walk.startsAt ? waitingFor(walk.open) : null
  const last = walk.pauses.at(-1)
  const current = last && !last.to ? last : null
  if (why === (current?.why ?? null)) return walk
  const before = current ? walk.pauses.slice(0, -1) : walk.pauses
  const ended = current && current.from < at ? [{ ...current, to: at }] : []
  const begun = why ? [{ from: at, to: null, why }] : []
  const pauses = [...before, ...ended, ...begun]
  if (why) return { ...walk, pauses, stoppedAt: walk.stoppedAt ?? at }
  return { ...walk, pauses, due: resumed(walk, at, input), stoppedAt: null }
}

/** A promise without a limit is moved as if it had been counted in working days. */
function resumed({ due, stoppedAt }: Walk, at: Date, { limit, rules, calendar }: ClockInput): Date | null {
  const term = limit ?? { amount: 1, unit: 'working_day' as const }
  return due && stoppedAt ? endAfterPause(due, stoppedAt, at, { term, rules, calendar }) : due
}
