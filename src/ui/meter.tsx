/** How much of a whole, and how much it must be. Only a picture: the figure stands beside it in words. */

type Props = {
  /** In hundredths of the whole. */
  value: number
  target?: number
}

const within = (value: number) => Math.round(Math.max(0, Math.min(100, value)) * 10) / 10

export const Meter = ({ value, target }: Props) => (
  <svg class="tg-meter" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    <rect class="b" y="3" width="100" height="6" />
    <rect class="v" y="3" width={within(value)} height="6" />
    {target !== undefined && <rect class="g" x={Math.min(within(target), 99)} width="1" height="12" />}
  </svg>
)
