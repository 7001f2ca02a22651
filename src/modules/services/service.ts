/**
 * A service: how a procedure of the catalogue is carried out here. One document per version, never changed after it was
 * published; drafts are changed by pure functions. Papers, limits, fees and inner process are data with their citations.
 */
import { z } from 'zod'
import { FormDefinition, Words } from '#fields/form.ts'
import { Day } from '#kernel/time.ts'

export const Code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)

/** Over the answers of the form, as in `#fields/expression.ts`. */
const Expression = z.string().trim().min(1).max(500)
/** Where it is written. A draft may still lack it; what is published does not. */
const Citation = z.string().trim().max(400)
/** The first and the last day in force; `null`: without one. */
const Validity = { validFrom: Day.nullable(), validTo: Day.nullable() }

export const Channel = z.enum(['online', 'direct', 'post'])
export type Channel = z.infer<typeof Channel>

export const Limit = z.object({
  amount: z.number().positive().max(1000),
  unit: z.enum(['working_hour', 'working_day', 'day', 'month']),
  /** The law says “within the day”; what comes after the hour of `one-stop-rules.json` is due on the next working day. */
  sameDay: z.boolean().optional(),
  note: Words.optional(),
  citation: Citation,
  /** False: nobody has held it against the text it cites; every page says so. */
  verified: z.boolean(),
  validFrom: Day.nullable().optional(),
  validTo: Day.nullable().optional(),
})
export type Limit = z.infer<typeof Limit>

/** A paper of the dossier (thành phần hồ sơ). */
export const Component = z.object({
  code: Code,
  name: Words,
  /** How it is taken: handed in, or only shown. */
  manner: z.enum(['submit', 'show']),
  originals: z.number().int().min(0).max(20),
  copies: z.number().int().min(0).max(20),
  /** Of the papers with the same word here one is enough. */
  oneOf: Code.optional(),
  onlyIf: Expression.optional(),
  /** Not needed when the platform holds it: a key of `#fields/known.ts`, or the code of a result type (`KQ.G15.000031`). */
  notNeededIfKnown: z.string().max(60).optional(),
  optional: z.boolean().optional(),
  /** Result of an earlier procedure: must be digitised at reception (NĐ 107/2021 art. 21a). */
  digitise: z.boolean().optional(),
  note: Words.optional(),
  citation: Citation.optional(),
})
export type Component = z.infer<typeof Component>

/** A case (trường hợp) of the procedure: chosen first, it decides papers, limits and fees. */
export const Case = z.object({
  code: Code,
  title: Words,
  help: Words.optional(),
  components: z.array(Code).max(60),
  /** Said in so many words: nothing is handed in. */
  noPapers: z.boolean().optional(),
  limits: z.partialRecord(Channel, Limit),
  /** Sections of the form that are asked in this case; all unless said. */
  sections: z.array(Code).optional(),
})
export type Case = z.infer<typeof Case>

/** One line of a fee (phí, lệ phí); the lines that apply are added up, of reliefs only the highest counts. */
export const FeeRule = z.object({
  code: Code,
  name: Words,
  kind: z.enum(['fee', 'charge']),
  channels: z.array(Channel).optional(),
  cases: z.array(Code).optional(),
  onlyIf: Expression.optional(),
  /** Đồng for each; by steps where the first pages cost more: `from` counts from 1. */
  amount: z.union([
    z.number().int().min(0),
    z
      .array(z.object({ from: z.number().int().min(1), each: z.number().int().min(0) }))
      .min(1)
      .max(10),
  ]),
  /** How many: an expression over the answers; 1 unless said. */
  quantity: Expression.optional(),
  unitName: Words.optional(),
  /** The most for one set. */
  cap: z.number().int().min(0).optional(),
  /** How many sets of that quantity (so many copies of so many pages): an expression; 1 unless said. */
  times: Expression.optional(),
  ...Validity,
  citation: Citation,
  verified: z.boolean(),
})
export type FeeRule = z.infer<typeof FeeRule>

/** A relief (miễn, giảm) for a class of persons; where several apply the highest is used (NQ 66.22/2026/NQ-CP). */
export const Relief = z.object({
  code: Code,
  name: Words,
  fees: z.array(Code).optional(),
  channels: z.array(Channel).optional(),
  /** Persons it is for (`poor`, `merit`, `disabled`): one of them is enough; for everybody when none is named. */
  classes: z.array(Code).optional(),
  onlyIf: Expression.optional(),
  percent: z.number().min(0).max(100),
  ...Validity,
  citation: Citation,
  verified: z.boolean(),
})
export type Relief = z.infer<typeof Relief>

export const stepRoles = ['one_stop', 'specialist', 'leader', 'agency'] as const
export const stepKinds = ['receive', 'process', 'consult', 'approve', 'return'] as const

/** A step of the inner process (quy trình nội bộ): who, in how many working hours, after which others. */
export const Step = z.object({
  code: Code,
  title: Words,
  kind: z.enum(stepKinds),
  /** The role of the unit that acts (`stepRoles`); an `agency` has a name. In a draft nobody may act yet, in no time. */
  role: z.string().trim().max(60),
  agency: z.string().trim().max(120).optional(),
  hours: z.number().min(0).max(2000),
  /** Steps that must be done before; those with the same ones run side by side. */
  after: z.array(Code),
  /** Done in these cases only. */
  cases: z.array(Code).optional(),
  onlyIf: Expression.optional(),
  /** Where a dossier goes that is refused or lacks something at this step. */
  onRefusal: Code.optional(),
  onSupplement: Code.optional(),
})
export type Step = z.infer<typeof Step>

export const partialKinds = ['presence', 'on_site', 'technical'] as const

export const Service = z.object({
  procedure: z.string().min(1).max(60),
  /** By the general form, until somebody models it. */
  general: z.boolean().optional(),
  title: Words,
  lead: Words.optional(),
  level: z.enum(['full', 'partial']),
  /** Why not wholly online (NĐ 224/2026 art. 14); a technical fault ends on a day. */
  partialReason: z
    .object({ kind: z.enum(partialKinds), says: Words, citation: Citation, until: Day.nullable().optional() })
    .optional(),
  channels: z.array(Channel).min(1),
  /** Who may receive: the unit of a commune, a department, any commune of the province. */
  receivers: z.array(z.enum(['commune', 'district', 'department', 'any_commune'])).min(1),
  /** The least assurance of the electronic identity that files (NĐ 69/2024). */
  assurance: z.union([z.literal(1), z.literal(2)]),
  minutes: z.number().int().min(1).max(240).optional(),
  cases: z.array(Case).max(30),
  components: z.array(Component).max(80),
  form: FormDefinition,
  /** Sections and questions about somebody else than who files: what the platform knows of the latter is no answer there. */
  aboutOthers: z.array(Code).max(200).optional(),
  fees: z.array(FeeRule).max(60),
  reliefs: z.array(Relief).max(60),
  steps: z.array(Step).max(60),
  /** Where the split of hours comes from: the decision of the provincial chair, or our own assumption. */
  stepsBasis: z.object({ citation: Citation, verified: z.boolean() }),
  results: z.array(z.object({ code: z.string().max(60), name: Words, kind: z.enum(['document', 'register']) })).max(20),
  citizenSteps: z.array(z.object({ title: Words, text: Words })).max(12),
  citations: z.array(Citation).max(40),
})
export type Service = z.infer<typeof Service>
