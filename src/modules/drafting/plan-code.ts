/** The code of a plan as it stands in addresses: the same for the same document, so that a link can be guessed. */
import { slug } from '#kernel/fold.ts'
import { yearOf } from '#kernel/time.ts'
import type { PlanHeading } from './draft.ts'

/** `466/KH-UBND` of 5 December 2024 → `466-kh-ubnd-2024`. A text without a number is told by the hash of its words. */
export function planCode({ number, issuedOn, year }: PlanHeading, hash: string): string {
  if (!number) return `du-thao-${hash.slice(0, 8)}`
  return slug(`${number} ${issuedOn ? yearOf(issuedOn) : (year ?? '')}`)
}
