/** The pages of partner systems. */
import { say, t } from '#kernel/text.ts'
import { plusDays, type Day } from '#kernel/time.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Checkboxes, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { clientPermissions, isClientOpen, tokenMinutes } from './client.ts'
import type { ClientRow } from './client.store.ts'

const path = '/quan-tri/doi-tac'
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`
type Unit = { id: number; slug: string; name: string }

const crumbs = (label: string) => [{ href: path, label: t('identity.client.list') }, { label }]
const unitName = (units: readonly Unit[], id: number) => units.find((unit) => unit.id === id)?.name ?? '–'
const permissionsText = ({ permissions }: ClientRow) =>
  permissions.map((permission) => say(`identity.client.can.${permission}`)).join('; ')

const State = ({ client, today }: { client: ClientRow; today: Day }) =>
  isClientOpen(client, today) ? (
    <Status tone="done">{t('identity.client.is_open')}</Status>
  ) : (
    <Status tone="stop">{t('identity.client.is_over')}</Status>
  )

type ListProps = { rows: readonly ClientRow[]; units: readonly Unit[]; today: Day }

const columns = (units: readonly Unit[], today: Day): Column<ClientRow>[] => [
  {
    key: 'name',
    label: t('identity.client.name'),
    head: true,
    cell: ({ id, name }) => <a href={pathOf(id)}>{name}</a>,
  },
  { key: 'id', label: t('identity.client.id'), cell: ({ id }) => <code class="tg-code">{id}</code> },
  { key: 'unit', label: t('identity.client.unit'), cell: ({ unitId }) => unitName(units, unitId) },
  { key: 'can', label: t('identity.client.permissions'), cell: permissionsText },
  { key: 'used', label: t('identity.client.used'), cell: ({ lastUsedAt }) => lastUsedAt && momentText(lastUsedAt) },
  { key: 'state', label: t('identity.client.state'), cell: (client) => <State client={client} today={today} /> },
]

export const ClientListPage = ({ rows, units, today }: ListProps) => (
  <Desk
    title={t('identity.client.list')}
    lead={t('identity.client.lead')}
    actions={
      <LinkButton icon="plus" href={`${path}/moi`}>
        {t('identity.client.new')}
      </LinkButton>
    }
  >
    <div class="tg-panel">
      <Table
        caption={t('identity.client.list')}
        captionHidden
        columns={columns(units, today)}
        rows={rows}
        empty={t('identity.client.none')}
      />
    </div>
  </Desk>
)

export const NewClientPage = ({ units, back }: { units: readonly Unit[]; back: Returned | undefined }) => (
  <Desk title={t('identity.client.new')} crumbs={crumbs(t('identity.client.new'))} narrow problem={back !== undefined}>
    <Form action={`${path}/moi`} words="identity.client" send="identity.client.send" back={back}>
      <TextField name="name" />
      <TextField name="id" code />
      <Select name="unit" options={units.map(({ slug, name }) => ({ value: slug, label: name }))} />
      <Checkboxes
        name="permissions"
        options={clientPermissions.map((value) => ({ value, label: say(`identity.client.can.${value}`) }))}
        stacked
      />
      <DayField name="lastDay" optional />
    </Form>
  </Desk>
)

export const SecretPage = ({ id, secret, tokenUrl }: { id: string; secret: string; tokenUrl: string }) => (
  <Desk title={t('identity.client.secret')} crumbs={crumbs(id)} narrow>
    <div class="tg-stack">
      <Notice tone="wait">{t('identity.client.once')}</Notice>
      <SummaryList
        of={[
          { label: t('identity.client.id'), value: <code class="tg-code">{id}</code> },
          { label: t('identity.client.secret'), value: <code class="tg-code">{secret}</code> },
          { label: t('identity.client.token_url'), value: <code class="tg-code">{tokenUrl}</code> },
        ]}
      />
      <p class="tg-muted">{t('identity.client.how', { minutes: tokenMinutes })}</p>
      <p>
        <LinkButton kind="second" href={pathOf(id)}>
          {t('identity.client.kept')}
        </LinkButton>
      </p>
    </div>
  </Desk>
)

type ClientProps = { client: ClientRow; units: readonly Unit[]; today: Day; back: Returned | undefined }

export const ClientPage = ({ client, units, today, back }: ClientProps) => (
  <Desk title={client.name} crumbs={crumbs(client.id)} narrow problem={back !== undefined}>
    <div class="tg-stack">
      {back && <Notice tone="error">{t(back.key, back.params)}</Notice>}
      <Card>
        <SummaryList
          of={[
            { label: t('identity.client.state'), value: <State client={client} today={today} /> },
            { label: t('identity.client.id'), value: <code class="tg-code">{client.id}</code> },
            { label: t('identity.client.unit'), value: unitName(units, client.unitId) },
            { label: t('identity.client.permissions'), value: permissionsText(client) },
            { label: t('identity.client.from'), value: dayText(client.validFrom) },
            client.validTo && { label: t('identity.client.lastDay'), value: dayText(plusDays(client.validTo, -1)) },
            { label: t('identity.client.secret_made'), value: momentText(client.secretMadeAt) },
            {
              label: t('identity.client.used'),
              value: client.lastUsedAt ? momentText(client.lastUsedAt) : t('identity.client.never'),
            },
          ]}
        />
      </Card>
      {isClientOpen(client, today) && (
        <Card title={t('identity.client.change')}>
          <p>{t('identity.client.renew_why')}</p>
          <form action={`${pathOf(client.id)}/khoa-moi`} method="post">
            <Button kind="second">{t('identity.client.renew')}</Button>
          </form>
          <p>{t('identity.client.end_why')}</p>
          <form action={`${pathOf(client.id)}/cham-dut`} method="post">
            <Button kind="second">{t('identity.client.end')}</Button>
          </form>
        </Card>
      )}
    </div>
  </Desk>
)
