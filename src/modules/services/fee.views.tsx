/** What is to be paid, line by line, each with its reason and where it is written. */
import { inWords } from '#fields/words.ts'
import { t } from '#kernel/text.ts'
import { moneyText, numberText } from '#ui/figures.ts'
import { Table } from '#ui/table.tsx'
import type { FeeLine, Fees } from './fee.ts'

/** The reason of a line in words. */
function whyText({ why, quantity, each, unitName }: FeeLine): string {
  const times = `${numberText(quantity)}${unitName ? ` ${inWords(unitName)}` : ''} × ${moneyText(each)}`
  switch (why.says) {
    case 'flat':
      return ''
    case 'each':
      return times
    case 'step':
      return why.to === null
        ? t('services.fee.step', { from: why.from, times })
        : t('services.fee.step_to', { from: why.from, to: why.to, times })
    case 'capped':
      return t('services.fee.capped', { cap: moneyText(why.cap) })
    case 'relief':
      return why.others.length > 0
        ? t('services.fee.relief_best', { percent: why.percent, others: why.others.map(inWords).join(', ') })
        : t('services.fee.relief', { percent: why.percent })
  }
}

export const FeeTable = ({ fees }: { fees: Fees }) => (
  <>
    <Table
      caption={t('services.fee.caption')}
      captionHidden
      exports={false}
      rows={fees.lines}
      empty={<p>{t('services.offer.free')}</p>}
      columns={[
        {
          key: 'name',
          label: t('services.fee.line'),
          head: true,
          cell: (line) => (
            <>
              {inWords(line.name)}
              {!line.verified && <small class="tg-muted"> ({t('services.assumed')})</small>}
              <small class="tg-muted"> {whyText(line)}</small>
            </>
          ),
        },
        { key: 'amount', label: t('services.fee.amount'), align: 'end', cell: ({ amount }) => moneyText(amount) },
        { key: 'citation', label: t('services.item.citation'), cell: ({ citation }) => citation },
      ]}
    />
    <p class="tg-pillar">
      <strong>{t('services.fee.total', { amount: moneyText(fees.total) })}</strong>
      {fees.open.length > 0 && (
        <small class="tg-muted">
          {' '}
          {t('services.fee.open', { names: fees.open.map(({ name }) => inWords(name)).join(', ') })}
        </small>
      )}
    </p>
  </>
)
