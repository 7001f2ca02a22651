/** Where a dossier may be handed in: which kinds of unit a service names. */
import type { Service } from '#modules/services/public.ts'

const kindOf: Readonly<Record<Service['receivers'][number], string>> = {
  commune: 'commune',
  any_commune: 'commune',
  district: 'district',
  department: 'department',
}

/** As units are known on a day. */
type UnitThen = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly parentId: number | null
}

export type Receiver = {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** The unit above it, by which a long list is grouped. */
  readonly above: string | null
}

/** `Phường 1, thành phố Mỹ Tho`: a ward alone is called as many others are. */
export function fullName({ name, parentId }: UnitThen, units: readonly UnitThen[]): string {
  const above = units.find(({ id }) => id === parentId)
  return above?.kind === 'district' ? `${name}, ${above.name}` : name
}

/** Of all units of the day, those that may receive; grouped lists stay together. */
export function receiversOf({ receivers }: Pick<Service, 'receivers'>, units: readonly UnitThen[]): Receiver[] {
  const kinds = new Set(receivers.map((receiver) => kindOf[receiver]))
  const names = new Map(units.map(({ id, name, kind }) => [id, kind === 'province' ? null : name]))
  const found = units.filter(({ kind }) => kinds.has(kind))
  const all = found.map(({ id, slug, name, parentId }) => ({
    id,
    slug,
    name,
    above: (parentId !== null && names.get(parentId)) || null,
  }))
  const groups = Map.groupBy(all, ({ above }) => above)
  return [...groups.values()].flat()
}
