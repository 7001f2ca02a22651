/** Numbers of the index that other systems hold: told per month, by whom, from where. */
import type { Period } from '#kernel/measure.ts'
import type { Day } from '#kernel/time.ts'
import type { Given, Inputs, Sheet } from './service-index.ts'

export type InputRow = Given & { readonly indicator: string; readonly unitId: number; readonly month: Day }

/** Of a flow all months of the period, of a stock the last month known of each unit. `rows`: one for each unit and month. */
export function inputsIn(rows: readonly InputRow[], sheet: Sheet, { from, to }: Period): Inputs {
  const inputs = new Map<string, Given>()
  for (const { code, formula } of sheet.indicators) {
    const own = rows.filter(({ indicator, month }) => indicator === code && month <= to)
    const isStock = formula.kind === 'input' && formula.input === 'stock'
    const used = isStock ? lastOfEach(own) : own.filter(({ month }) => month >= from)
    if (used.length) inputs.set(code, added(used))
  }
  return inputs
}

const lastOfEach = (rows: readonly InputRow[]): InputRow[] => {
  const last = new Map<number, InputRow>()
  for (const row of rows) if ((last.get(row.unitId)?.month ?? '') <= row.month) last.set(row.unitId, row)
  return [...last.values()]
}

const added = (rows: readonly InputRow[]): Given => ({
  numerator: rows.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: rows.reduce((sum, { denominator }) => sum + denominator, 0),
  source: [...new Set(rows.map(({ source }) => source))].join('; '),
})
