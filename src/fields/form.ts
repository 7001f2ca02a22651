/**
 * A form as data: sections of questions, composed without code, kept with its version, exported as JSON Schema. Services,
 * reports and registers share it. What a form says is law or the province's choice; how a question is asked, checked and
 * shown is the work of its kind.
 */
import { z } from 'zod'

/** Vietnamese always; English where somebody wrote it. */
export const Words = z.object({ vi: z.string().trim().min(1).max(2000), en: z.string().trim().max(2000).optional() })
export type Words = z.infer<typeof Words>

/** The closed vocabulary of questions. */
export const questionKinds = [
  'text',
  'long_text',
  'number',
  'money',
  'percent',
  'day',
  'yes_no',
  'choice',
  'choices',
  /** Twelve digits (NĐ 137/2015 art. 13); what does not fit birth year or sex is a warning, not a fault. */
  'person_number',
  'organisation_code',
  'phone',
  'email',
  /** A place of the administrative division as of a day (province, commune) and the rest of the address in words. */
  'place',
  /** An organisation unit of the province as of today. */
  'unit',
  /** One or more uploads. */
  'file',
  /** Never asked: an expression over the other answers. */
  'computed',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Of questions and repeated sections: how expressions and answers name them. Unique in the form. */
const Name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)

/** In the language of `expression.ts`: `married = 'yes' and age >= 18`. */
const Expression = z.string().trim().min(1).max(500)

const Choice = z.object({ value: z.string().min(1).max(60), label: Words })

export const Question = z.object({
  name: Name,
  kind: z.enum(questionKinds),
  label: Words,
  hint: Words.optional(),
  /** Better words where "Hãy nhập …" would read badly. */
  needed: Words.optional(),
  /** Asked only when this holds. An answer to a question that is not asked is kept in the draft and never filed. */
  when: Expression.optional(),
  /** True unless said; an expression makes it depend on other answers. */
  required: z.union([z.boolean(), Expression]).optional(),
  /** Beyond what the kind checks: must hold, else `fault` is said at the field. */
  check: z.object({ holds: Expression, fault: Words }).optional(),
  /** Characters, or the number itself; days as `2025-01-31`, `today` or `today-16y`. */
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  /** Of `number`: how many decimals; whole numbers unless said. */
  decimals: z.number().int().min(0).max(6).optional(),
  /** Of `number`: what is counted. */
  unit: Words.optional(),
  /** Of `choice`, `choices`: offered here, or a reference list by its code (`data/national/lists`). */
  choices: z.array(Choice).min(1).max(200).optional(),
  list: z.string().max(60).optional(),
  /** Of `file`: most files, and types beside pictures and PDF. */
  files: z.object({ most: z.number().int().min(1).max(50), types: z.array(z.string()).optional() }).optional(),
  /** Of `place`: the question whose day decides which places there were; today unless said. */
  asOf: Name.optional(),
  /** Of `computed`. */
  value: Expression.optional(),
  /** What the platform may know already: `person.name`, `person.number`, `person.birth_day`, … (see `known.ts`). */
  known: z.string().max(60).optional(),
})
export type Question = z.infer<typeof Question>

export const Section = z.object({
  /** The answers of a repeated section are a list under this name; those of others stand beside one another. */
  name: Name,
  title: Words,
  intro: Words.optional(),
  when: Expression.optional(),
  repeat: z
    .object({ min: z.number().int().min(0).max(50), max: z.number().int().min(1).max(50), one: Words })
    .optional(),
  questions: z.array(Question).min(1).max(60),
})
export type Section = z.infer<typeof Section>

export const FormDefinition = z.object({
  /** `page`: all on one page · `sections`: a page per section · `questions`: a page per question. */
  layout: z.enum(['page', 'sections', 'questions']),
  sections: z.array(Section).min(1).max(40),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/**
 * By the name of the question: text and choices as text, numbers and money as numbers, days as `2025-01-31`, `yes_no` as
 * `'yes' | 'no'`, `choices` as a list, `place` as `Place`, `file` as a list of `FileAnswer`; repeated sections as a list of
 * such records. What was not answered is absent.
 */
export type Answers = { readonly [name: string]: Answer | readonly Answers[] | undefined }
export type Answer = string | number | readonly string[] | Place | readonly FileAnswer[]

/** `province` and `commune` are codes of the statistics office as of `on`; what they were called then stands beside. */
export type Place = {
  readonly province: string
  readonly commune: string
  readonly detail: string
  readonly on: string
  readonly words: string
}

/** `upload` is the id of a finished upload; name, size and hash as they were then. */
export type FileAnswer = {
  readonly upload: string
  readonly name: string
  readonly hash: string
  readonly size: number
  readonly type: string
}
