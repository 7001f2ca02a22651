/**
 * What somebody says of a person, held against what is on record. The state's own databases answer in four ways (the
 * products of the population database do), and so do we: "does not agree" and "nobody knows" lead to different things. A
 * source that cannot be reached gives no answer at all. Pure.
 */
import { fold } from '#kernel/fold.ts'
import type { Day } from '#kernel/time.ts'

export const checkAnswers = ['match', 'no_match', 'no_data', 'insufficient'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

/** `undefined`: not said. */
export type Said = {
  readonly number?: string | undefined
  readonly name?: string | undefined
  readonly birthDay?: Day | undefined
}
/** `null`: there, but never told. */
export type OnRecord = { readonly number: string; readonly name: string; readonly birthDay: Day | null }

export type Checked = { readonly answer: CheckAnswer; readonly differs: readonly ('name' | 'birthDay')[] }

const plain = (name: string) => fold(name).replaceAll(/\s+/g, ' ').trim()

/**
 * A number alone proves nothing: a name or a day of birth must come with it (`insufficient`). Names are compared as people
 * at a desk type them: without regard to case, blanks and diacritics.
 */
export function checkPerson({ number, name, birthDay }: Said, record: OnRecord | undefined): Checked {
  const none = { differs: [] }
  if (!number || (!name && !birthDay)) return { answer: 'insufficient', ...none }
  if (record?.number !== number) return { answer: 'no_data', ...none }
  const comparable = Boolean(name) || (birthDay !== undefined && record.birthDay !== null)
  if (!comparable) return { answer: 'insufficient', ...none }
  const differs = [
    ...(name && plain(name) !== plain(record.name) ? (['name'] as const) : []),
    ...(birthDay && record.birthDay && birthDay !== record.birthDay ? (['birthDay'] as const) : []),
  ]
  return { answer: differs.length ? 'no_match' : 'match', differs }
}
