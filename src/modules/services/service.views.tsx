/** One service: what is in force, what is being changed, what must be mended, and publishing it. */
import { t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Details } from '#ui/details.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { listAt } from './draft.ts'
import type { ServiceRow } from './draft.store.ts'
import { FaultList } from './fault.views.tsx'
import { MeanwhileList } from './meanwhile.views.tsx'
import type { Meanwhile } from './meanwhile.store.ts'
import { list, partPath, servicePath, shownParts } from './part-path.ts'
import type { Fault } from './fault.ts'
import type { Service } from './service.ts'
import { Standing } from './service-list.views.tsx'
import { StepDrawing } from './step-drawing.views.tsx'

export type VersionLine = {
  readonly version: number
  readonly validFrom: Date
  readonly validTo: Date | null
  readonly endedWhy: string | null
}

export type ServiceView = {
  readonly row: ServiceRow
  readonly inForce: Service | undefined
  readonly versions: readonly VersionLine[]
  readonly faults: readonly Fault[]
  readonly mayPublish: boolean
  readonly formKey: string
  readonly back?: Returned | undefined
  readonly meanwhile?: readonly Meanwhile[]
}

export function ServicePage(view: ServiceView) {
  const { row, inForce, back, meanwhile } = view
  const shown = row.draft ?? inForce
  return (
    <Desk
      title={row.title || row.procedureCode}
      eyebrow={row.procedureCode}
      problem={back !== undefined}
      crumbs={[{ href: list, label: t('services.nav') }, { label: row.title || row.procedureCode }]}
    >
      <div class="tg-stack-lg">
        {back && (
          <Notice tone="error">
            <p>{t(back.key, back.params)}</p>
          </Notice>
        )}
        {meanwhile && meanwhile.length > 0 && <MeanwhileList of={meanwhile} />}
        {row.draft ? <DraftCard {...view} draft={row.draft} /> : <Begin {...view} />}
        {shown && <StepDrawing service={shown} />}
        <Files {...view} />
        <Versions {...view} />
      </div>
    </Desk>
  )
}

const Begin = ({ row, formKey, inForce }: ServiceView) => (
  <Card>
    <form class="tg-row" action={`${servicePath(row.procedureCode)}/bat-dau`} method="post">
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="title" value={row.title} />
      <Button icon="pen">{t('services.begin.edit')}</Button>
      {inForce && (
        <LinkButton kind="second" href={`${servicePath(row.procedureCode)}/xem-truoc`}>
          {t('services.one.preview')}
        </LinkButton>
      )}
    </form>
  </Card>
)

function DraftCard(view: ServiceView & { draft: Service }) {
  const { row, draft, faults } = view
  return (
    <Card title={t('services.one.draft', { n: row.draftVersion })} aside={<Standing faults={faults.length} />}>
      {faults.length > 0 ? (
        <>
          <h3>{t('services.one.faults')}</h3>
          <FaultList service={draft} faults={faults} />
        </>
      ) : (
        <p>{t('services.one.no_faults')}</p>
      )}
      <h3>{t('services.one.parts')}</h3>
      <Chips
        label={t('services.one.parts')}
        of={shownParts.map((part) => ({
          href: partPath(row.procedureCode, part),
          label: t(`services.part.${part}`),
          ...(part !== 'head' && { count: listAt(draft, { part }).length }),
        }))}
      />
      <Publish {...view} />
    </Card>
  )
}

function Publish({ row, faults, mayPublish, formKey, inForce }: ServiceView) {
  const at = servicePath(row.procedureCode)
  const isReady = faults.length === 0 && mayPublish
  return (
    <form action={`${at}/cong-bo`} method="post">
      <input type="hidden" name="seen" value={row.draftVersion} />
      <input type="hidden" name="_key" value={formKey} />
      {faults.length === 0 && <p>{t(mayPublish ? 'services.one.publish_lead' : 'services.one.may_not')}</p>}
      <div class="tg-row">
        {isReady && <Button icon="check">{t('services.one.publish')}</Button>}
        <LinkButton kind="second" href={`${at}/xem-truoc`}>
          {t('services.one.preview')}
        </LinkButton>
        {inForce && (
          <LinkButton kind="second" href={`${at}/khac-biet`}>
            {t('services.one.differences')}
          </LinkButton>
        )}
        <Button kind="plain" action={`${at}/bo-nhap`}>
          {t('services.one.drop')}
        </Button>
      </div>
    </form>
  )
}

function Files({ row, inForce }: ServiceView) {
  const at = servicePath(row.procedureCode)
  if (!row.draft && !inForce) return null
  return (
    <Card title={t('services.one.files')}>
      <div class="tg-row">
        <LinkButton kind="second" href={`${at}/json-schema`} download>
          {t('services.one.schema')}
        </LinkButton>
        <LinkButton kind="second" href={`${at}/xuat`} download>
          {t('services.one.export')}
        </LinkButton>
        <LinkButton kind="second" href={`${at}/nhap`}>
          {t('services.one.import')}
        </LinkButton>
      </div>
    </Card>
  )
}

function Versions({ row, versions, inForce, mayPublish, formKey, back }: ServiceView) {
  if (versions.length === 0) return null
  return (
    <Card flush title={t('services.one.versions')}>
      <Table
        caption={t('services.one.versions')}
        captionHidden
        exports={false}
        rows={versions}
        empty=""
        columns={[
          { key: 'version', label: t('services.one.version'), head: true, cell: ({ version }) => version },
          { key: 'from', label: t('services.one.from'), cell: ({ validFrom }) => momentText(validFrom) },
          {
            key: 'to',
            label: t('services.one.to'),
            cell: ({ validTo }) =>
              validTo ? momentText(validTo) : <Status tone="done">{t('services.one.in_force')}</Status>,
          },
          { key: 'why', label: t('services.one.why'), cell: ({ endedWhy }) => endedWhy },
        ]}
      />
      {inForce && mayPublish && (
        <Details summary={t('services.one.withdraw')} open={back?.typed['reason'] !== undefined}>
          <Form
            action={`${servicePath(row.procedureCode)}/ngung`}
            words="services.one"
            send="services.one.withdraw"
            idempotencyKey={`${formKey}-ngung`}
            id="ngung"
            {...(back?.typed['reason'] !== undefined && { back })}
          >
            <TextField name="reason" lines={2} maxLength={600} />
          </Form>
        </Details>
      )}
    </Card>
  )
}

type ImportProps = {
  procedure: string
  seen: number | null
  formKey: string
  back?: Returned | undefined
  document: string
}

export const ImportPage = ({ procedure, seen, formKey, back, document }: ImportProps) => (
  <Desk
    title={t('services.import.title')}
    eyebrow={procedure}
    lead={t('services.import.lead')}
    narrow
    problem={back !== undefined}
    crumbs={[
      { href: list, label: t('services.nav') },
      { href: servicePath(procedure), label: procedure },
      { label: t('services.import.title') },
    ]}
  >
    <Form
      action={`${servicePath(procedure)}/nhap`}
      words="services.import"
      send="services.import.send"
      idempotencyKey={formKey}
      back={back}
      values={{ document }}
      {...(seen !== null && { hidden: { seen: String(seen) } })}
    >
      <TextField name="document" lines={16} code />
    </Form>
  </Desk>
)
