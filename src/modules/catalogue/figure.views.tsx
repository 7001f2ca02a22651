/** Limits, fees, levels and ways of filing in words. */
import { say, t } from '#kernel/text.ts'
import { moneyText, numberText } from '#ui/figures.ts'
import type { PublishedChannel, PublishedFee, PublishedLimit } from './channel-table.ts'
import type { TimeLimit } from './offer.ts'

export const limitText = ({ amount, unit }: PublishedLimit | TimeLimit): string =>
  unit === null
    ? t('catalogue.limit.no_unit', { amount: numberText(amount, 2) })
    : say(`catalogue.limit.${unit}`, { amount: numberText(amount, 2) })

export const channelText = (channel: string): string => say(`catalogue.channel.${channel}`)
export const levelText = (level: string): string => say(`catalogue.level.${level}`)
export const levelsText = (levels: readonly string[]): string => levels.map(levelText).join(', ')

const amountText = (amount: number, currency: string) =>
  currency === 'VND' ? moneyText(amount) : `${numberText(amount, 2)}\u00a0${currency}`

/** What nobody can pay is shown as it stands, and said to be so. */
function feeText({ amount, currency, noted }: PublishedFee): string {
  const published = amountText(amount, currency)
  if (noted !== undefined) return t('catalogue.fee.noted', { noted: moneyText(noted), amount: published })
  if (currency === 'VND' && amount > 0 && amount < 1000) return t('catalogue.fee.small', { amount: published })
  return published
}

/** All of a channel in one line: short enough for the strip of facts. */
export function feesText({ free, fees }: Pick<PublishedChannel, 'free' | 'fees'>): string {
  const all = [...(free ? [t('catalogue.fee.free')] : []), ...fees.map(feeText)]
  return all.length ? all.join('; ') : t('catalogue.fee.none')
}

export const publishedLimitText = ({
  limit,
  limitText: words,
}: Pick<PublishedChannel, 'limit' | 'limitText'>): string =>
  limit ? limitText(limit) : words || t('catalogue.limit.none')
