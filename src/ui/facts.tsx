/** The four or five things everybody asks first. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type FactCell = {
  readonly icon: IconName
  readonly label: string
  readonly value: ComponentChildren
  readonly small?: ComponentChildren
}

export const Facts = ({ of }: { of: readonly FactCell[] }) => (
  <dl class="tg-facts">
    {of.map((fact) => (
      <div>
        <dt>
          <Icon name={fact.icon} />
          {fact.label}
        </dt>
        <dd>
          {fact.value}
          {fact.small && <small>{fact.small}</small>}
        </dd>
      </div>
    ))}
  </dl>
)

type ListItem = {
  readonly icon?: IconName
  readonly title: ComponentChildren
  readonly text?: ComponentChildren
  /** Already there: nothing to bring. Says who has it. */
  readonly have?: string
}

/** Papers to bring, things to decide, other ways: an icon, a strong line, an explanation. */
export const DocumentList = ({ of }: { of: readonly ListItem[] }) => (
  <ul class="tg-docs">
    {of.map((item) => (
      <li data-have={item.have ? true : undefined}>
        <Icon name={item.have ? 'done' : (item.icon ?? 'file')} />
        <div>
          <strong>{item.title}</strong>
          {item.have && <span class="tg-have">{item.have} </span>}
          {item.text && <span class="tg-muted">{item.text}</span>}
        </div>
      </li>
    ))}
  </ul>
)
