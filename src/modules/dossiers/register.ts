/** The register of a unit (sổ theo dõi hồ sơ): one for each month, closed by the first of the next, read from the log. */
import { type Day, dayOf, firstOfMonth, momentOf, plusDays, plusMonths } from '#kernel/time.ts'

export type Month = { readonly from: Day; readonly to: Day; readonly begins: Date; readonly ends: Date }

/** The one that is over. */
export function monthBefore(now: Date): Month {
  const next = firstOfMonth(dayOf(now))
  const from = plusMonths(next, -1)
  return { from, to: plusDays(next, -1), begins: momentOf(from), ends: momentOf(next) }
}

const prefix = 'dossiers.register'
export const registersOf = (unitId: number): string => `${prefix}/${unitId}/`
export const registerSource = (unitId: number, { from }: Pick<Month, 'from'>): string =>
  `${registersOf(unitId)}${from.slice(0, 7)}`

export const unitIdIn = (source: string | null): number | null => {
  const id = new RegExp(`^${prefix}/(\\d+)/`).exec(source ?? '')?.[1]
  return id ? Number(id) : null
}
