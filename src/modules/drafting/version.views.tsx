/** Versions that were published: who, when, why; what each holds and what it changed. */
import { say, t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Details } from '#ui/details.tsx'
import { dayText, momentText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import { calmTitle } from '#ui/title.ts'
import { Void } from '#ui/void.tsx'
import { DiffCard } from './diff.views.tsx'
import type { ItemKind } from './draft.ts'
import { planName } from './draft.views.tsx'
import { crumbsOf, nameOf, pathOf, type PlanHead, PlanTabs, type VersionHead } from '#modules/plan/public.ts'
import { sheetOf } from './review.ts'
import { valueText } from './value.views.tsx'
import type { Diff, VersionItem } from './version.ts'
import type { Version } from './version.store.ts'

type Props = { plan: PlanHead; versions: readonly VersionHead[]; mayImport: boolean }

export function VersionsPage({ plan, versions, mayImport }: Props) {
  const path = `/ke-hoach/${plan.code}`
  return (
    <Desk
      title={t('plan.version.title', { name: planName(plan) })}
      eyebrow={calmTitle(plan.title)}
      lead={t('plan.version.lead')}
      crumbs={crumbsOf(plan, t('plan.part.versions'))}
      tabs={<PlanTabs plan={plan} part="/phien-ban" />}
      actions={
        <>
          {mayImport && (
            <LinkButton kind="second" href={`${path}/duyet`}>
              {t('plan.version.edit')}
            </LinkButton>
          )}
          {mayImport && (
            <LinkButton kind="second" href={`${path}/nhap`}>
              {t('plan.import.again')}
            </LinkButton>
          )}
        </>
      }
    >
      {versions.length === 0 ? (
        <Void title={t('plan.version.none')}>
          <p>{t('plan.version.none_why')}</p>
        </Void>
      ) : (
        <Card flush>
          <VersionTable path={path} versions={versions} />
        </Card>
      )}
    </Desk>
  )
}

const VersionTable = ({ path, versions }: { path: string; versions: readonly VersionHead[] }) => (
  <Table
    caption={t('plan.version.caption')}
    captionHidden
    rows={versions}
    empty=""
    columns={[
      {
        key: 'no',
        label: t('plan.version.no'),
        head: true,
        cell: ({ no }, at) => (
          <>
            <a href={`${path}/phien-ban/${no}`}>{t('plan.version.number', { no })}</a>
            {at === 0 && <small> {t('plan.version.current')}</small>}
          </>
        ),
      },
      { key: 'at', label: t('plan.version.at'), cell: ({ publishedAt }) => momentText(publishedAt) },
      { key: 'by', label: t('plan.version.by'), cell: ({ publishedBy }) => publishedBy ?? t('plan.version.by_nobody') },
      {
        key: 'note',
        label: t('plan.version.note'),
        cell: ({ note }) => note ?? <span class="tg-muted">{t('plan.version.no_note')}</span>,
      },
    ]}
  />
)

export function VersionPage({ plan, version, diff }: { plan: PlanHead; version: Version; diff: Diff | null }) {
  const { no, publishedAt, publishedBy, note, content } = version
  const groups = (Object.keys(sheetOf) as ItemKind[])
    .map((kind) => ({ kind, items: content.items.filter((item) => item.kind === kind) }))
    .filter(({ items }) => items.length > 0)
  return (
    <Desk
      title={t('plan.version.number', { no })}
      eyebrow={nameOf(content.document)}
      lead={t('plan.version.said', { by: publishedBy ?? t('plan.version.by_nobody'), at: momentText(publishedAt) })}
      tabs={<PlanTabs plan={plan} part="/phien-ban" />}
      crumbs={crumbsOf(plan, t('plan.part.versions'), {
        href: `${pathOf(plan)}/phien-ban`,
        label: t('plan.version.number', { no }),
      })}
    >
      <div class="tg-stack">
        {note && <p>{note}</p>}
        {version.fileHash && (
          <p>
            <a href={`${pathOf(plan)}/phien-ban/${no}/tep`}>
              {t('plan.version.file', { file: version.fileName ?? plan.code })}
            </a>
          </p>
        )}
        {diff ? (
          <DiffCard title={t('plan.version.changes', { no: no - 1 })} diff={diff} />
        ) : (
          <p class="tg-muted">{t('plan.version.first')}</p>
        )}
        <h2>{t('plan.version.content')}</h2>
        {groups.map(({ kind, items }) => (
          <Details summary={`${say(`plan.draft.sheet.${kind}`)} (${items.length})`} open={kind === 'target'}>
            <Items items={items} />
          </Details>
        ))}
      </div>
    </Desk>
  )
}

/** Under their headings, in the order of the text. */
function Items({ items }: { items: readonly VersionItem[] }) {
  const groups = [...Map.groupBy(items, ({ heading }) => heading)]
  return (
    <>
      {groups.map(([heading, members]) => (
        <>
          {heading && <h3>{heading}</h3>}
          <ul>
            {members.map((item) => (
              <Item item={item} />
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

const Item = ({ item: { ref, wording, values, days, period } }: { item: VersionItem }) => (
  <li>
    {ref && <span class="tg-code">{ref} </span>}
    {wording}
    {values.length > 0 && <small> {values.map(valueText).join('; ')}</small>}
    {days.length > 0 && (
      <small>
        {' '}
        {period && `${say(`plan.draft.period.${period}`)}: `}
        {days.map(({ on }) => dayText(on)).join('; ')}
      </small>
    )}
  </li>
)
