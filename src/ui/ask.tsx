/** Something is asked of the reader, once: what, until when, why, and how. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { type Fact, SummaryList } from './summary-list.tsx'

type Props = {
  /** What and until when: "Xin bổ sung 1 giấy tờ trước 17 giờ, thứ Sáu 23/05/2025". */
  title: string
  facts: readonly (Fact | null)[]
  actions: ComponentChildren
  /** What happens meanwhile. */
  note?: ComponentChildren
}

export function Ask({ title, facts, actions, note }: Props) {
  const id = useId()
  return (
    <section class="tg-ask tg-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <SummaryList of={facts} stacked />
      <div class="tg-row tg-form-actions">{actions}</div>
      {note && <p class="tg-small">{note}</p>}
    </section>
  )
}
