/** Who has how much, what is late and what will be: a unit with all below it, then its officers, then their dossiers. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { dayText, momentText, numberText } from '#ui/figures.ts'
import { Figures } from '#ui/figure.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'
import type { Board, Foreseen, OfficerPart, UnitPart } from './board-whole.store.ts'
import type { InstructionRow } from './instruction.store.ts'
import { InstructionTable, type Names } from './instruction-table.views.tsx'
import type { Load } from './load.ts'

export const path = '/dieu-hanh/mot-cua'
export const boardHref = (slug: string) => `${path}?don-vi=${slug}`
const heldHref = (slug: string, login: string | null) => `${path}/ho-so?don-vi=${slug}&can-bo=${login ?? ''}`
export const watchHref = (slug: string) => `${path}/can-xem?don-vi=${slug}`

type Props = {
  board: Board
  now: Date
  instructions: readonly InstructionRow[]
  names: Names
  mayInstruct: boolean
}

export function BoardPage(props: Props) {
  const { board, now } = props
  const { unit, units, officers } = board
  return (
    <Desk
      title={t('overview.board.title')}
      eyebrow={unit.name}
      lead={t('overview.board.lead', { at: momentText(now) })}
      {...crumbsOf(board)}
      actions={<Actions {...props} />}
    >
      <div class="tg-stack">
        <Card>
          <Figures of={figuresOf(board)} />
        </Card>
        {units.length > 0 && (
          <Card flush title={t('overview.board.units_of')}>
            <Table
              caption={t('overview.board.units_of')}
              captionHidden
              rows={units}
              columns={unitColumns()}
              empty={null}
            />
          </Card>
        )}
        {officers.length > 0 && (
          <Card flush title={t('overview.board.officers_of', { unit: unit.name })}>
            <Table
              caption={t('overview.board.officers_of', { unit: unit.name })}
              captionHidden
              rows={officers}
              columns={officerColumns(unit.slug)}
              empty={null}
            />
          </Card>
        )}
        {units.length === 0 && officers.length === 0 && <Void title={t('overview.board.none')} />}
        {props.instructions.length > 0 && (
          <Card flush title={t('overview.board.instructions')}>
            <InstructionTable rows={props.instructions} names={props.names} now={now} />
          </Card>
        )}
        <p class="tg-small tg-muted">
          {board.madeAt
            ? t('overview.board.made_at', { at: momentText(board.madeAt) })
            : t('overview.board.no_forecast')}
        </p>
      </div>
    </Desk>
  )
}

const crumbsOf = ({ line, unit }: Board) =>
  line.length === 0
    ? {}
    : { crumbs: [...line.map(({ slug, name }) => ({ href: boardHref(slug), label: name })), { label: unit.name }] }

const Actions = ({ board: { unit }, mayInstruct }: Props) => (
  <>
    <LinkButton kind="second" href={watchHref(unit.slug)}>
      {t('overview.board.watch')}
    </LinkButton>
    {mayInstruct && (
      <LinkButton kind="second" href={`/dieu-hanh/chi-dao/moi?don-vi=${unit.slug}`}>
        {t('overview.board.instruct')}
      </LinkButton>
    )}
  </>
)

const figuresOf = ({ total, madeAt }: Board) => [
  { label: t('overview.board.running'), value: numberText(total.running) },
  { label: t('overview.board.due_today'), value: numberText(total.dueToday) },
  { label: t('overview.board.late'), value: numberText(total.late) },
  {
    label: t('overview.board.foreseen'),
    value: madeAt && numberText(total.foreseen.late),
    of: total.foreseen.firstOn && t('overview.board.foreseen_from', { on: dayText(total.foreseen.firstOn) }),
  },
  { label: t('overview.board.paused'), value: numberText(total.paused) },
  { label: t('overview.board.waiting'), value: numberText(total.waiting) },
  { label: t('overview.board.ready'), value: numberText(total.ready) },
]

/** Nothing is a dash: what is there stands out. */
const some = (count: number) => (count === 0 ? null : numberText(count))

const Ahead = ({ late, firstOn }: Foreseen) => (
  <>
    {numberText(late)}
    {firstOn && <small>{t('overview.board.foreseen_from', { on: dayText(firstOn) })}</small>}
  </>
)

type Part = Load & { foreseen: Foreseen }

const loadColumns = <Row extends Part>(): Column<Row>[] => [
  { key: 'running', label: t('overview.board.running'), align: 'end', cell: ({ running }) => some(running) },
  { key: 'today', label: t('overview.board.due_today'), align: 'end', cell: ({ dueToday }) => some(dueToday) },
  { key: 'late', label: t('overview.board.late'), align: 'end', cell: ({ late }) => some(late) },
  {
    key: 'foreseen',
    label: t('overview.board.foreseen'),
    align: 'end',
    cell: ({ foreseen }): ComponentChildren => (foreseen.late === 0 ? null : <Ahead {...foreseen} />),
  },
  { key: 'paused', label: t('overview.board.paused'), align: 'end', cell: ({ paused }) => some(paused) },
]

const unitColumns = (): Column<UnitPart>[] => [
  {
    key: 'unit',
    label: t('overview.board.units'),
    head: true,
    cell: ({ unit }) => <a href={boardHref(unit.slug)}>{unit.name}</a>,
  },
  ...loadColumns<UnitPart>(),
  { key: 'waiting', label: t('overview.board.waiting'), align: 'end', cell: ({ waiting }) => some(waiting) },
  { key: 'ready', label: t('overview.board.ready'), align: 'end', cell: ({ ready }) => some(ready) },
]

const officerColumns = (slug: string): Column<OfficerPart>[] => [
  {
    key: 'officer',
    label: t('overview.board.officers'),
    head: true,
    cell: ({ officer, running }) =>
      running === 0 ? nameOf(officer) : <a href={heldHref(slug, officer?.login ?? null)}>{nameOf(officer)}</a>,
  },
  ...loadColumns<OfficerPart>(),
]

export const nameOf = (officer: OfficerPart['officer']): string => officer?.name ?? t('overview.board.nobody')
