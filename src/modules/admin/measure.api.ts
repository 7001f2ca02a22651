/** Measures of all modules for other systems: what each is, its value for a unit and period, the facts behind it. */
import { z } from 'zod'
import { read } from '#kernel/api.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { citationOn, type Measure, yearToDate } from '#kernel/measure.ts'
import { factsOf, listMeasures } from '#kernel/measure-fact.store.ts'
import { valueOf } from '#kernel/measure.store.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { inLocale, locales, say } from '#kernel/text.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { getUnit, idsBelow } from '#kernel/unit.store.ts'

const needs = 'signed_in'
const Words = z.object({ vi: z.string(), en: z.string() })
const inBoth = (key: string): z.infer<typeof Words> => {
  const [vi = '', en = ''] = locales.map((locale) => inLocale(locale, () => say(key)))
  return { vi, en }
}

const MeasureView = z.object({
  code: z.string(),
  unit: z.string(),
  kind: z.enum(['flow', 'stock']),
  direction: z.enum(['up', 'down']),
  hasDenominator: z.boolean(),
  /** Null for a measure that is kept but no longer declared. */
  declared: z
    .object({
      title: Words,
      numerator: Words,
      denominator: Words.nullable(),
      citation: z.object({ text: z.string(), validFrom: Day, validTo: Day.optional() }).nullable(),
    })
    .nullable(),
})

const Value = z.object({ numerator: z.number(), denominator: z.number().nullable(), ratio: z.number().nullable() })
const FactView = z.object({
  unitId: z.int(),
  day: Day,
  value: Value,
  source: z.string().nullable(),
  recordedAt: z.iso.datetime(),
})

const declaredOf = (measure: Measure | undefined, on: Day) =>
  measure
    ? {
        title: inBoth(measure.title),
        numerator: inBoth(measure.numerator),
        denominator: measure.denominator && inBoth(measure.denominator),
        citation: citationOn(measure, on) ?? null,
      }
    : null

const At = z.object({ code: z.string(), unit: z.string(), from: DayInput.optional(), to: DayInput.optional() })

async function asked(ctx: Ctx, { code, unit, from, to = dayOf(ctx.now) }: z.infer<typeof At>) {
  if (!(await listMeasures(ctx.db)).some((measure) => measure.code === code)) refuse('missing', 'kernel.missing')
  const period = { from: from ?? yearToDate(to).from, to }
  return { measure: code, period, unitId: (await getUnit(ctx.db, unit, to)).id }
}

/** `measures` are those that the modules of the house declare. */
export const measureApi = (measures: readonly Measure[]) => [
  read(
    '/measures',
    { says: 'All measures', needs, input: z.object(Listing), returns: listOfItems(MeasureView) },
    async ({ db, now }, page) => {
      const all = (await listMeasures(db)).map((known) => {
        const measure = measures.find(({ code }) => code === known.code)
        return { ...known, declared: declaredOf(measure, dayOf(now)) }
      })
      return sliceAfter(all, page, ({ code }) => code)
    },
  ),
  read(
    '/measures/{code}/units/{unit}',
    {
      says: 'The value of a unit with all below it over a period, since January unless said; null when nothing is known',
      needs,
      input: At,
      returns: z.object({ from: Day, to: Day, value: Value.nullable(), rows: z.string().nullable() }),
    },
    async (ctx, input) => {
      const about = await asked(ctx, input)
      const measure = measures.find(({ code }) => code === about.measure)
      const rows = measure?.rowsHref?.(input.unit, about.period) ?? null
      return { ...about.period, value: await valueOf(ctx.db, about), rows }
    },
  ),
  read(
    '/measures/{code}/units/{unit}/facts',
    {
      says: 'The facts behind it: what the unit and each below it did on each day',
      needs,
      input: At.extend(Listing),
      returns: listOfItems(FactView),
    },
    async (ctx, { limit, after, ...input }) => {
      const { unitId, ...about } = await asked(ctx, input)
      const facts = await factsOf(ctx.db, { ...about, unitIds: await idsBelow(ctx.db, unitId, about.period.to) })
      const views = facts.map((fact) => ({ ...fact, recordedAt: fact.recordedAt.toISOString() }))
      return sliceAfter(views, { limit, after }, (fact) => `${fact.day}.${fact.unitId}`)
    },
  ),
]
