import type { Words } from '#fields/form.ts'
import { inWords } from '#fields/words.ts'
import type { Returned } from '#kernel/submit.ts'
import { say, t } from '#kernel/text.ts'
import type { Service } from '#modules/services/public.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Radios, Select } from '#ui/choice.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Void } from '#ui/void.tsx'
import type { Application } from './application.ts'
import { codeOf } from './application.views.tsx'
import { StateWord } from './progress.views.tsx'
import type { Draft } from './draft.ts'
import type { Receiver } from './receiver.ts'
import { Way } from './start.views.tsx'

const path = '/mot-cua/lam-giup'

type Helped = { readonly partyId: string; readonly partyName: string; readonly partyNumber: string }

type Props = {
  consents: readonly Helped[]
  drafts: readonly Draft[]
  titles: ReadonlyMap<string, Words>
  filed: readonly Application[]
}

export const AssistPage = ({ consents, drafts, titles, filed }: Props) => (
  <Desk title={t('filing.assist.title')} lead={t('filing.assist.lead')}>
    <div class="tg-stack-lg">
      <Card title={t('filing.assist.begin')}>
        {consents.length === 0 ? (
          <Void
            level={3}
            title={t('filing.assist.nobody')}
            actions={<LinkButton href="/ho-tro-nguoi-dan">{t('filing.assist.record')}</LinkButton>}
          >
            <p>{t('filing.assist.nobody_why')}</p>
          </Void>
        ) : (
          <Form action={`${path}/bat-dau`} method="get" words="filing.assist" send="filing.assist.next">
            <Select
              name="nguoi"
              options={consents.map(({ partyId, partyName, partyNumber }) => ({
                value: partyId,
                label: `${partyName}, …${partyNumber.slice(-4)}`,
              }))}
            />
            <TextField name="thu-tuc" code />
          </Form>
        )}
      </Card>
      <Card title={t('filing.assist.drafts')} flush>
        <Table
          caption={t('filing.assist.drafts')}
          captionHidden
          exports={false}
          rows={drafts}
          empty={t('filing.assist.no_drafts')}
          columns={[
            {
              key: 'title',
              label: t('filing.assist.procedure'),
              head: true,
              cell: ({ id, procedureCode }) => {
                const title = titles.get(id)
                return <a href={`/to-khai/${id}`}>{title ? inWords(title) : procedureCode}</a>
              },
            },
            { key: 'saved', label: t('filing.assist.saved'), cell: ({ changedAt }) => momentText(changedAt) },
          ]}
        />
      </Card>
      <Card title={t('filing.assist.filed')} flush>
        <Table
          caption={t('filing.assist.filed')}
          captionHidden
          exports={false}
          rows={filed}
          empty={t('filing.assist.none_filed')}
          columns={[
            {
              key: 'title',
              label: t('filing.assist.procedure'),
              head: true,
              cell: (one) => <a href={`${path}/${one.id}`}>{one.title}</a>,
            },
            { key: 'code', label: t('filing.application.code'), cell: (one) => codeOf(one) },
            { key: 'at', label: t('filing.application.filed_at'), cell: ({ filedAt }) => momentText(filedAt) },
            {
              key: 'channel',
              label: t('filing.application.channel'),
              cell: ({ channel }) => say(`filing.channel.${channel}`),
            },
            { key: 'state', label: t('filing.assist.state'), cell: ({ state }) => <StateWord state={state} /> },
          ]}
        />
      </Card>
    </div>
  </Desk>
)

type StartProps = {
  consent: Helped
  service: Service
  receivers: readonly Receiver[]
  ownUnit: number | null
  idempotencyKey: string
  back?: Returned | undefined
}

export const AssistStartPage = ({ consent, service, receivers, ownUnit, idempotencyKey, back }: StartProps) => (
  <Desk
    title={inWords(service.title)}
    eyebrow={service.procedure}
    lead={t('filing.assist.for', { name: consent.partyName })}
    crumbs={[{ href: path, label: t('filing.assist.title') }, { label: consent.partyName }]}
    problem={Boolean(back)}
    narrow
  >
    <Notice>
      <p>{t('filing.assist.logged')}</p>
    </Notice>
    <Form
      action={`${path}/bat-dau?${new URLSearchParams({ nguoi: consent.partyId, 'thu-tuc': service.procedure })}`}
      words="filing.start"
      send="filing.start.send"
      idempotencyKey={idempotencyKey}
      back={back}
      values={{
        channel: service.channels.includes('direct') ? 'direct' : (service.channels[0] ?? ''),
        receiver: receivers.find(({ id }) => id === ownUnit)?.slug ?? '',
      }}
    >
      <Radios
        name="channel"
        options={service.channels.map((channel) => ({ value: channel, label: say(`filing.channel.${channel}`) }))}
      />
      <Way cases={service.cases} receivers={receivers} />
    </Form>
  </Desk>
)
