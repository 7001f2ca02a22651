/** What we know about one thing: names and values, with a way to change each where there is one. */
import type { ComponentChildren } from 'preact'

export type Fact = {
  readonly label: ComponentChildren
  readonly value: ComponentChildren
  readonly act?: { readonly href: string; readonly label: ComponentChildren }
}

/** `stacked` puts the value under the name: for narrow columns. */
export const SummaryList = ({ of, stacked = false }: { of: readonly (Fact | null)[]; stacked?: boolean }) => (
  <dl
    class={['tg-list', stacked ? 'tg-list-stack' : of.some((fact) => fact?.act) && 'tg-list-acts']
      .filter(Boolean)
      .join(' ')}
  >
    {of.map(
      (fact) =>
        fact && (
          <div>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
            {fact.act && (
              <dd class="tg-act">
                <a href={fact.act.href}>{fact.act.label}</a>
              </dd>
            )}
          </div>
        ),
    )}
  </dl>
)
