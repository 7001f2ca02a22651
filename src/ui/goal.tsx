/** Goals for everybody: what was promised, where it stands now, and a word. No codes, no units, no history. */
import type { ComponentChildren } from 'preact'
import { Meter } from './meter.tsx'

export type Goal = {
  readonly title: string
  /** A `<Status>`. */
  readonly status: ComponentChildren
  /** "58,4 %"; null when nobody has measured it. */
  readonly now: string | null
  /** "phải đạt ≥ 60 %" */
  readonly goal: string
  /** Only where the figure is a share of a whole. */
  readonly meter?: { readonly value: number; readonly target: number }
}

export const GoalList = ({ of }: { of: readonly Goal[] }) => (
  <ul class="tg-goals">
    {of.map(({ title, status, now, goal, meter }) => (
      <li>
        <h3>{title}</h3>
        <div>{status}</div>
        <p class="tg-num">
          <b>{now ?? '–'}</b> <span class="tg-muted">{goal}</span>
        </p>
        {meter && <Meter {...meter} />}
      </li>
    ))}
  </ul>
)
