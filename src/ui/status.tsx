/** The word is the status; icon and tint only help the eye. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type StatusTone = 'new' | 'run' | 'wait' | 'done' | 'stop' | 'risk' | 'late' | 'error'

const icons: Record<StatusTone, IconName> = {
  new: 'inbox',
  run: 'run',
  wait: 'pause',
  done: 'done',
  stop: 'stop',
  risk: 'alert',
  late: 'clock',
  error: 'alert',
}

type Props = { tone: StatusTone; icon?: IconName; large?: boolean; children: ComponentChildren }

export const Status = ({ tone, icon = icons[tone], large = false, children }: Props) => (
  <span class={large ? 'tg-status tg-status-lg' : 'tg-status'} data-tone={tone}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)

/** A word that sorts things and says nothing about their state: a kind, a level, a group. */
export const Tag = ({ children }: { children: ComponentChildren }) => <span class="tg-tag">{children}</span>
