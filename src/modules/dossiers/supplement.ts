/** What an applicant is asked to complete: all defects in one notice, each with its place, its ground and the way to mend it. */
import { z } from 'zod'
import type { FormDefinition, Question } from '#fields/form.ts'
import type { Key } from '#kernel/text.ts'
import { type Day } from '#kernel/time.ts'
import { isReason } from './grounds.ts'
import { messages as en } from './supplement.messages.en.ts'
import { messages as vi } from './supplement.messages.vi.ts'

/** Names of questions of the form, papers among them (`paper_<code>`); `''`: of the dossier as a whole. */
export const Defect = z.object({
  at: z.string().max(80),
  /** What it is called, as the page showed it. */
  label: z.string().trim().min(1).max(300),
  kind: z.string().refine((code) => isReason('defect', code), { params: { word: 'choice' } }),
  what: z.string().trim().min(5).max(1000),
  basis: z.string().trim().min(3).max(400),
  mend: z.string().trim().min(5).max(1000),
})
export type Defect = z.infer<typeof Defect>

const rows = (sent: unknown): unknown =>
  sent !== null && typeof sent === 'object' && !Array.isArray(sent) ? Object.values(sent) : (sent ?? [])

const Ticked = z.object({ ticked: z.union([z.literal('true'), z.literal(true)]) })

/** A form sends a line for each place, ticked or not; only what is ticked counts. A program sends what counts. */
export const Defects = z.preprocess((sent) => {
  const lines = rows(sent)
  if (!Array.isArray(lines)) return lines
  return lines.filter(
    (line: unknown) =>
      line !== null && typeof line === 'object' && (!('offered' in line) || Ticked.safeParse(line).success),
  )
}, z.array(Defect).min(1).max(100))

export type Stage = 'before_reception' | 'after_reception'

export type Supplement = {
  readonly id: string
  readonly no: number
  readonly askedAt: Date
  readonly askedBy: string
  readonly unitId: number
  readonly stage: Stage
  readonly dueOn: Day
  readonly defects: readonly Defect[]
  readonly reason: string | null
  readonly restarts: boolean
  readonly answeredAt: Date | null
  readonly answeredHow: string | null
  readonly answers: { readonly [name: string]: unknown }
  readonly said: { readonly [at: string]: string }
}

/** Somebody must have time to do it. */
export const objectionToDueOn = (dueOn: Day, today: Day): Key | null =>
  dueOn > today ? null : 'dossiers.supplement.due_is_past'

const paperPrefix = 'paper_'
export const paperAt = (code: string): string => `${paperPrefix}${code}`

/** Places that the form can ask again by itself; the others are answered in words or with a file. */
export const askedAgain = (form: FormDefinition, defects: readonly Defect[]): ReadonlyMap<string, Question> =>
  new Map(
    form.sections
      .filter(({ repeat }) => !repeat)
      .flatMap(({ questions }) => questions)
      .filter(({ name, kind }) => kind !== 'computed' && defects.some(({ at }) => at === name))
      .map((question) => [question.name, question]),
  )

const title = { vi: vi['dossiers.supplement.form_title'], en: en['dossiers.supplement.form_title'] }
const sectionOfAnswer = 'supplement'

/**
 * The form of the answer: only what was found wanting, on one page, each with what was wrong and how to mend it. A paper
 * that is no longer there may be answered in words (`said`).
 */
export function formOfAnswer(
  form: FormDefinition,
  defects: readonly Defect[],
  said: Supplement['said'] = {},
): FormDefinition | null {
  const again = askedAgain(form, defects)
  const questions = defects.flatMap(({ at, what, mend }): Question[] => {
    const question = again.get(at)
    if (!question) return []
    const { when: _when, known: _known, check: _check, ...plain } = question
    return [{ ...plain, required: !said[at], hint: { vi: `${what} ${mend}` } }]
  })
  if (questions.length === 0) return null
  return { layout: 'page', sections: [{ name: sectionOfAnswer, title, questions }] }
}
