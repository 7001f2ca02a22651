/** Before an act: what it would cost the unit, in a sentence and in points. */
import { say, t } from '#kernel/text.ts'
import { numberText } from '#ui/figures.ts'
import { Notice } from '#ui/notice.tsx'
import type { CostOfAct } from './cost.store.ts'

export function CostNotice({ costs }: { costs: readonly CostOfAct[] }) {
  if (!costs.length) return null
  return (
    <Notice tone="wait">
      {costs.map(({ act, says, points, indicators }) => (
        <p key={act}>
          <strong>{say(says)}.</strong>{' '}
          {points > 0
            ? t('scores.cost.points', {
                points: numberText(points, 2),
                indicators: indicators.map(({ code, points: lost }) => `${code}: −${numberText(lost, 2)}`).join('; '),
              })
            : t('scores.cost.little')}
        </p>
      ))}
    </Notice>
  )
}
