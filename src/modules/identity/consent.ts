/** Help at the desk or by a community team: only with the consent of whoever is helped, in words that are kept. Pure. */
import { daysBetween, type Day } from '#kernel/time.ts'
import type { Key } from '#kernel/text.ts'
import file from '../../../data/national/consent.json' with { type: 'json' }

/** As the helper writes it down. */
export const ways = ['spoken', 'signed'] as const
/** And as the person themself shows it: by a code that only they are sent. */
export const allWays = [...ways, 'code'] as const
export const purposes = ['file', 'follow', 'account'] as const

export type Consent = {
  readonly id: string
  readonly partyId: string
  readonly accountId: string
  readonly unitId: number
  readonly purpose: string
  readonly validFrom: Day
  /** The first day on which it is over. */
  readonly validTo: Day
  readonly withdrawnAt: Date | null
}

type Dated = { validFrom: string; validTo: string | null }
const isOn = ({ validFrom, validTo }: Dated, on: Day) => validFrom <= on && (validTo === null || on <= validTo)

/** The words that are read out or signed today. */
export const wordsOn = (on: Day): string | null => file.words.find((one) => isOn(one, on))?.version ?? null
export const longestDaysOn = (on: Day): number => file.longestDays.find((one) => isOn(one, on))?.days ?? 1

export const isConsentInForce = ({ validFrom, validTo, withdrawnAt }: Consent, on: Day): boolean =>
  withdrawnAt === null && validFrom <= on && on < validTo

/** The one who was agreed to helps, or somebody of the same unit. */
export function objectionToHelp(
  consents: readonly Consent[],
  helper: { readonly accountId: string | null; readonly unitId: number | null },
  partyId: string,
  on: Day,
): Key | null {
  const about = consents.filter((one) => one.partyId === partyId)
  const mine = about.filter(({ accountId, unitId }) => accountId === helper.accountId || unitId === helper.unitId)
  if (mine.some((one) => isConsentInForce(one, on))) return null
  return mine.length > 0 ? 'identity.consent.over' : 'identity.consent.none'
}

export function objectionToSpan(from: Day, to: Day): Key | null {
  if (to <= from) return 'identity.representation.ends_before'
  return daysBetween(from, to) > longestDaysOn(from) ? 'identity.consent.too_long' : null
}
