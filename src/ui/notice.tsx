/** Something said in the page, never over it. */
import type { ComponentChildren } from 'preact'
import { type Key, t } from '#kernel/text.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './shell.ts'

const icons: Record<Tone, IconName> = { run: 'talk', done: 'done', wait: 'alert', error: 'stop' }
const words: Record<Tone, Key> = {
  run: 'ui.tone.run',
  done: 'ui.tone.done',
  wait: 'ui.tone.wait',
  error: 'ui.tone.error',
}

type Props = { tone?: Tone; icon?: IconName; children: ComponentChildren }

export const Notice = ({ tone = 'run', icon = icons[tone], children }: Props) => (
  <div class="tg-notice" data-tone={tone}>
    <Icon name={icon} />
    <div>
      <span class="tg-sr">{t(words[tone])}: </span>
      {children}
    </div>
  </div>
)
