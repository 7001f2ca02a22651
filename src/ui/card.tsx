/** One surface with one border. Cards do not stand in cards. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'

type Props = {
  title?: ComponentChildren
  /** Beside the title: a count, a link to all of it. */
  aside?: ComponentChildren
  /** The level of the title in the page: 2 unless the card stands under another title. */
  level?: 2 | 3
  /** The one card that matters most. */
  raised?: boolean
  tint?: boolean
  /** A table or a list fills it from edge to edge. */
  flush?: boolean
  id?: string
  children?: ComponentChildren
}

export function Card({ title, aside, level = 2, raised, tint, flush, id, children }: Props) {
  const titleId = useId()
  const classes = ['tg-card', raised && 'tg-card-raised', tint && 'tg-card-tint', flush ? 'tg-flush' : 'tg-stack']
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class={classes.filter(Boolean).join(' ')} id={id} aria-labelledby={title ? titleId : undefined}>
      {title && (
        <div class={flush ? 'tg-pillar' : 'tg-head2'}>
          <Heading id={titleId}>{title}</Heading>
          {aside && <small>{aside}</small>}
        </div>
      )}
      {children}
    </section>
  )
}

type TileProps = { href: string; icon: IconName; title: string; level?: 2 | 3; children?: ComponentChildren }

/** A way into something; the whole tile is the link. */
export function Tile({ href, icon, title, level = 3, children }: TileProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class="tg-card tg-tile">
      <Icon name={icon} />
      <Heading>
        <a href={href}>{title}</a>
      </Heading>
      {children && <p>{children}</p>}
    </article>
  )
}
