/** A statement that comes again is planned once on each connection: planning most of ours takes longer than running them. */
import type pg from 'pg'

/** The database keeps a plan as long as the connection lives; lists of many lengths would make ever new ones. */
const mostPlanned = 200

const names = new Map<string, string>()
const seenOnce = new Set<string>()

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name || names.size >= mostPlanned) return name
  if (seenOnce.delete(text)) {
    const given = `tgs_${names.size}`
    names.set(text, given)
    return given
  }
  if (seenOnce.size >= mostPlanned) seenOnce.clear()
  seenOnce.add(text)
  return undefined
}

type Query = (text: unknown, values?: unknown, ...more: unknown[]) => unknown

/** From now on the connection names what it is asked a second time. Only statements with values: a script has none. */
export function planOnce(connection: pg.ClientBase) {
  const query = connection.query.bind(connection) as Query
  const named: Query = (text, values, ...more) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name ? query({ name, text, values }, ...more) : query(text, values, ...more)
  }
  connection.query = named as typeof connection.query
}
