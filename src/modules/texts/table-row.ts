/** Targets and tasks that stand in the rows of a table. */
import { type Before, type Deadline, deadlineInCell } from './deadline.ts'
import { type Cell, type Source, type Span, passageOf } from './source.ts'
import type { Row, Table } from './table.ts'
import { type Value, valuesOf } from './value.ts'
import type { Warn } from './warning.ts'

export type Assignment = { lead?: string; support?: string; deadline?: Omit<Deadline, 'at' | 'length'> }

export type RowItem = { ref: string; group: string; text: string; span: Span; values: Value[]; assignment: Assignment }

export type RowOptions = { year: number | null; before: Before }

const passageIn = (source: Source, cell: Cell) => passageOf(source, cell.start, cell.end)

function deadlineIn(
  source: Source,
  cell: Cell | undefined,
  options: RowOptions,
): Omit<Deadline, 'at' | 'length'> | null {
  if (!cell) return null
  const { text, lower } = passageIn(source, cell)
  const found = deadlineInCell(text, lower, options.year, options.before)
  return found && { kind: found.kind, literal: found.literal, ...(found.dueOn && { dueOn: found.dueOn }) }
}

function assignmentOf(source: Source, row: Row, options: RowOptions): Assignment {
  const deadline = deadlineIn(source, row.time, options)
  return {
    ...(row.lead && { lead: passageIn(source, row.lead).text }),
    ...(row.support && { support: passageIn(source, row.support).text }),
    ...(deadline && { deadline }),
  }
}

function valuesIn(source: Source, row: Row, name: Cell, assignment: Assignment, options: RowOptions): Value[] {
  const title = passageIn(source, name)
  const unit = row.unit && passageIn(source, row.unit).text
  const found = row.goal
    ? valuesOf(source, passageIn(source, row.goal), { ...options, name: title.text, ...(unit && { unit }) })
    : valuesOf(source, title, options)
  const { deadline } = assignment
  return deadline ? found.map((value) => (value.deadline ? value : { ...value, deadline })) : found
}

/** A row with a name and nothing to reach or to do is the name of the rows below it. */
const isGroup = (row: Row) => !row.goal && !row.unit && !row.lead && !row.support && !row.time

/** The rows of a table as items. `ref` and `group` are those of the heading over it. */
export function rowItemsOf(
  source: Source,
  table: Table,
  over: { ref: string; group: string },
  options: RowOptions,
  warn: Warn,
): RowItem[] {
  const found: RowItem[] = []
  let group = over.group
  let prefix = ''
  for (const row of table.rows) {
    const name = row.target ?? row.task
    const number = row.number?.text.replace(/[.)]$/, '') ?? ''
    const { line } = row
    if (!name)
      warn(
        'texts.warning.row_unclear',
        {},
        { start: line.start, end: line.end, fromLine: line.number, toLine: line.number },
      )
    else if (isGroup(row)) {
      group = passageIn(source, name).text
      prefix = number && `${number}.`
    } else {
      const { text, span } = passageIn(source, name)
      const assignment = assignmentOf(source, row, options)
      const values = valuesIn(source, row, name, assignment, options)
      found.push({ ref: `${over.ref}#${prefix}${number || found.length + 1}`, group, text, span, values, assignment })
    }
  }
  return found
}
