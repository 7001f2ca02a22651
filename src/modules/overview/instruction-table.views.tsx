/** Instructions in a row each, on the board, in the list and at a dossier. */
import { t } from '#kernel/text.ts'
import { dayOf, daysBetween } from '#kernel/time.ts'
import { Card } from '#ui/card.tsx'
import { Due } from '#ui/due.tsx'
import { dayText } from '#ui/figures.ts'
import { Status, type StatusTone } from '#ui/status.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { shortened } from '#ui/title.ts'
import { type InstructionState, isLate, stateOf } from './instruction.ts'
import type { InstructionRow } from './instruction.store.ts'

/** What units and accounts are called. */
export type Names = { readonly units: ReadonlyMap<number, string>; readonly people: ReadonlyMap<string, string> }

const tones: Readonly<Record<InstructionState, StatusTone>> = { sent: 'new', read: 'run', done: 'done' }

export function InstructionStatus({ of, now }: { of: InstructionRow; now: Date }) {
  if (isLate(of, dayOf(now))) return <Status tone="late">{t('overview.instruction.state.late')}</Status>
  const state = stateOf(of)
  return <Status tone={tones[state]}>{t(`overview.instruction.state.${state}`)}</Status>
}

export const aboutText = ({ dossierCode }: Pick<InstructionRow, 'dossierCode'>): string =>
  dossierCode ? t('overview.instruction.about_dossier', { code: dossierCode }) : t('overview.instruction.about_unit')

export const toText = ({ toAccount, unitId }: InstructionRow, { units, people }: Names): string =>
  [toAccount && people.get(toAccount), units.get(unitId)].filter(Boolean).join(', ')

const columns = (names: Names, now: Date): Column<InstructionRow>[] => [
  {
    key: 'wording',
    label: t('overview.instruction.wording'),
    head: true,
    cell: (row) => (
      <>
        <a href={`/dieu-hanh/chi-dao/${row.id}`}>{shortened(row.wording)}</a>
        <small>{aboutText(row)}</small>
      </>
    ),
  },
  { key: 'to', label: t('overview.instruction.to'), cell: (row) => toText(row, names) },
  { key: 'from', label: t('overview.instruction.from'), cell: ({ sentBy }) => names.people.get(sentBy) ?? null },
  {
    key: 'due',
    label: t('overview.instruction.due'),
    cell: ({ dueOn, doneAt }) => (doneAt ? dayText(dueOn) : <Due days={daysBetween(dayOf(now), dueOn)} on={dueOn} />),
  },
  { key: 'state', label: t('overview.instruction.state'), cell: (row) => <InstructionStatus of={row} now={now} /> },
]

export const InstructionTable = ({
  rows,
  names,
  now,
}: {
  rows: readonly InstructionRow[]
  names: Names
  now: Date
}) => (
  <Table
    caption={t('overview.instruction.title')}
    captionHidden
    exports={false}
    rows={rows}
    columns={columns(names, now)}
    empty={<p>{t('overview.instruction.none')}</p>}
  />
)

type CardProps = {
  rows: readonly InstructionRow[]
  /** Null when there is nothing to name. */
  names: Names | null
  now: Date
  dossierId: string
  isOpen: boolean
  mayInstruct: boolean
}

/** At a dossier: what was instructed, and the way to another for whoever may. */
export function InstructionsCard({ rows, names, now, dossierId, isOpen, mayInstruct }: CardProps) {
  const link = isOpen && mayInstruct && (
    <a href={`/dieu-hanh/chi-dao/moi?ho-so=${dossierId}`}>{t('overview.instruction.new')}</a>
  )
  if (!names) return link ? <p>{link}</p> : null
  return (
    <Card title={t('overview.instruction.title')} flush aside={link}>
      <InstructionTable {...{ rows, names, now }} />
    </Card>
  )
}
