/** How a reminder stands, in words: on its own page and in lists. */
import { t } from '#kernel/text.ts'
import { type Day, dayOf, daysBetween } from '#kernel/time.ts'
import { Due } from '#ui/due.tsx'
import { dayText } from '#ui/figures.ts'
import { Status, type StatusTone } from '#ui/status.tsx'
import { ladderOn, type RungName } from './ladder.ts'
import { isLate, type ReminderState, stateOf } from './reminder.ts'
import type { ReminderRow } from './reminder.store.ts'

const tones: Record<ReminderState, StatusTone> = { sent: 'new', acknowledged: 'run', answered: 'done', closed: 'stop' }

export function ReminderStatus({ r, today }: { r: ReminderRow; today: Day }) {
  if (isLate(r, today)) return <Status tone="late">{t('plan.reminder.late')}</Status>
  const state = stateOf(r)
  return <Status tone={tones[state]}>{t(`plan.reminder.state.${state}`)}</Status>
}

export const Deadline = ({ r, today }: { r: ReminderRow; today: Day }) =>
  r.answeredAt || r.closedAt ? (
    <>{dayText(r.answerDueOn)}</>
  ) : (
    <Due days={daysBetween(today, r.answerDueOn)} on={r.answerDueOn} />
  )

/** How far up the ladder it is. */
export const rungOf = (r: ReminderRow): RungName => ladderOn(dayOf(r.sentAt)).rungs[r.rung]?.who ?? 'officer'
