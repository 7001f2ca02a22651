/** Whom the words of a plan mean: "Sở Tài chính" is a unit, "các sở, ban, ngành" are many. */
import { fold } from '#kernel/fold.ts'

export type Addressee = {
  readonly id: number
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
}

const plain = (name: string) =>
  fold(name)
    .replaceAll('uy ban nhan dan', 'ubnd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The one unit that bears this name, in full or short, with or without its province's name; else none. */
export function unitNamed(words: string, units: readonly Addressee[]): Addressee | undefined {
  const wanted = plain(words)
  if (!wanted) return undefined
  const names = ({ name, shortName }: Addressee) => [plain(name), plain(shortName ?? '')]
  const exact = units.filter((unit) => names(unit).includes(wanted))
  const longer = units.filter(
    (unit) => wanted.includes(' ') && names(unit).some((name) => name.startsWith(`${wanted} `)),
  )
  const found = exact.length ? exact : longer
  return found.length === 1 ? found[0] : undefined
}

const groups: readonly [RegExp, readonly string[]][] = [
  [/(?:^| )cac so(?: |$)|(?:^| )so ban (?:va )?nganh/, ['department']],
  [/(?:^| )(?:cac|cap) huyen(?: |$)|huyen thi xa thanh pho/, ['district']],
  [/(?:^| )(?:cac|cap) xa(?: |$)|xa phuong/, ['commune']],
]

/** All units that words which name a group mean; a single unit that is named alone. */
export function unitsMeant(words: string, units: readonly Addressee[]): Addressee[] {
  const wanted = plain(words)
  const kinds = new Set(groups.flatMap(([pattern, members]) => (pattern.test(wanted) ? members : [])))
  if (kinds.size) return units.filter(({ kind }) => kinds.has(kind))
  const one = unitNamed(words, units)
  return one ? [one] : []
}
