/** What changes in a procedure, field by field, old beside new. */
import { say, t } from '#kernel/text.ts'
import { Desk } from '#ui/desk.tsx'
import { Table } from '#ui/table.tsx'
import type { ComparedField, Difference } from './difference.ts'
import { channelText, feesText, levelText, publishedLimitText } from './figure.views.tsx'
import { manageCrumb } from './import.views.tsx'
import type { Procedure } from './procedure.ts'

type Member<Field extends ComparedField> = Procedure[Field] extends readonly (infer One)[] ? One : Procedure[Field]

const paperText = ({ name, originals, copies }: Procedure['groups'][number]['papers'][number]) =>
  `${name} (${originals}/${copies})`

/** How one member of a field reads. */
const textOf: { [Field in ComparedField]?: (one: Member<Field>) => string } = {
  levels: levelText,
  channels: (one) =>
    [channelText(one.channel), publishedLimitText(one), feesText(one), one.note].filter(Boolean).join(' · '),
  groups: ({ title, papers }) => [title, ...papers.map(paperText)].filter(Boolean).join('\n'),
  legalBases: ({ title, number }) => [number, title].filter(Boolean).join(': '),
  results: ({ name, code }) => [name, code].filter(Boolean).join(' · '),
}

const say1 = (field: ComparedField, member: unknown): string => {
  const text = textOf[field] as ((one: unknown) => string) | undefined
  return text ? text(member) : String(member)
}

const Members = ({ field, of }: { field: ComparedField; of: readonly unknown[] }) =>
  of.length === 0 ? null : (
    <>
      {of.map((one) => (
        <div>
          {say1(field, one)
            .split('\n')
            .map((line, at) => (
              <>
                {at > 0 && <br />}
                {line}
              </>
            ))}
        </div>
      ))}
    </>
  )

const Differences = ({ of }: { of: readonly Difference[] }) => (
  <Table
    caption={t('catalogue.import.changes')}
    captionHidden
    rows={of}
    empty={t('catalogue.change.none')}
    exports={false}
    columns={[
      {
        key: 'field',
        label: t('catalogue.change.field'),
        head: true,
        cell: ({ field }) => say(`catalogue.field.${field}`),
      },
      {
        key: 'before',
        label: t('catalogue.change.before'),
        cell: ({ field, removed }) => (removed.length ? <Members field={field} of={removed} /> : null),
      },
      {
        key: 'after',
        label: t('catalogue.change.after'),
        cell: ({ field, added }) => (added.length ? <Members field={field} of={added} /> : null),
      },
    ]}
  />
)

type Props = { procedure: Procedure; differences: readonly Difference[]; back: { href: string; label: string } }

export const DifferencePage = ({ procedure, differences, back }: Props) => (
  <Desk
    title={t('catalogue.change.title', { code: procedure.code })}
    lead={procedure.name}
    crumbs={[manageCrumb(), back, { label: procedure.code }]}
  >
    <div class="tg-card tg-flush">
      <Differences of={differences} />
    </div>
  </Desk>
)
