/** What to show of a list. A GET form, so that a view can be kept and sent as a link. */
import { t } from '#kernel/text.ts'
import { Button, LinkButton } from './button.tsx'
import type { Option } from './choice.tsx'

export type Filter = {
  readonly name: string
  readonly label: string
  readonly value?: string
  /** Without choices it is a box to write in. */
  readonly options?: readonly Option[]
  /** The empty choice; "Tất cả" unless said otherwise. */
  readonly any?: string
}

type Props = {
  action: string
  filters: readonly Filter[]
  /** Parts of the address to keep: the order, the quick view. */
  hidden?: Readonly<Record<string, string>>
  /** The list with no filter, when one is set. */
  clear?: string
  id?: string
}

/**
 * On a phone the form is folded under a link that targets it: no script. Put it with its table inside
 * `<div class="tg-panel">`.
 */
export const Filters = ({ action, filters, hidden = {}, clear, id = 'loc' }: Props) => (
  <>
    <a class="ds-button tg-filters-open" data-variant="secondary" href={`#${id}`}>
      {t('ui.filters.open')}
    </a>
    <form class="tg-filters" id={id} action={action} aria-label={t('ui.filters')} data-enhance="send-on-change">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {filters.map((filter) => (
        <div>
          <label for={`${id}-${filter.name}`}>{filter.label}</label>
          <Control filter={filter} id={`${id}-${filter.name}`} />
        </div>
      ))}
      <div class="tg-row">
        <Button kind="second" icon="filter">
          {t('ui.filters.send')}
        </Button>
        {clear && (
          <LinkButton kind="plain" href={clear}>
            {t('ui.filters.clear')}
          </LinkButton>
        )}
      </div>
    </form>
  </>
)

function Control({ filter, id }: { filter: Filter; id: string }) {
  if (!filter.options) return <input class="ds-input" type="search" id={id} name={filter.name} value={filter.value} />
  return (
    <select class="ds-input" id={id} name={filter.name}>
      <option value="">{filter.any ?? t('ui.filters.any')}</option>
      {filter.options.map((option) => (
        <option value={option.value} selected={option.value === filter.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
