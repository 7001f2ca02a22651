/** Links between views of one thing: quick views of a list, parts of a page. Real links, so they work everywhere. */
import { t } from '#kernel/text.ts'
import { numberText } from './figures.ts'

export type View = {
  readonly href: string
  readonly label: string
  readonly count?: number
  readonly current?: boolean
}

type Props = { of: readonly View[]; label?: string }

export const Chips = ({ of, label = t('ui.chips') }: Props) => (
  <ul class="tg-chips tg-chips-scroll" aria-label={label}>
    {of.map((view) => (
      <li>
        <a class="tg-chip" href={view.href} aria-current={view.current ? 'true' : undefined}>
          {view.label}
          {view.count !== undefined && <b class="tg-num">{numberText(view.count)}</b>}
        </a>
      </li>
    ))}
  </ul>
)

export const Tabs = ({ of, label = t('ui.tabs') }: Props) => (
  <nav class="tg-tabs" aria-label={label}>
    <ul>
      {of.map((view) => (
        <li>
          <a href={view.href} aria-current={view.current ? 'page' : undefined}>
            {view.label}
            {view.count !== undefined && <b class="tg-num"> {numberText(view.count)}</b>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
