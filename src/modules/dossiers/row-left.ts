/** The time left of a row of a queue, from what the row knows. */
import { type OneStopRules, answerBy, answerLeft, timeLeft, type TimeLeft } from '#modules/clock/public.ts'
import { type Calendar, workingMinutesBetween } from '#kernel/calendar.ts'
import type { Dossier } from './dossier.ts'
import { isEnded, isWaiting } from './dossier.ts'

export type Clockwork = { readonly now: Date; readonly calendar: Calendar; readonly rules: OneStopRules }

type Row = Pick<
  Dossier,
  'state' | 'startsAt' | 'dueAt' | 'pausedAt' | 'leftMinutes' | 'outcome' | 'filedAt' | 'receivedAt'
>

/** Far off nobody counts minutes. */
const near = 3 * 86_400_000

function minutesLeft({ dueAt, leftMinutes, pausedAt }: Row, { now, calendar }: Clockwork): number | null {
  if (!dueAt || pausedAt) return leftMinutes
  if (Math.abs(dueAt.getTime() - now.getTime()) > near) return null
  return now > dueAt ? -workingMinutesBetween(dueAt, now, calendar) : workingMinutesBetween(now, dueAt, calendar)
}

export function leftOf(row: Row, work: Clockwork): TimeLeft {
  if (row.state === 'arrived') return leftToAnswer(row.filedAt, work)
  const ended = isEnded(row) || row.state === 'finished'
  const state = ended ? 'ended' : row.startsAt === null ? 'not_started' : isWaiting(row) ? 'paused' : 'running'
  const at = row.pausedAt ?? work.now
  return timeLeft(
    {
      state,
      dueAt: row.dueAt,
      stoppedAt: row.pausedAt,
      isLate: row.dueAt !== null && at > row.dueAt,
      leftMinutes: minutesLeft(row, work),
      outcome: row.outcome,
    },
    work,
  )
}

/** What was filed online is answered within so many hours of work. */
export const leftToAnswer = (filedAt: Date, work: Clockwork): TimeLeft => answerLeft(answerBy(filedAt, work), work)
