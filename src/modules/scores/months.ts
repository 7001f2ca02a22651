/** From months to any period of whole months: what stands at its end is all that came in without what went out. */
import { type Asked, flows, noSums, plusSums, type Sums, type Tallied } from './count.ts'
import type { Day } from '#kernel/time.ts'

type Month = { readonly month: Day } & Readonly<Record<Tallied, number>>

export function sumsFrom(months: readonly Month[], { from, to, lateAsOf }: Asked): Sums {
  const sums: Record<string, number> = { ...noSums }
  const add = (name: keyof Sums, count: number) => void (sums[name] = (sums[name] ?? 0) + count)
  for (const month of months) {
    if (month.month > to) continue
    if (month.month >= from) for (const name of flows) add(name, month[name])
    add('open', month.received - (month.month < from ? month.ended : 0))
    if (month.month <= lateAsOf) add('late', month.late)
    if (month.month < from) add('late', -month.endedLate)
  }
  return sums as Sums
}

/** Units directly below, each with all below it, in the place of units that count through them. */
export function byChild(
  below: readonly { readonly unitId: number; readonly childId: number }[],
  own: readonly ({ readonly key: number } & Sums)[],
): Map<number, Sums> {
  const childOf = new Map(below.map(({ unitId, childId }) => [unitId, childId]))
  const sums = new Map<number, Sums>()
  for (const { key, ...counts } of own) {
    const child = childOf.get(key) ?? key
    sums.set(child, plusSums(sums.get(child) ?? noSums, counts))
  }
  return sums
}
