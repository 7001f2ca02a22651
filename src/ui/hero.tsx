/** The one place where the river runs behind words: the question a citizen comes with. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { Icon } from './icon.tsx'

type SearchProps = { action: string; label: string; example?: string; typed?: string; id?: string }

export const Search = ({ action, label, example, typed, id = 'q' }: SearchProps) => (
  <form class="tg-search" role="search" action={action} aria-label={label}>
    <label class="tg-sr" for={id}>
      {label}
    </label>
    <input class="ds-input" id={id} name="q" type="search" placeholder={example} value={typed} autocomplete="off" />
    <button class="ds-button" type="submit">
      <Icon name="search" />
      <span>{t('ui.search')}</span>
    </button>
  </form>
)

type HeroProps = { title: string; level?: 1 | 2; lead?: ComponentChildren; children?: ComponentChildren }

export function Hero({ title, level = 1, lead, children }: HeroProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div class="tg-hero">
      <div class="tg-wrap">
        <div class="tg-hero-in">
          <Heading>{title}</Heading>
          {lead && <p>{lead}</p>}
          {children}
        </div>
      </div>
    </div>
  )
}
