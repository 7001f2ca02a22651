/** On and back through a long list, by place and not by page number: nothing is skipped when rows arrive meanwhile. */
import { t } from '#kernel/text.ts'
import { Icon } from './icon.tsx'

type Props = {
  /** The first and the last row shown, counting from 1. */
  from: number
  to: number
  /** Left out when counting all would be slow. */
  total?: number
  previous?: string
  next?: string
  /** Needed when a page has two lists. */
  label?: string
}

export function Pager({ from, to, total, previous, next, label = t('ui.pager') }: Props) {
  if (to === 0) return null
  return (
    <nav class="tg-pager" aria-label={label}>
      <span class="tg-num">
        {total === undefined ? t('ui.pager.range_open', { from, to }) : t('ui.pager.range', { from, to, total })}
      </span>
      {(previous || next) && (
        <ul>
          {previous && (
            <li>
              <a href={previous} rel="prev">
                <Icon name="previous" />
                {t('ui.pager.previous')}
              </a>
            </li>
          )}
          {next && (
            <li>
              <a href={next} rel="next">
                {t('ui.pager.next')}
                <Icon name="next" />
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}
