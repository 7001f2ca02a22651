/** What is said beside a file. */
import type { Key } from '#kernel/text.ts'
import type { Hint } from './legibility.ts'
import type { ScanState } from './upload.ts'

const hints: Readonly<Record<Hint, Key>> = {
  small: 'uploads.hint.small',
  blurred: 'uploads.hint.blurred',
  dark: 'uploads.hint.dark',
  glare: 'uploads.hint.glare',
  active: 'uploads.hint.active',
}

/** What may be wrong with it; none of these keeps it from being used. */
export const hintKeys = (of: { hints: readonly Hint[]; scan: ScanState }): Key[] => [
  ...of.hints.map((hint) => hints[hint]),
  ...(of.scan === 'waiting' ? (['uploads.scan.waiting'] as const) : []),
]
