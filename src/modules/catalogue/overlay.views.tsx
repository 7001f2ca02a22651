/** What the province adds to a procedure: the rows there are, and a form for each kind of them. */
import { say, t } from '#kernel/text.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Check, Radios, Select } from '#ui/choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, moneyText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Table } from '#ui/table.tsx'
import { NumberField, TextField } from '#ui/text-field.tsx'
import { limitUnits } from './channel-table.ts'
import { channelText, limitText } from './figure.views.tsx'
import { manageCrumb } from './import.views.tsx'
import { channels } from './offer.ts'
import { type OverlayContent, type OverlayKind, overlayKinds } from './overlay.ts'
import type { OverlayRow } from './overlay.store.ts'
import type { Procedure } from './procedure.ts'

const forText = (channel: string | null) =>
  channel === null ? t('catalogue.overlay.all_channels') : channelText(channel)

/** What a row says, in one line. */
function overlayText(content: OverlayContent): string {
  switch (content.kind) {
    case 'fee':
      return [
        forText(content.channel),
        content.amount === 0 ? t('catalogue.fee.free') : moneyText(content.amount),
        content.says,
      ]
        .filter(Boolean)
        .join(' · ')
    case 'limit':
      return [forText(content.channel), limitText(content)].join(' · ')
    case 'paperless':
      return content.says
    case 'level':
      return [t(content.level === 'full' ? 'catalogue.procedure.full' : 'catalogue.procedure.partial'), content.says]
        .filter(Boolean)
        .join(' · ')
    case 'owner':
      return `${content.name} · ${content.url}`
  }
}

type ListProps = { code: string; rows: readonly OverlayRow[]; formKey: string }

export const Overlays = ({ code, rows, formKey }: ListProps) => (
  <Card title={t('catalogue.overlay.title')} flush>
    <Table
      caption={t('catalogue.overlay.title')}
      captionHidden
      rows={rows}
      empty={t('catalogue.overlay.none')}
      exports={false}
      columns={[
        {
          key: 'kind',
          label: t('catalogue.overlay.kind'),
          head: true,
          cell: ({ content }) => say(`catalogue.overlay.kind.${content.kind}`),
        },
        { key: 'content', label: t('catalogue.overlay.content'), cell: ({ content }) => overlayText(content) },
        {
          key: 'citation',
          label: t('catalogue.overlay.form.citation'),
          cell: ({ citation, verified }) => (
            <>
              {citation}
              {!verified && (
                <>
                  <br />
                  <small class="tg-muted">{t('catalogue.assumed')}</small>
                </>
              )}
            </>
          ),
        },
        { key: 'from', label: t('catalogue.overlay.from'), cell: ({ validFrom }) => dayText(validFrom) },
        {
          key: 'to',
          label: t('catalogue.versions.to'),
          cell: ({ id, validTo }) =>
            validTo ? (
              dayText(validTo)
            ) : (
              <form method="post" action={`/danh-muc/${code}/dia-phuong/ket-thuc`}>
                <input type="hidden" name="_key" value={`${formKey}-${id.slice(-8)}`} />
                <input type="hidden" name="id" value={id} />
                <Button kind="plain">{t('catalogue.overlay.end')}</Button>
              </form>
            ),
        },
      ]}
    />
  </Card>
)

export const AddOverlay = ({ code }: { code: string }) => (
  <Card title={t('catalogue.overlay.add')}>
    <p class="tg-muted">{t('catalogue.overlay.lead')}</p>
    <ul>
      {overlayKinds.map((kind) => (
        <li>
          <a href={`/danh-muc/${code}/dia-phuong/${kind}`}>{say(`catalogue.overlay.kind.${kind}`)}</a>
        </li>
      ))}
    </ul>
  </Card>
)

const ChannelChoice = () => (
  <Select
    name="says.channel"
    optional
    blank={t('catalogue.overlay.all_channels')}
    options={channels.map((value) => ({ value, label: channelText(value) }))}
  />
)

const unitOptions = () => limitUnits.map((value) => ({ value, label: say(`catalogue.overlay.unit.${value}`) }))

function Fields({ kind }: { kind: OverlayKind }) {
  switch (kind) {
    case 'fee':
      return (
        <>
          <ChannelChoice />
          <NumberField name="says.amount" whole unit={t('ui.form.dong')} />
          <TextField name="says.says" optional lines={2} />
        </>
      )
    case 'limit':
      return (
        <>
          <ChannelChoice />
          <NumberField name="says.amount" />
          <Select name="says.unit" blank={null} options={unitOptions()} />
        </>
      )
    case 'paperless':
      return <TextField name="says.says" optional lines={2} />
    case 'level':
      return (
        <>
          <Radios
            name="says.level"
            options={[
              { value: 'full', label: t('catalogue.procedure.full') },
              { value: 'partial', label: t('catalogue.procedure.partial') },
            ]}
          />
          <TextField name="says.says" optional lines={3} />
        </>
      )
    case 'owner':
      return (
        <>
          <TextField name="says.name" width="full" />
          <TextField name="says.url" kind="url" width="full" />
        </>
      )
  }
}

type FormProps = {
  procedure: Procedure
  kind: OverlayKind
  formKey: string
  today: string
  back?: Returned | undefined
}

export function OverlayPage({ procedure, kind, formKey, today, back }: FormProps) {
  const { code, name } = procedure
  return (
    <Desk
      title={t('catalogue.overlay.add_kind', { kind: say(`catalogue.overlay.kind.${kind}`) })}
      lead={name}
      crumbs={[manageCrumb(), { href: `/danh-muc/${code}`, label: code }, { label: t('catalogue.overlay.title') }]}
      narrow
      problem={back !== undefined}
    >
      <Form
        action={`/danh-muc/${code}/dia-phuong/${kind}`}
        words="catalogue.overlay.form"
        send="catalogue.overlay.send"
        idempotencyKey={formKey}
        hidden={{ 'says.kind': kind }}
        values={{ validFrom: today, 'says.unit': 'working_day' }}
        back={back}
      >
        <Fields kind={kind} />
        <TextField name="citation" width="full" />
        <DayField name="validFrom" />
        <Check name="verified" />
      </Form>
    </Desk>
  )
}
