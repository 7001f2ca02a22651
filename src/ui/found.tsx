/** What a search found: the name leads there, a line below tells one from another. */
import type { ComponentChildren } from 'preact'

type Found = { readonly href: string; readonly title: string; readonly note?: ComponentChildren }

export const FoundList = ({ of }: { of: readonly Found[] }) => (
  <ul class="tg-found">
    {of.map(({ href, title, note }) => (
      <li>
        <a href={href}>{title}</a>
        {note && <p>{note}</p>}
      </li>
    ))}
  </ul>
)
