/** How numbers that the state gives out are written: dated data with what it rests on. */
import file from '../../data/national/number-shapes.json' with { type: 'json' }
import { z } from 'zod'
import { type Day, Day as DaySchema } from '#kernel/time.ts'

const Shape = z.object({
  of: z.enum(['person_number', 'organisation_code', 'phone']),
  pattern: z.string(),
  citation: z.string(),
  verified: z.boolean(),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
})
const Century = z.object({ digit: z.string().length(1), from: z.number().int(), sex: z.enum(['male', 'female']) })
const shapes = z.object({ shapes: z.array(Shape), centuries: z.array(Century) }).parse(file)

export type Shaped = z.infer<typeof Shape>['of']

export const shapeOn = (of: Shaped, on: Day) =>
  shapes.shapes.find((one) => one.of === of && (one.validFrom ?? on) <= on && on <= (one.validTo ?? on))

/** Every form it ever had, for an old dossier may still hold one; and what says so. */
export function schemaOfShape(of: Shaped) {
  const ever = shapes.shapes.filter((one) => one.of === of)
  return {
    type: 'string',
    pattern: `^(?:${ever.map((one) => one.pattern).join('|')})$`,
    description: ever.map((one) => one.citation).join('; '),
  }
}

export const matches = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text)

/** Of a personal identification number: the years and the sex its fourth to sixth figures speak of. */
export function bornBy(number: string): { readonly year: number; readonly sex: 'male' | 'female' } | null {
  const century = shapes.centuries.find((one) => one.digit === number[3])
  return century ? { year: century.from + Number(number.slice(4, 6)), sex: century.sex } : null
}
