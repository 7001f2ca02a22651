/** What the catalogue says of a procedure, as far as the general form can use it. */
import { inLocale, t } from '#kernel/text.ts'
import type { FoundProcedure } from '#modules/catalogue/public.ts'
import type { Unmodelled } from './general.ts'
import type { Channel, Limit } from './service.ts'

const units: readonly string[] = ['working_hour', 'working_day', 'day', 'month'] satisfies readonly Limit['unit'][]
const isUnit = (unit: string | null): unit is Limit['unit'] => unit !== null && units.includes(unit)

/** A limit without a unit, or in words, is left to the text of the catalogue: nobody guesses. */
export function unmodelledOf({ code, name, channels }: FoundProcedure): Unmodelled {
  const citation = inLocale('vi', () => t('services.general.citation', { code }))
  const limits = channels.flatMap(({ channel, limit }): [Channel, Limit][] =>
    limit && isUnit(limit.unit)
      ? [[channel, { amount: limit.amount, unit: limit.unit, citation, verified: true }]]
      : [],
  )
  return {
    code,
    title: { vi: name },
    channels: channels.map(({ channel }) => channel),
    limits: Object.fromEntries(limits),
  }
}
