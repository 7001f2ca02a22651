import { t } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { UnitRow } from '#kernel/unit.store.ts'
import { LinkButton } from '#ui/button.tsx'
import { Chips } from '#ui/chips.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { Filters } from '#ui/filters.tsx'
import { Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import { shortened } from '#ui/title.ts'
import { reminderFilters, type ReminderQuery, type ReminderRow } from './reminder.store.ts'
import { Deadline, ReminderStatus, rungOf } from './reminder-status.views.tsx'

const path = '/ke-hoach/don-doc'

type ListProps = {
  rows: readonly ReminderRow[]
  query: ReminderQuery
  today: Day
  units: readonly UnitRow[]
  unit: string
  maySend: boolean
}

export function ReminderListPage({ rows, query, today, units, unit, maySend }: ListProps) {
  const shown = (view: ReminderQuery['view']) => ({
    href: `${path}?xem=${view}`,
    label: t(`plan.reminder.view.${view}`),
    current: query.view === view,
  })
  const isFiltered = query.state !== null || query.unitId !== null
  const states = reminderFilters.map((value) => ({ value, label: filterWord(value) }))
  return (
    <Desk
      title={t('plan.reminder.title')}
      lead={t('plan.reminder.lead')}
      actions={maySend && <LinkButton href={`${path}/moi`}>{t('plan.reminder.new')}</LinkButton>}
    >
      <Chips of={(['received', 'sent', 'all'] as const).map(shown)} />
      <div class="tg-panel">
        <Filters
          action={path}
          hidden={{ xem: query.view }}
          filters={[
            { name: 'tinh-trang', label: t('plan.reminder.filter.state'), value: query.state ?? '', options: states },
            {
              name: 'don-vi',
              label: t('plan.reminder.filter.unit'),
              value: unit,
              options: units.map((u) => ({ value: u.slug, label: u.name })),
            },
          ]}
          {...(isFiltered && { clear: `${path}?xem=${query.view}` })}
        />
        <Table
          caption={t('plan.reminder.title')}
          captionHidden
          rows={rows}
          columns={[
            { key: 'what', label: t('plan.reminder.column.what'), head: true, cell: (r) => <What r={r} /> },
            { key: 'unit', label: t('plan.reminder.column.unit'), cell: (r) => r.unitName },
            { key: 'due', label: t('plan.reminder.column.due'), cell: (r) => <Deadline r={r} today={today} /> },
            {
              key: 'state',
              label: t('plan.reminder.column.state'),
              cell: (r) => <ReminderStatus r={r} today={today} />,
            },
            { key: 'level', label: t('plan.reminder.column.level'), cell: (r) => t(`plan.ladder.${rungOf(r)}`) },
          ]}
          empty={<Nothing query={query} isFiltered={isFiltered} maySend={maySend} />}
        />
      </div>
    </Desk>
  )
}

const filterWord = (value: (typeof reminderFilters)[number]) =>
  value === 'open' || value === 'late' ? t(`plan.reminder.filter.${value}`) : t(`plan.reminder.state.${value}`)

const What = ({ r }: { r: ReminderRow }) => (
  <>
    <a href={`${path}/${r.id}`}>{shortened(r.wording)}</a>
    <small>
      {r.planNumber ?? r.planTitle} · {t('plan.reminder.from')}: {r.senderUnitName}, {momentText(r.sentAt)}
    </small>
  </>
)

function Nothing({ query, isFiltered, maySend }: { query: ReminderQuery; isFiltered: boolean; maySend: boolean }) {
  if (isFiltered)
    return (
      <Void
        title={t('plan.reminder.empty_filtered')}
        actions={
          <LinkButton kind="second" href={`${path}?xem=${query.view}`}>
            {t('plan.reminder.all')}
          </LinkButton>
        }
      />
    )
  return (
    <Void
      title={t('plan.reminder.empty')}
      actions={maySend && <LinkButton href={`${path}/moi`}>{t('plan.reminder.new')}</LinkButton>}
    >
      {query.view === 'received' && <p>{t('plan.reminder.empty_received')}</p>}
    </Void>
  )
}
