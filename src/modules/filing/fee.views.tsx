/** What a dossier costs, each line with why it is asked. Paying comes later, at the same place. */
import { inWords } from '#fields/words.ts'
import { t } from '#kernel/text.ts'
import type { FeeLine, Fees } from '#modules/services/public.ts'
import { moneyText, numberText } from '#ui/figures.ts'
import { SummaryList } from '#ui/summary-list.tsx'

function why({ why: reason, quantity, each, unitName }: FeeLine): string {
  const unit = unitName ? ` ${inWords(unitName)}` : ''
  switch (reason.says) {
    case 'flat':
      return t('filing.fee.flat')
    case 'each':
      return t('filing.fee.each', { count: `${numberText(quantity)}${unit}`, each: moneyText(each) })
    case 'step':
      return reason.to === null
        ? t('filing.fee.step_on', { from: reason.from, count: `${numberText(quantity)}${unit}`, each: moneyText(each) })
        : t('filing.fee.step', {
            from: reason.from,
            to: reason.to,
            count: `${numberText(quantity)}${unit}`,
            each: moneyText(each),
          })
    case 'capped':
      return t('filing.fee.capped', { cap: moneyText(reason.cap) })
    case 'relief':
      return reason.others.length === 0
        ? t('filing.fee.relief', { percent: reason.percent })
        : t('filing.fee.relief_highest', { percent: reason.percent, others: reason.others.map(inWords).join('; ') })
  }
}

export const FeeLines = ({ fees }: { fees: Fees }) => (
  <>
    <SummaryList
      of={[
        ...fees.lines.map((line) => ({
          label: inWords(line.name),
          value: (
            <>
              {moneyText(line.amount)}
              <br />
              <small class="tg-muted">
                {why(line)} {line.citation} {!line.verified && t('filing.assumed')}
              </small>
            </>
          ),
        })),
        ...fees.open.map(({ name }) => ({ label: inWords(name), value: t('filing.fee.not_yet') })),
        {
          label: <strong>{t('filing.receipt.fee_total')}</strong>,
          value: <strong>{fees.total === 0 ? t('filing.fee.free') : moneyText(fees.total)}</strong>,
        },
      ]}
    />
    <p class="tg-small tg-muted">{t('filing.fee.when')}</p>
  </>
)
