/** What the two sides say differently: pure, so that every case can be tried. */
import type { ToldDossier } from './dossier.ts'

/** A dossier as the other side holds it. */
export type Theirs = { readonly code: string; readonly state: string }

/** A dossier as it stands in this house now. */
export type Ours = {
  readonly code: string
  readonly about: string
  readonly unitId: number
  /** The national code. */
  readonly state: ToldDossier['state']
  readonly changedAt: Date
  /** Who is in charge of it, where that is not this house: it is shown and counted apart, and never sent. */
  readonly mirrorOf: string | null
}

/** What was told last and acknowledged. */
export type Acknowledged = Omit<Ours, 'mirrorOf'>

export const differenceKinds = ['missing_there', 'missing_here', 'other_state'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export type Found = {
  readonly kind: DifferenceKind
  readonly code: string
  readonly about: string | null
  readonly unitId: number | null
  readonly ours: string | null
  readonly theirs: string | null
}

export type Compared = {
  readonly theirs: number
  readonly ours: number
  readonly mirrored: number
  /** Not compared, because a message of it is open or it changed a moment ago. */
  readonly onTheWay: number
  readonly differences: readonly Found[]
}

type Sides = {
  readonly theirs: readonly Theirs[]
  readonly ours: readonly Ours[]
  /** Codes with an open message. */
  readonly onTheWay: ReadonlySet<string>
  /** What changed at or after this is not compared yet. */
  readonly quietSince: Date
}

function differenceOf(own: Ours, held: Theirs | undefined): Found | null {
  const { code, about, unitId } = own
  const ours = String(own.state)
  if (!held) return { kind: 'missing_there', code, about, unitId, ours, theirs: null }
  return held.state === ours ? null : { kind: 'other_state', code, about, unitId, ours, theirs: held.state }
}

export function compare({ theirs, ours, onTheWay, quietSince }: Sides): Compared {
  const held = new Map(theirs.map((one) => [one.code, one]))
  const known = new Map(ours.map((one) => [one.code, one]))
  const own = [...known.values()].filter(({ mirrorOf }) => mirrorOf === null)
  const isMoving = ({ code, changedAt }: Ours) => onTheWay.has(code) || changedAt >= quietSince
  const still = own.filter((one) => !isMoving(one))
  const strangers = [...held.values()].filter(({ code }) => !known.has(code) && !onTheWay.has(code))
  return {
    theirs: held.size,
    ours: own.length,
    mirrored: known.size - own.length,
    onTheWay: own.length - still.length,
    differences: [
      ...still.flatMap((one) => differenceOf(one, held.get(one.code)) ?? []),
      ...strangers.map(({ code, state }): Found => {
        return { kind: 'missing_here', code, about: null, unitId: null, ours: null, theirs: state }
      }),
    ],
  }
}
