/** Rows and typed columns. Under 40rem each row becomes a card and each cell says its own name. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { useShell } from './shell.ts'
import { fileHref, useTableNo } from './table-count.ts'

export type Column<Row> = {
  readonly key: string
  readonly label: string
  /** `null`: nothing to say. A dash on a desk; on a phone the line is left out. */
  readonly cell: (row: Row, index: number) => ComponentChildren
  /** Figures stand at the end so that their places line up. */
  readonly align?: 'end'
  /** Names the row: the first thing read, the title of the card on a phone. One column has it. */
  readonly head?: boolean
  /** The running number: on a phone it goes into the title. */
  readonly number?: boolean
  readonly sort?: boolean
  /** With `fixed`: how wide on a desk. The column without a size takes what is left. */
  readonly size?: 'sm' | 'md' | 'lg'
}

export type Sorting = {
  readonly by: string
  readonly down: boolean
  readonly href: (by: string, down: boolean) => string
}

/** Check boxes that belong to a form elsewhere on the page (`<Bulk id=…>`). */
export type Picking<Row> = {
  readonly form: string
  readonly name: string
  readonly value: (row: Row) => string
  /** What the box chooses, in words: the name of the row. */
  readonly label: (row: Row) => string
  readonly picked?: readonly string[]
}

type Props<Row> = {
  caption: string
  /** The title above already says it: keep the caption for screen readers only. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** What stands here when there is no row: why, and the way on. */
  empty: ComponentChildren
  pick?: Picking<Row>
  sorting?: Sorting
  /** Links to the rows as a file other than the one drawn; `false` for none. */
  exports?: ComponentChildren
  /** Too wide to fit: it scrolls sideways instead of stacking. */
  wide?: boolean
  /** Columns keep the width their `size` says, so that several tables line up under one another. */
  fixed?: boolean
}

/* `role` is repeated on every part because browsers forget that a table is one as soon as CSS draws it as blocks. */
export function Table<Row>(props: Props<Row>) {
  const { caption, captionHidden = false, columns, rows, empty, pick, exports, wide = false, fixed = false } = props
  const no = useTableNo()
  if (rows.length === 0) return <div class="tg-empty">{empty}</div>
  const classes = ['tg-table', !wide && 'tg-rows', fixed && 'tg-fixed'].filter(Boolean).join(' ')
  const table = (
    <table class={classes} role="table" data-table={no}>
      <caption class={captionHidden ? 'tg-sr' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {pick && (
            <th scope="col" role="columnheader" data-pick>
              <span class="tg-sr">{t('ui.table.pick')}</span>
            </th>
          )}
          {columns.map((column) => (
            <ColumnHead column={column} {...(props.sorting && { sorting: props.sorting })} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr
            role="row"
            data-pickable={pick ? true : undefined}
            data-picked={pick?.picked?.includes(pick.value(row)) || undefined}
          >
            {pick && <Pick row={row} pick={pick} />}
            {columns.map((column) => (
              <Cell column={column} row={row} index={index} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <>
      {wide ? (
        <div class="tg-scroll" role="region" aria-label={caption} tabIndex={0}>
          {table}
        </div>
      ) : (
        <div class="tg-fit">{table}</div>
      )}
      {exports !== false && (
        <p class="tg-exports">
          {t('ui.table.export')}: {exports ?? <Files no={no} />}
        </p>
      )}
    </>
  )
}

function Files({ no }: { no: number }) {
  const { path } = useShell()
  return (
    <>
      <a href={fileHref(path, no, 'csv')}>CSV</a> · <a href={fileHref(path, no, 'xlsx')}>Excel</a>
    </>
  )
}

const placing = <Row,>(column: Column<Row>) => (column.align === 'end' || column.number ? 'tg-n' : undefined)
const sizing = <Row,>(column: Column<Row>) => (column.number ? 'xs' : column.size)

function ColumnHead<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const now = sorting?.by === column.key ? (sorting.down ? 'descending' : 'ascending') : undefined
  return (
    <th
      scope="col"
      role="columnheader"
      class={placing(column)}
      data-key={column.key}
      data-width={sizing(column)}
      aria-sort={now}
    >
      {column.sort && sorting ? (
        <a href={sorting.href(column.key, now === 'ascending')} title={t('ui.table.sort', { label: column.label })}>
          {column.label}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

function Cell<Row>({ column, row, index }: { column: Column<Row>; row: Row; index: number }) {
  const inner = column.cell(row, index)
  if (column.head)
    return (
      <th scope="row" role="rowheader">
        {inner}
      </th>
    )
  return (
    <td
      role="cell"
      class={placing(column)}
      data-no={column.number || undefined}
      data-label={column.label}
      data-empty={inner === null || undefined}
    >
      <div>{inner ?? <span class="tg-muted">–</span>}</div>
    </td>
  )
}

function Pick<Row>({ row, pick }: { row: Row; pick: Picking<Row> }) {
  const value = pick.value(row)
  return (
    <td role="cell" data-pick>
      <label class="tg-pick">
        <span class="tg-sr">
          {t('ui.table.pick')}: {pick.label(row)}
        </span>
        <input
          class="tg-check"
          type="checkbox"
          form={pick.form}
          name={pick.name}
          value={value}
          checked={pick.picked?.includes(value)}
        />
      </label>
    </td>
  )
}

type BulkProps = { id: string; action: string; hidden?: Readonly<Record<string, string>>; children: ComponentChildren }

/** What may be done with all chosen rows at once; it stays in sight at the foot of a phone. */
export const Bulk = ({ id, action, hidden = {}, children }: BulkProps) => (
  <form class="tg-bulk" id={id} action={action} method="post">
    <strong>{t('ui.table.picked')}</strong>
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
