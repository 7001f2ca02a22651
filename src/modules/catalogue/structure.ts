/** How much of the published tables was told apart: counted over what is there, so that an empty cell is no success. */
import type { Procedure } from './procedure.ts'
import type { Part } from './published.ts'

export const measured = ['channels', 'timeLimits', 'fees', 'components', 'results', 'legalBases'] as const
export type Measured = (typeof measured)[number]

/** `[told apart, all]` */
export type Structure = Readonly<Record<Measured, readonly [number, number]>> & {
  /** Told apart, yet without what the catalogue itself leaves out or doubts. */
  readonly limitsWithoutUnit: number
  readonly feesTooSmall: number
}

const left = ({ unstructured }: Procedure, part: Part, ...reasons: string[]) =>
  unstructured.filter((one) => one.part === part && (reasons.length === 0 || reasons.includes(one.reason))).length

/** A row that was found, against pieces of text that belong to none. */
export function structureOf(procedure: Procedure): Structure {
  const { channels, groups, results, legalBases } = procedure
  const glued = left(procedure, 'channels', 'glued_number')
  const stray = left(procedure, 'channels', 'no_table', 'no_row')
  const limits = channels.filter(({ limit }) => limit).length
  const fees = channels.reduce((sum, { free, fees: all }) => sum + (free ? 1 : 0) + all.length, 0)
  const papers = groups.reduce((sum, group) => sum + group.papers.length, 0)
  const gluedForms = left(procedure, 'components', 'glued_form')
  const strayPapers = left(procedure, 'components', 'no_table', 'no_row')
  const coded = results.filter(({ code }) => code).length
  const numbered = legalBases.filter(({ number }) => number).length
  return {
    channels: [channels.length, channels.length + stray],
    timeLimits: [limits, limits + channels.filter(({ limitText }) => limitText).length + glued],
    fees: [fees, fees + glued],
    components: [papers - gluedForms, papers + strayPapers],
    results: [coded, results.length],
    legalBases: [numbered, legalBases.length + left(procedure, 'legal_bases', 'no_table')],
    limitsWithoutUnit: left(procedure, 'channels', 'no_unit'),
    feesTooSmall: left(procedure, 'channels', 'fee_too_small'),
  }
}

export const emptyStructure: Structure = {
  channels: [0, 0],
  timeLimits: [0, 0],
  fees: [0, 0],
  components: [0, 0],
  results: [0, 0],
  legalBases: [0, 0],
  limitsWithoutUnit: 0,
  feesTooSmall: 0,
}

export function addStructure(a: Structure, b: Structure): Structure {
  const sums = measured.map((name) => [name, [a[name][0] + b[name][0], a[name][1] + b[name][1]]] as const)
  return {
    ...(Object.fromEntries(sums) as Record<Measured, readonly [number, number]>),
    limitsWithoutUnit: a.limitsWithoutUnit + b.limitsWithoutUnit,
    feesTooSmall: a.feesTooSmall + b.feesTooSmall,
  }
}

/** Shares between 0 and 1, to four places; 1 where there was nothing to tell apart. */
export const sharesOf = (of: Structure): Record<Measured, number> =>
  Object.fromEntries(
    measured.map((name) => [name, of[name][1] === 0 ? 1 : Math.floor((of[name][0] / of[name][1]) * 10_000) / 10_000]),
  ) as Record<Measured, number>
