/** How long an office has, as the law counts. */
import { say, t } from '#kernel/text.ts'
import { inWords } from '#fields/words.ts'
import type { Limit } from '#modules/services/public.ts'

/** Nobody makes a limit up: where none is given, that is what is said. */
export function LimitWords({ limit }: { limit: Limit | undefined }) {
  if (!limit) return <>{t('filing.limit.none')}</>
  return (
    <>
      {say(`filing.limit.${limit.unit}`, { count: limit.amount })}
      {limit.note && <small> {inWords(limit.note)}</small>}
      {!limit.verified && <small> {t('filing.assumed')}</small>}
    </>
  )
}
