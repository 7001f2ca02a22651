/** Time left in words, then the date. Urgency thickens like silt, so it survives greyscale and print. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { dayText } from './figures.ts'
import { Icon, type IconName } from './icon.tsx'

export type Urgency = 'over' | 'today' | 'soon' | 'later' | 'paused'

const icons: Record<Urgency, IconName> = {
  over: 'alert',
  today: 'clock',
  soon: 'clock',
  later: 'clock',
  paused: 'pause',
}

/** How pressing it is with so many days left; from four days on it is not. */
export const urgencyOf = (daysLeft: number): Urgency =>
  daysLeft < 0 ? 'over' : daysLeft === 0 ? 'today' : daysLeft <= 3 ? 'soon' : 'later'

type Props = {
  /** Days left, working or of the calendar as the rule counts them; negative when it has passed. */
  days: number
  /** The clock stands still: the days left when it stopped. */
  paused?: boolean
  on?: Day
  /** Other words than "Còn 3 ngày", such as hours. */
  children?: ComponentChildren
}

export function Due({ days, paused = false, on, children }: Props) {
  const left = paused ? 'paused' : urgencyOf(days)
  return (
    <>
      <span class="tg-due" data-left={left}>
        <Icon name={icons[left]} />
        <span>{children ?? words(left, days)}</span>
      </span>
      {on && (
        <small>
          <time dateTime={on}>{dayText(on)}</time>
        </small>
      )}
    </>
  )
}

function words(left: Urgency, days: number): string {
  if (left === 'over') return t('ui.due.over', { days: -days })
  if (left === 'today') return t('ui.due.today')
  return t(left === 'paused' ? 'ui.due.paused' : 'ui.due.left', { days })
}
