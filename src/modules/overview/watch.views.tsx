/** What a supervisor looks for, each kind under its own chip. */
import { t } from '#kernel/text.ts'
import { Card } from '#ui/card.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { Pager } from '#ui/pager.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import type { UnitRow } from '#kernel/unit.store.ts'
import { boardHref, watchHref } from './board.views.tsx'
import { DossierCell, DueCell, instructColumn } from './held.views.tsx'
import type { Names } from './instruction-table.views.tsx'
import type { OpenDossier } from './load.ts'
import type { OverviewRules } from './overview-rule.ts'
import { type WatchView, watchViews } from './watch.ts'

type Props = {
  unit: UnitRow
  view: WatchView
  rows: readonly OpenDossier[]
  names: Names
  next: string | null
  rules: OverviewRules
  now: Date
  mayOpen: boolean
  mayInstruct: boolean
}

export function WatchPage(props: Props) {
  const { unit, view, rows, next, rules } = props
  return (
    <Desk
      title={t('overview.watch.title')}
      lead={t('overview.watch.lead', { unit: unit.name })}
      crumbs={[{ href: boardHref(unit.slug), label: unit.name }, { label: t('overview.watch.title') }]}
    >
      <div class="tg-stack">
        <Chips
          of={watchViews.map((one) => ({
            href: `${watchHref(unit.slug)}&xem=${one}`,
            label: t(`overview.watch.${one}`),
            current: one === view,
          }))}
        />
        <p>
          {view === 'unmoved'
            ? t('overview.watch.unmoved_why', { days: rules.unmovedWorkingDays })
            : t(`overview.watch.${view}_why`)}{' '}
          {view === 'unmoved' && rules.assumed && <span class="tg-muted">{t('overview.assumed')}</span>}
        </p>
        <Card flush>
          <Table
            caption={t(`overview.watch.${view}`)}
            captionHidden
            rows={rows}
            columns={columns(props)}
            empty={
              <Void level={2} title={t('overview.watch.none')}>
                <p>{t('overview.watch.none_why')}</p>
              </Void>
            }
          />
          {next && <Pager from={1} to={rows.length} next={next} />}
        </Card>
      </div>
    </Desk>
  )
}

const columns = ({ names, now, mayOpen, mayInstruct, view }: Props): Column<OpenDossier>[] => [
  {
    key: 'dossier',
    label: t('overview.held.dossier'),
    head: true,
    cell: (row) => <DossierCell row={row} mayOpen={mayOpen} />,
  },
  { key: 'unit', label: t('overview.watch.unit'), cell: ({ unitId }) => names.units.get(unitId) ?? null },
  {
    key: 'holder',
    label: t('overview.watch.holder'),
    cell: ({ holderId }) => (holderId ? (names.people.get(holderId) ?? null) : t('overview.board.nobody')),
  },
  { key: 'due', label: t('overview.watch.due'), cell: ({ dueAt }) => <DueCell dueAt={dueAt} now={now} /> },
  {
    key: 'moved',
    label: t('overview.watch.moved'),
    cell: ({ movedAt, supplements }) => (
      <>
        {momentText(movedAt)}
        {view === 'asked_again' && <small>{t('overview.watch.supplements', { count: supplements })}</small>}
      </>
    ),
  },
  ...(mayInstruct ? [instructColumn()] : []),
]
