/** The communes of the province on any day, and what they were called then. */
import type { Day } from '#kernel/time.ts'

/** A version of an administrative unit: the last day in force is `validTo`; null is open. */
export type Area = {
  readonly id: string
  readonly kind: string
  readonly parent: string | null
  readonly name: string
  /** The area itself where `name` is its authority: "Tỉnh Tiền Giang". */
  readonly shortName: string | null
  /** Of the statistics office. */
  readonly code: string | null
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

export type Commune = {
  readonly code: string
  readonly province: string
  readonly name: string
  /** The district it lies in, while there are districts. */
  readonly district: string | null
  /** In full, as of the day: "Phường 5, Thành phố Mỹ Tho, Tỉnh Tiền Giang". */
  readonly words: string
}

export type PlaceBook = {
  readonly on: (day: Day) => readonly Commune[]
  readonly find: (code: string, day: Day) => Commune | undefined
}

const highest = 10

/** Days are worked out once each: a form asks for the same few again and again. */
export function placeBook(areas: readonly Area[]): PlaceBook {
  const days = new Map<Day, readonly Commune[]>()
  const on = (day: Day) => {
    const known = days.get(day)
    if (known) return known
    if (days.size > 100) days.clear()
    const communes = communesOn(areas, day)
    days.set(day, communes)
    return communes
  }
  return { on, find: (code, day) => on(day).find((one) => one.code === code) }
}

function communesOn(areas: readonly Area[], day: Day): readonly Commune[] {
  const then = areas.filter((one) => (one.validFrom ?? day) <= day && day <= (one.validTo ?? day))
  const byId = new Map(then.map((one) => [one.id, one]))
  return then.flatMap((area) => {
    if (area.kind !== 'commune' || !area.code) return []
    const above = aboveOf(area, byId)
    const district = above.find((one) => one.kind === 'district')
    const province = above.find((one) => one.kind === 'province')
    const names = [area, district, province].flatMap((one) => one && (one.shortName ?? one.name))
    const { code, name } = area
    const words = names.filter((one) => one !== undefined).join(', ')
    return [{ code, name, province: province?.code ?? '', district: district?.name ?? null, words }]
  })
}

function aboveOf(area: Area, byId: ReadonlyMap<string, Area>): readonly Area[] {
  const above: Area[] = []
  for (let at = byId.get(area.parent ?? ''); at && above.length < highest; at = byId.get(at.parent ?? ''))
    above.push(at)
  return above
}
