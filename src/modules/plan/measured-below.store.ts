/** A measure since January unit by unit: directly below the unit the plan is of, or all of one level. */
import type { Ctx } from '#kernel/ctx.ts'
import { ratioOf, sumOf, type Value } from '#kernel/measure.ts'
import { monthsOfKinds } from '#kernel/measure-level.store.ts'
import { byChild } from '#kernel/measure.store.ts'
import { dayOf, firstOfMonth, monthOf, plusMonths } from '#kernel/time.ts'
import { unitNames } from './cooperation.store.ts'
import { kindsOfLevel } from './level.ts'

export type UnitValue = { slug: string; name: string; numerator: number; denominator: number | null }

type About = { readonly planUnitId: number }

export async function measuredBelow(ctx: Ctx, { planUnitId: unitId }: About, measure: string, level: string | null) {
  const to = firstOfMonth(dayOf(ctx.now))
  const from = plusMonths(to, 1 - monthOf(to))
  const kinds = kindsOfLevel(level)
  if (kinds) return ofKinds(ctx, { measure, unitId, kinds, from, to })
  const { children } = await byChild(ctx.db, { measures: [measure], unitId, from, to })
  return children.flatMap(({ slug, name, values: [value] }) => shown(slug, name, value ?? null))
}

async function ofKinds(ctx: Ctx, asked: Parameters<typeof monthsOfKinds>[1]): Promise<UnitValue[]> {
  const { measure, months } = await monthsOfKinds(ctx.db, asked)
  const units = Map.groupBy(months, ({ unitId }) => unitId)
  const names = await unitNames(ctx.db, [...units.keys()])
  return [...units].flatMap(([unitId, own]) => {
    const { slug = '', name = '' } = names.get(unitId) ?? {}
    const values = own.map(({ value }) => value)
    return shown(slug, name, measure.kind === 'flow' ? sumOf(values) : (values.at(-1) ?? null))
  })
}

/** With nothing to divide by there is no figure to show. */
const shown = (slug: string, name: string, value: Value | null): UnitValue[] =>
  value && (value.denominator === null || ratioOf(value.numerator, value.denominator) !== null)
    ? [{ slug, name, numerator: value.numerator, denominator: value.denominator }]
    : []
