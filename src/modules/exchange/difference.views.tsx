/** What the two sides say differently, and saying that it is settled. */
import { say, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { deskPath, differencePath, mostOnPage } from './paths.ts'
import type { Difference } from './reconciliation.store.ts'
import { nationalText, systemText } from './words.ts'

const pathOf = ({ id }: Difference) => `${differencePath}/${id}`
const kindText = ({ kind }: Difference) => say(`exchange.difference.kind.${kind}`)

const columns = (): Column<Difference>[] => [
  {
    key: 'code',
    label: t('exchange.difference.code'),
    head: true,
    cell: (one) => (
      <a href={pathOf(one)}>
        <span class="tg-code">{one.code}</span>
      </a>
    ),
  },
  { key: 'kind', label: t('exchange.difference.kind'), cell: kindText },
  { key: 'ours', label: t('exchange.difference.ours'), cell: ({ ours }) => nationalText(ours) },
  { key: 'theirs', label: t('exchange.difference.theirs'), cell: ({ theirs }) => nationalText(theirs) },
  { key: 'found', label: t('exchange.difference.found'), cell: ({ foundAt }) => momentText(foundAt) },
  { key: 'requeued', label: t('exchange.difference.requeued'), align: 'end', cell: ({ requeued }) => requeued },
]

export function DifferenceListPage({ rows }: { rows: readonly Difference[] }) {
  const last = rows.at(-1)
  return (
    <Desk
      title={t('exchange.difference.list')}
      lead={t('exchange.difference.lead')}
      crumbs={[{ href: deskPath, label: t('exchange.message.list') }, { label: t('exchange.difference.list') }]}
    >
      <div class="tg-stack">
        <div class="tg-panel">
          <Table
            caption={t('exchange.difference.list')}
            captionHidden
            columns={columns()}
            rows={rows}
            empty={t('exchange.difference.none')}
          />
        </div>
        {rows.length === mostOnPage && last && (
          <p>
            <LinkButton kind="second" href={`${differencePath}?sau=${last.id}`}>
              {t('exchange.difference.next_page')}
            </LinkButton>
          </p>
        )}
      </div>
    </Desk>
  )
}

type Props = { difference: Difference; back: Returned | undefined }

export const DifferencePage = ({ difference, back }: Props) => (
  <Desk
    title={`${kindText(difference)}: ${difference.code}`}
    crumbs={[
      { href: deskPath, label: t('exchange.message.list') },
      { href: differencePath, label: t('exchange.difference.list') },
      { label: difference.code },
    ]}
    narrow
    problem={back !== undefined}
  >
    <div class="tg-stack">
      <Card title={systemText(difference.system)}>
        <SummaryList
          of={[
            { label: t('exchange.difference.ours'), value: nationalText(difference.ours) ?? '–' },
            { label: t('exchange.difference.theirs'), value: nationalText(difference.theirs) ?? '–' },
            { label: t('exchange.difference.found'), value: momentText(difference.foundAt) },
            { label: t('exchange.difference.requeued'), value: difference.requeued },
            difference.note === null
              ? null
              : { label: t('exchange.difference.settle.because'), value: difference.note },
          ]}
        />
      </Card>
      {difference.settledAt === null && (
        <Card title={t('exchange.difference.settle')}>
          <Form
            action={pathOf(difference)}
            words="exchange.difference.settle"
            send="exchange.difference.settle"
            back={back}
          >
            <TextField name="because" lines={3} />
          </Form>
        </Card>
      )}
    </div>
  </Desk>
)
