/** The catalogue for those who keep it: the list, one procedure with its versions and what the province added. */
import { say, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Pager } from '#ui/pager.tsx'
import { Table } from '#ui/table.tsx'
import { levelsText, levelText } from './figure.views.tsx'
import { Imports, manageCrumb } from './import.views.tsx'
import type { Import } from './import.store.ts'
import { AddOverlay, Overlays } from './overlay.views.tsx'
import type { OverlayRow } from './overlay.store.ts'
import { levels, type Procedure } from './procedure.ts'
import { Codes, WholeText } from './procedure-detail.views.tsx'
import type { listVersions } from './procedure.store.ts'
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
        <div class="tg-panel">
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
            empty={t('catalogue.search.found', { count: 0 })}
            columns={[
              {
                key: 'code',
                label: t('catalogue.manage.code'),
                cell: ({ code }) => <span class="tg-code">{code}</span>,
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

export type ManageProps = {
  procedure: Procedure
  version: { no: number; since: Date }
  versions: Awaited<ReturnType<typeof listVersions>>
  overlays: readonly OverlayRow[]
  formKey: string
}

export function ManagePage({ procedure, version, versions, overlays, formKey }: ManageProps) {
  const { code, name } = procedure
  return (
    <Desk
      title={name}
      eyebrow={code}
      crumbs={[manageCrumb(), { label: code }]}
      actions={
        <LinkButton kind="second" href={`/thu-tuc/${code}`}>
          {t('catalogue.manage.public')}
        </LinkButton>
      }
    >
      <div class="tg-stack">
        <Overlays code={code} rows={overlays} formKey={formKey} />
        <AddOverlay code={code} />
        <Card title={t('catalogue.versions.title')} flush>
          <Table
            caption={t('catalogue.versions.title')}
            captionHidden
            rows={versions}
            empty=""
            exports={false}
            columns={[
              { key: 'no', label: t('catalogue.versions.no'), head: true, cell: (one) => String(one.version) },
              { key: 'from', label: t('catalogue.versions.from'), cell: ({ validFrom }) => dayText(dayOf(validFrom)) },
              {
                key: 'to',
                label: t('catalogue.versions.to'),
                cell: ({ validTo }) => (validTo ? dayText(dayOf(validTo)) : t('catalogue.versions.now')),
              },
              { key: 'file', label: t('catalogue.versions.file'), cell: ({ fileName }) => fileName },
              {
                key: 'see',
                label: t('catalogue.import.changes'),
                cell: (one) =>
                  one.version > 1 ? (
                    <a href={`/danh-muc/${code}/phien-ban/${one.version}`}>{t('catalogue.versions.see')}</a>
                  ) : (
                    t('catalogue.versions.first')
                  ),
              },
            ]}
          />
        </Card>
        <Card>
          <Codes procedure={procedure} version={version} officer />
          <WholeText procedure={procedure} />
        </Card>
      </div>
    </Desk>
  )
}
