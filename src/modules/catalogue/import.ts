/** A file of the catalogue that is brought in: read line by line, compared with what is here, then applied or dropped. */
import { createHash } from 'node:crypto'
import { asWritten } from '#kernel/input.ts'
import type { Key, Params } from '#kernel/text.ts'
import { readProcedure, type Procedure } from './procedure.ts'
import { type Measured, sharesOf, type Structure } from './structure.ts'

export const importStates = ['waiting', 'reading', 'read', 'applied', 'dropped', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** Against what is here: `absent` are here and not in the file; they stay and are listed. */
export type Counts = { readonly new: number; readonly changed: number; readonly same: number; readonly absent: number }

export type Rejected = { readonly line: number; readonly key: Key; readonly params?: Params }

/** Packed or not; what is larger comes by the command line of another machine. */
export const largestFile = 20_000_000

/** Of rejected lines so many are kept with their reasons; of all, the number is. */
export const mostRejectedKept = 10_000

/** After so many lines of which none was one of a catalogue, the file is none. */
export const mostInVain = 50

export type ReadLine = { readonly procedure: Procedure; readonly source: unknown; readonly hash: string }

/** Of what was told apart: the same line read by a better reader is a change, and is looked at as one. */
const hashOf = (procedure: Procedure) => createHash('sha256').update(JSON.stringify(procedure)).digest('hex')

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? asWritten(value) : value))
  } catch {
    return undefined
  }
}

export function readLine(text: string): ReadLine | { readonly key: Key } {
  const value = parse(text)
  if (value === undefined) return { key: 'catalogue.rejected.not_json' }
  const read = readProcedure(value)
  return read ? { ...read, hash: hashOf(read.procedure) } : { key: 'catalogue.rejected.no_procedure' }
}

/** Why it may not be applied, or null. */
export const objectionToApply = (state: ImportState): Key | null =>
  state === 'read' ? null : 'catalogue.import.not_read'
export const objectionToDrop = (state: ImportState): Key | null =>
  state === 'applied' || state === 'dropped' ? 'catalogue.import.over' : null

export type Report = {
  read: number
  imported: number
  rejected: { line: number; reason: string }[]
  structured: Record<Measured, number>
  /** Told apart, yet without a unit, or with an amount no money is paid in: published so, listed with the procedure. */
  doubtful: { limitsWithoutUnit: number; feesTooSmall: number }
  changes: Counts
}

export const structuredOf = (structure: Structure): Pick<Report, 'structured' | 'doubtful'> => ({
  structured: sharesOf(structure),
  doubtful: { limitsWithoutUnit: structure.limitsWithoutUnit, feesTooSmall: structure.feesTooSmall },
})
