/** What a draft would change, field by field. */
import { t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Table } from '#ui/table.tsx'
import type { Difference } from './difference.ts'
import { list, servicePath } from './part-path.ts'

type Row = { difference: Difference; field: string; before: string; after: string }

const rowsOf = (of: readonly Difference[]): Row[] =>
  of.flatMap((difference) =>
    difference.change === 'changed'
      ? difference.fields.map((one) => ({ difference, ...one }))
      : [{ difference, field: '', before: '', after: '' }],
  )

const shortened = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

type Props = { procedure: string; title: string; of: readonly Difference[] | null }

export const DifferencePage = ({ procedure, title, of }: Props) => (
  <Desk
    title={t('services.difference.title')}
    eyebrow={procedure}
    crumbs={[
      { href: list, label: t('services.nav') },
      { href: servicePath(procedure), label: title },
      { label: t('services.difference.title') },
    ]}
  >
    <Card flush>{of === null ? <p class="tg-empty">{t('services.difference.new')}</p> : <Differences of={of} />}</Card>
  </Desk>
)

const Differences = ({ of }: { of: readonly Difference[] }) => (
  <Table
    caption={t('services.difference.title')}
    captionHidden
    rows={rowsOf(of)}
    empty={<p>{t('services.difference.none')}</p>}
    columns={[
      {
        key: 'part',
        label: t('services.difference.part'),
        head: true,
        cell: ({ difference: { part, within, key } }) =>
          [t(`services.part.${part}`), within, key].filter(Boolean).join(' – '),
      },
      {
        key: 'change',
        label: t('services.difference.change'),
        cell: ({ difference, field }) =>
          [t(`services.difference.${difference.change}`), field].filter(Boolean).join(': '),
      },
      {
        key: 'before',
        label: t('services.difference.before'),
        cell: ({ before }) => (before ? <del>{shortened(before)}</del> : null),
      },
      {
        key: 'after',
        label: t('services.difference.after'),
        cell: ({ after }) => (after ? <ins>{shortened(after)}</ins> : null),
      },
    ]}
  />
)
