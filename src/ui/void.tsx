/** Nothing here, or not for you, or not now: what, why, and always a way on. */
import type { ComponentChildren } from 'preact'

type Props = {
  title: string
  /** 1 when the page is nothing but this (`<Page bare>`). */
  level?: 1 | 2 | 3
  /** Why, and what is safe. */
  children?: ComponentChildren
  actions?: ComponentChildren
  /** The code of the error, for the phone. */
  code?: ComponentChildren
}

export function Void({ title, level = 2, children, actions, code }: Props) {
  const Heading = `h${level}` as 'h1' | 'h2' | 'h3'
  return (
    <div class="tg-void tg-stack">
      <svg viewBox="0 0 112 72" aria-hidden="true">
        <path d="M4 22c26-9 36 8 54 15s30 4 50-3M36 24c14 12 18 26 32 33s26 6 40 3" />
        <circle cx="86" cy="13" r="5" />
      </svg>
      <Heading>{title}</Heading>
      {children}
      {actions && <div class="tg-row">{actions}</div>}
      {code && <p class="tg-small tg-muted">{code}</p>}
    </div>
  )
}
