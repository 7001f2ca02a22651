/** A document beside what was read out of it, so that a person can compare before anything takes effect. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '#kernel/text.ts'

type Props = {
  /** Paragraphs of the document, with a `Mark` around each passage that was read. */
  source: ComponentChildren
  title?: string
  /** The items, usually inside one form. */
  children: ComponentChildren
}

export function Review({ source, title = t('ui.review.source'), children }: Props) {
  const id = useId()
  return (
    <div class="tg-review">
      <section class="tg-card tg-doc tg-stack" aria-labelledby={id} tabIndex={0}>
        <h2 id={id}>{title}</h2>
        {source}
      </section>
      <section class="tg-stack" aria-label={t('ui.review.items')} data-enhance="review">
        {children}
      </section>
    </div>
  )
}

type MarkProps = { n: string; doubt?: boolean; now?: boolean; children: ComponentChildren }

/** A passage, as written; its number leads to the item and the item's number leads back. */
export const Mark = ({ n, doubt = false, now = false, children }: MarkProps) => (
  <>
    <a href={`#muc-${n}`} aria-label={t('ui.review.item', { n })}>
      {n}
    </a>
    <mark id={`van-ban-${n}`} data-doubt={doubt || undefined} data-now={now || undefined}>
      {children}
    </mark>
  </>
)

type ItemProps = {
  n: string
  title: ComponentChildren
  /** Where in the document: "99–101". */
  lines?: string
  status: ComponentChildren
  now?: boolean
  actions?: ComponentChildren
  /** Small fields and doubts; nothing when the item is settled. */
  children?: ComponentChildren
}

export const ReviewItem = ({ n, title, lines, status, now = false, actions, children }: ItemProps) => (
  <article class="tg-item" id={`muc-${n}`} data-now={now || undefined} tabIndex={-1}>
    <header>
      <a class="tg-item-no" href={`#van-ban-${n}`} aria-label={t('ui.review.in_source', { n })}>
        {n}
      </a>
      <h3>{title}</h3>
      {lines && <span class="tg-line">{t('ui.review.line', { line: lines })}</span>}
      {status}
    </header>
    {children && <div class="tg-stack">{children}</div>}
    {actions && <footer>{actions}</footer>}
  </article>
)

/** Fields of one item in a row; each a `<MiniField>`. */
export const MiniFields = ({ children }: { children: ComponentChildren }) => <div class="tg-mini">{children}</div>

type MiniProps = {
  id: string
  name: string
  label: string
  value: string
  options?: readonly { value: string; label: string }[]
}

export const MiniField = ({ id, name, label, value, options }: MiniProps) => (
  <div>
    <label for={id}>{label}</label>
    {options ? (
      <select class="ds-input" id={id} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    ) : (
      <input class="ds-input" type="text" id={id} name={name} value={value} autocomplete="off" />
    )}
  </div>
)
