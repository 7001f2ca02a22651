/** What few people need, folded. */
import type { ComponentChildren } from 'preact'

type Props = { summary: ComponentChildren; open?: boolean; children: ComponentChildren }

export const Details = ({ summary, open = false, children }: Props) => (
  <details class="tg-more" open={open}>
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
)

/** Several under one another, ruled off: questions and answers. */
export const DetailsList = ({ children }: { children: ComponentChildren }) => <div class="tg-more-list">{children}</div>
