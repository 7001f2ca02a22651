import type { TimeLeft } from '#modules/clock/public.ts'
import { t } from '#kernel/text.ts'
import { Due } from '#ui/due.tsx'

/** In words first; the shade only helps the eye. */
export const Left = ({ left }: { left: TimeLeft }) => {
  const days = { over: -1, today: 0, soon: 1, later: 9, paused: 9 }[left.shade]
  return (
    <Due days={days} paused={left.shade === 'paused'}>
      {t(left.key, left.params)}
    </Due>
  )
}
