/** The whole catalogue for those who keep it, found as citizens find it. */
import { say, t } from '#kernel/text.ts'
import { type Import, Imports, levels, levelsText, levelText } from '#modules/catalogue/public.ts'
import { LinkButton } from '#ui/button.tsx'
import { Desk } from '#ui/desk.tsx'
import { Filters } from '#ui/filters.tsx'
import { Pager } from '#ui/pager.tsx'
import { Table } from '#ui/table.tsx'
import type { Facet, Filter } from './search-index.ts'
import type { Listed } from './search.store.ts'

export type CatalogueProps = {
  words: string
  filter: Filter
  found: readonly Listed[]
  total: number
  count: number
  from: number
  previous: string | undefined
  next: string | undefined
  fields: readonly Facet[]
  imports: readonly Import[]
}

export function CataloguePage(props: CatalogueProps) {
  const { words, filter, found, total, from, fields } = props
  return (
    <Desk
      title={t('catalogue.manage.title')}
      lead={t('catalogue.manage.lead', { count: props.count })}
      actions={
        <LinkButton icon="upload" href="/danh-muc/nhap">
          {t('catalogue.manage.import')}
        </LinkButton>
      }
    >
      <div class="tg-stack">
        <div class="tg-card tg-flush tg-panel">
          <Filters
            action="/danh-muc"
            clear="/danh-muc"
            filters={[
              { name: 'q', label: t('catalogue.manage.words'), value: words },
              {
                name: 'linh-vuc',
                label: t('catalogue.search.field'),
                value: filter.field ?? '',
                options: fields.map(({ value, count }) => ({ value, label: `${value} (${count})` })),
              },
              {
                name: 'cap',
                label: t('catalogue.search.level'),
                value: filter.level ?? '',
                options: levels.map((level) => ({ value: level, label: levelText(level) })),
              },
            ]}
          />
          <Table
            caption={t('catalogue.manage.title')}
            captionHidden
            rows={found}
            empty={words ? t('catalogue.search.none', { words }) : t('catalogue.search.found', { count: 0 })}
            columns={[
              {
                key: 'code',
                label: t('catalogue.manage.code'),
                cell: ({ code }) => <span class="tg-code tg-nowrap">{code}</span>,
              },
              {
                key: 'name',
                label: t('catalogue.manage.name'),
                head: true,
                cell: ({ code, name }) => <a href={`/danh-muc/${code}`}>{name}</a>,
              },
              { key: 'field', label: t('catalogue.search.field'), cell: ({ field }) => field || null },
              { key: 'level', label: t('catalogue.search.level'), cell: (entry) => levelsText(entry.levels) || null },
              {
                key: 'here',
                label: t('catalogue.manage.offered'),
                cell: ({ offered, owned }) =>
                  offered || owned ? say(`catalogue.manage.offered_${offered ?? 'handed_over'}`) : null,
              },
            ]}
          />
          <Pager
            from={found.length ? from : 0}
            to={found.length ? from + found.length - 1 : 0}
            total={total}
            {...(props.previous && { previous: props.previous })}
            {...(props.next && { next: props.next })}
          />
        </div>
        <Imports of={props.imports} />
      </div>
    </Desk>
  )
}
