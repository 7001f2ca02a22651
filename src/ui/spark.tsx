/** A line the size of a word: solid is measured, dotted is forecast, dashed is the target. */

type Props = {
  /** Measured, the oldest first. */
  values: readonly number[]
  forecast?: readonly number[]
  /** Where each value and then each forecast stands in time, in any unit; evenly spread without. */
  at?: readonly number[]
  target?: number
  /** The same in words; it is all some readers get. */
  says: string
}

const width = 112
const height = 32
const round = (value: number) => Math.round(value * 10) / 10

export function Spark({ values, forecast = [], at, target, says }: Props) {
  const last = values.at(-1)
  if (last === undefined) return <span class="tg-muted">–</span>
  const all = [...values, ...forecast, ...(target === undefined ? [] : [target])]
  const low = Math.min(...all)
  const span = Math.max(...all) - low || 1
  const steps = Math.max(1, values.length + forecast.length - 1)
  const [start, end] = [at?.[0] ?? 0, at?.at(-1) ?? steps]
  const x = (place: number) => round((((at?.[place] ?? place) - start) / (end - start || 1)) * (width - 8) + 3)
  const y = (value: number) => round(height - 4 - ((value - low) / span) * (height - 8))
  const line = (of: readonly number[], from: number) =>
    of.map((value, place) => `${x(place + from)} ${y(value)}`).join(' ')
  const now = values.length - 1
  return (
    <svg class="tg-spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
      {target !== undefined && <path class="t" d={`M0 ${y(target)}H${width}`} />}
      <polyline points={line(values, 0)} />
      {forecast.length > 0 && <polyline class="f" points={line([last, ...forecast], now)} />}
      <circle class="d" cx={x(now)} cy={y(last)} r="3.5" />
    </svg>
  )
}
