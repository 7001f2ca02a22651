/** What has happened to one thing, the newest on top; what is next stands above it. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Moment = {
  readonly title: ComponentChildren
  readonly text?: ComponentChildren
  /** Who did it, or who has it now. */
  readonly who?: string
  /** `at` for machines, `said` for people. */
  readonly time?: { readonly at: string; readonly said: string }
  /** `next` has not happened yet; `now` is where it stands; `wait` is where it stands and waits for the reader. */
  readonly state?: 'next' | 'now' | 'wait'
  readonly icon?: IconName
}

const icons: Record<NonNullable<Moment['state']>, IconName> = { next: 'file', now: 'run', wait: 'pause' }

export function Timeline({ of, level = 3 }: { of: readonly Moment[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ol class="tg-timeline">
      {of.map((moment) => (
        <li
          data-next={moment.state === 'next' || undefined}
          data-wait={moment.state === 'wait' || undefined}
          aria-current={moment.state === 'now' || moment.state === 'wait' ? 'step' : undefined}
        >
          <Icon name={moment.icon ?? (moment.state ? icons[moment.state] : 'check')} />
          <Heading>{moment.title}</Heading>
          {moment.text && <p>{moment.text}</p>}
          {moment.who && <p class="tg-who-did">{moment.who}</p>}
          {moment.time && <time dateTime={moment.time.at}>{moment.time.said}</time>}
        </li>
      ))}
    </ol>
  )
}
