/** How far a dossier has come, as whoever handles it tells its owner. Filing shows it and knows no more of it. */
import type { Key, Params } from '#kernel/text.ts'

export const progressTones = ['new', 'run', 'wait', 'done', 'stop', 'late'] as const

/** What the owner may do now, or look at. */
export type ProgressLink = { readonly href: string; readonly label: Key; readonly main?: boolean }

export type Progress = {
  /** For machines. */
  readonly state: string
  /** As national exchange counts it. */
  readonly national: number
  /** How many of the four stages have been come to. */
  readonly stage: 1 | 2 | 3 | 4
  readonly tone: (typeof progressTones)[number]
  /** One word, and what comes next in a sentence. */
  readonly word: Key
  readonly next: Key
  readonly params: Params
  readonly dueAt: Date | null
  /** The clock stands still: something is waited for. */
  readonly paused: boolean
  readonly links: readonly ProgressLink[]
  readonly changedAt: Date
}

/** Something that has happened, in the words of whoever did it. */
export type ProgressMoment = { readonly at: string; readonly key: Key; readonly params: Params }
