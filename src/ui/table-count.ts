/** Tables of one page are numbered in the order they are drawn, so that each can be asked for as a file. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export const TableCount = createContext({ drawn: 0 })

/** The number of the table being drawn, from 1. */
export function useTableNo(): number {
  const count = useContext(TableCount)
  count.drawn += 1
  return count.drawn
}

/** The address of the page being shown, asked for as one of its tables: `?tep=csv&bang=2`. */
export function fileHref(path: string, no: number, kind: string): string {
  const [at = '/', query = ''] = path.split('?')
  const params = new URLSearchParams(query)
  params.set('tep', kind)
  params.set('bang', String(no))
  return `${at}?${params}`
}
