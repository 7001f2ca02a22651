/** One officer's dossiers, with what is foreseen of each and why. */
import { t } from '#kernel/text.ts'
import { dayOf, daysBetween } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { Due } from '#ui/due.tsx'
import { momentText, numberText } from '#ui/figures.ts'
import { Status } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { UnitRow } from '#kernel/unit.store.ts'
import { boardHref, nameOf } from './board.views.tsx'
import type { OfficerPart } from './board-whole.store.ts'
import type { Foreseen } from './forecast.ts'
import type { Held } from './holder.store.ts'
import type { OpenDossier } from './load.ts'

type Props = {
  unit: UnitRow
  officer: OfficerPart['officer']
  rows: readonly Held[]
  perDay: number | null
  isAll: boolean
  now: Date
  mayOpen: boolean
  mayInstruct: boolean
}

export function HeldPage(props: Props) {
  const { unit, officer, rows, perDay, isAll } = props
  return (
    <Desk
      title={nameOf(officer)}
      eyebrow={t('overview.board.title')}
      lead={t('overview.held.lead', { unit: unit.name })}
      crumbs={[{ href: boardHref(unit.slug), label: unit.name }, { label: nameOf(officer) }]}
    >
      <div class="tg-stack">
        <Card flush>
          <Table
            caption={t('overview.board.title')}
            captionHidden
            rows={rows}
            columns={columns(props)}
            empty={<p>{t('overview.board.none')}</p>}
          />
        </Card>
        <p class="tg-small tg-muted">
          {perDay === null ? t('overview.held.no_pace') : t('overview.held.pace', { pace: numberText(perDay, 1) })}{' '}
          {!isAll && t('overview.held.cut')}
        </p>
      </div>
    </Desk>
  )
}

export const DossierCell = ({ row, mayOpen }: { row: OpenDossier; mayOpen: boolean }) => (
  <>
    {mayOpen ? <a href={`/mot-cua/ho-so/${row.dossierId}`}>{row.title}</a> : row.title}
    <small class="tg-num">
      {row.code} · {row.procedureCode}
    </small>
  </>
)

export const DueCell = ({ dueAt, now }: { dueAt: Date | null; now: Date }) =>
  dueAt === null ? (
    t('overview.held.no_due')
  ) : (
    <>
      <Due days={daysBetween(dayOf(now), dayOf(dueAt))} />
      <small>{momentText(dueAt)}</small>
    </>
  )

export const instructColumn = (): Column<OpenDossier> => ({
  key: 'instruct',
  label: t('overview.board.instruct'),
  cell: ({ dossierId, code }) => (
    <a href={`/dieu-hanh/chi-dao/moi?ho-so=${dossierId}`} aria-label={`${t('overview.board.instruct')} ${code}`}>
      {t('overview.board.instruct')}
    </a>
  ),
})

const columns = ({ now, mayOpen, mayInstruct }: Props): Column<Held>[] => [
  {
    key: 'dossier',
    label: t('overview.held.dossier'),
    head: true,
    cell: (row) => <DossierCell row={row} mayOpen={mayOpen} />,
  },
  { key: 'due', label: t('overview.held.due'), cell: ({ dueAt }) => <DueCell dueAt={dueAt} now={now} /> },
  { key: 'forecast', label: t('overview.held.forecast'), cell: ({ foreseen }) => <Ahead foreseen={foreseen} /> },
  ...(mayInstruct ? [instructColumn()] : []),
]

function Ahead({ foreseen }: { foreseen: Foreseen | null }) {
  if (!foreseen) return <Status tone="done">{t('overview.held.fine')}</Status>
  const { reason, hoursNeeded: needed, hoursLeft: left, before } = foreseen
  return (
    <>
      <Status tone={reason === 'late' ? 'late' : 'risk'}>
        {t(reason === 'late' ? 'overview.board.late' : 'overview.board.foreseen')}
      </Status>
      {reason !== 'late' && <small>{t(`overview.reason.${reason}`, { needed, left, before })}</small>}
    </>
  )
}
