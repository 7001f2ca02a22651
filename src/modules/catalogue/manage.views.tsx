/** One procedure for those who keep the catalogue: its versions, and what the province added. */
import { t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import { manageCrumb } from './import.views.tsx'
import { AddOverlay, Overlays } from './overlay.views.tsx'
import type { OverlayRow } from './overlay.store.ts'
import type { Procedure } from './procedure.ts'
import { Codes, WholeText } from './procedure-detail.views.tsx'
import type { listVersions } from './procedure.store.ts'

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
