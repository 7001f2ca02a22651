/** A note about a target or task: its progress, a risk, how a risk was dealt with. Pure. */

export const noteKinds = ['progress', 'risk', 'risk_closed'] as const
export type NoteKind = (typeof noteKinds)[number]

type Written = {
  readonly id: string
  readonly kind: NoteKind
  readonly answers: string | null
  readonly shareDone: number | null
}

/** Risks that no note has closed. `notes` in any order. */
export const openRisksOf = <T extends Written>(notes: readonly T[]): T[] =>
  notes.filter(({ id, kind }) => kind === 'risk' && !notes.some(({ answers }) => answers === id))

/** What the last note that gave a share said. `notes` are sorted, the newest first. */
export const shareDoneOf = (notes: readonly Written[]): number | null =>
  notes.find(({ shareDone }) => shareDone !== null)?.shareDone ?? null
