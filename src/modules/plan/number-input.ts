/** A number as people type it here: `1.234,5`, `1 234`, `95`; and as machines send it. Three decimals at most. */
import { z } from 'zod'
import { isAmount } from '#kernel/measure.ts'

const inGroups = /^-?\d{1,3}(\.\d{3})+$/

function plain(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed
  const text = typed.replace(/[\s\u00a0]/g, '')
  if (text === '') return undefined
  if (text.includes(',')) return asNumber(text.replaceAll('.', '').replace(',', '.'))
  return asNumber(inGroups.test(text) ? text.replaceAll('.', '') : text)
}
const asNumber = (text: string): unknown => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)

const Amount = z.number().refine(isAmount)

export const NumberInput = z.preprocess(plain, Amount)
export const OptionalNumberInput = z.preprocess(plain, Amount.optional())
/** 0 to 100. */
export const ShareInput = z.preprocess(plain, z.int().min(0).max(100).optional())
/** Whole đồng. */
export const MoneyInput = z.preprocess(plain, z.int().min(0).max(1e15))

/** One, several or none of a group of check boxes, or the choices of a `<select multiple>`. */
export const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]), z.array(one))

/** The id of a unit, as an option of a select sends it. */
export const UnitInput = z.preprocess(plain, z.int())
/** The empty choice of a select means nobody. */
export const OptionalUnitInput = z.preprocess((sent) => plain(sent) ?? null, z.int().nullable())
