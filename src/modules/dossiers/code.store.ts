/** Giving a dossier its code, in the transaction of its reception. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { type Day, plusDays } from '#kernel/time.ts'
import { agencyCodeOn, type AgencyCode, codeRuleOn, dossierCode, objectionToNumber } from './dossier-code.ts'
import { nextOfDay } from './dossier.store.ts'

async function codesOf(db: Db, unitId: number): Promise<AgencyCode[]> {
  const rows = await db
    .selectFrom('kernel.unit_code')
    .select(['system', 'code', 'validFrom', 'validTo'])
    .where('unitId', '=', unitId)
    .execute()
  // The database excludes the last day, the rule names it.
  return rows.map(({ validTo, ...row }) => ({ ...row, validTo: validTo && plusDays(validTo, -1) }))
}

/** A unit to which nobody has given a code is known by its number in this house: no dossier waits for a catalogue. */
const ownCode = (unitId: number): string => `DV${unitId}`

export async function giveCode(ctx: Ctx, unitId: number, on: Day): Promise<string> {
  const rule = codeRuleOn(on)
  const agency = agencyCodeOn(await codesOf(ctx.db, unitId), on, rule) ?? ownCode(unitId)
  const sequence = await nextOfDay(ctx.db, unitId, on)
  const objection = objectionToNumber({ agency, sequence }, rule)
  if (objection) return refuse('conflict', objection)
  return dossierCode({ agency, on, sequence }, rule)
}
