/** A figure with its birth certificate: numerator over denominator, day, source, and a way down. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** Who told us, and when. */
export const Source = ({ children }: { children: ComponentChildren }) => (
  <span class="tg-source">
    <Icon name="db" />
    <span>{children}</span>
  </span>
)

export type FigureProps = {
  readonly label: string
  /** Already written out: "57,4 %". `null` when nobody has measured it. */
  readonly value: string | null
  /** Said smaller behind it: "trên 21", "huyện". */
  readonly unit?: string
  /** "123.058 trên 214.386 hồ sơ" */
  readonly of?: ComponentChildren
  readonly source?: ComponentChildren
  readonly href?: string
  readonly trend?: ComponentChildren
}

/** The few figures a page opens with. */
export const Figures = ({ of }: { of: readonly FigureProps[] }) => (
  <dl class="tg-grid tg-figs">
    {of.map((figure) => (
      <div class="tg-fig">
        <dt>{figure.href ? <a href={figure.href}>{figure.label}</a> : figure.label}</dt>
        <dd class="tg-fig-value" data-long={(figure.value?.length ?? 0) > 9 || undefined}>
          {figure.value ?? '–'}
          {figure.unit && <small> {figure.unit}</small>}
        </dd>
        {figure.of && <dd class="tg-small tg-muted tg-num">{figure.of}</dd>}
        {figure.trend && <dd>{figure.trend}</dd>}
        {figure.source && (
          <dd>
            <Source>{figure.source}</Source>
          </dd>
        )}
      </div>
    ))}
  </dl>
)

/** The main value of a table row. */
export const Value = ({ children }: { children: ComponentChildren }) => <span class="tg-val">{children}</span>
