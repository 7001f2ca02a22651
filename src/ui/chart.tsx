/** Lines or bars over time. The picture is for the eye; the sentence and the table under it say everything it shows. */
import { t } from '#kernel/text.ts'
import { numberText } from './figures.ts'
import { Details } from './details.tsx'
import { Table } from './table.tsx'

export type Series = {
  readonly name: string
  /** One for each place on the axis; `null` where nothing was measured. */
  readonly values: readonly (number | null)[]
  /** From this place on the values are forecasts, drawn dotted. */
  readonly forecastFrom?: number
}

type Props = {
  kind: 'line' | 'bar'
  title: string
  /** What one should see, in a sentence. */
  says: string
  /** What the places on the axis are ("Tháng") and their short names. */
  axis: {
    readonly name: string
    readonly places: readonly string[]
    /** Where each place stands in time, in any unit, so that a gap of months looks like one; evenly spread without. */
    readonly at?: readonly number[]
  }
  /** Four at most: more cannot be told apart. */
  series: readonly Series[]
  target?: number
  format?: (value: number) => string
}

const top = 20
const bottom = 196
const round = (value: number) => Math.round(value * 100) / 100

/** Steps of 1, 2 or 5 times a power of ten, four or five of them, from 0 unless all values are high and close. */
export function scaleOf(values: readonly number[]) {
  const high = Math.max(...values, 0)
  const low = Math.min(...values, high)
  const from = low < 0 || (high - low) * 3 < high ? low : 0
  const rough = (high - from || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power
  const start = Math.floor(from / step) * step
  const end = Math.max(Math.ceil(high / step) * step, start + step)
  const marks = Array.from({ length: Math.round((end - start) / step) + 1 }, (_, at) => round(start + at * step))
  return { start, end, marks }
}

/** From 6 to 94 in hundredths of the width: names of days stand under the ends too. */
function inTime(at: readonly number[]) {
  const [first = 0, last = 0] = [at[0], at.at(-1)]
  return (place: number) => round(6 + (((at[place] ?? first) - first) / (last - first || 1)) * 88)
}

/** The places whose names fit beside one another on a phone: the last one for certain, then from the first on. */
function withRoom(xs: readonly number[]): Set<number> {
  const last = xs.length - 1
  const named = new Set([last])
  let end = Number.NEGATIVE_INFINITY
  for (const [at, x] of xs.entries()) {
    if (x - end < 14 || (at !== last && (xs[last] ?? 0) - x < 14)) continue
    named.add(at)
    end = x
  }
  return named
}

type Drawing = { props: Props; x: (at: number) => number; y: (value: number) => number }

export function Chart(props: Props) {
  const { kind, title, says, axis, series, target, format = (value: number) => numberText(value, 1) } = props
  const all = series.flatMap((one) => one.values.filter((value) => value !== null))
  const scale = scaleOf(
    target === undefined ? (kind === 'bar' ? [0, ...all] : all) : [...all, target, ...(kind === 'bar' ? [0] : [])],
  )
  const count = axis.places.length
  const x = kind === 'line' && axis.at ? inTime(axis.at) : (at: number) => round(((at + 0.5) / count) * 100)
  const y = (value: number) => round(bottom - ((value - scale.start) / (scale.end - scale.start)) * (bottom - top))
  const drawing = { props, x, y }
  const named = withRoom(axis.places.map((_, at) => x(at)))
  return (
    <figure class="tg-chart">
      <figcaption>
        <strong>{title}</strong>
        <span>{says}</span>
      </figcaption>
      <div class="tg-chart-plot">
        <Marks at={scale.marks.map((mark) => ({ y: y(mark), text: format(mark) }))} />
        <svg class="tg-chart-svg" role="img" aria-label={`${title}. ${says}`}>
          {scale.marks.map((mark) => (
            <line class="grid" x1="0" x2="100%" y1={y(mark)} y2={y(mark)} />
          ))}
          {kind === 'bar' ? <Bars {...drawing} base={y(Math.max(0, scale.start))} /> : <Lines {...drawing} />}
          {target !== undefined && <line class="target" x1="0" x2="100%" y1={y(target)} y2={y(target)} />}
          {axis.places.map(
            (place, at) =>
              named.has(at) && (
                <text x={`${x(at)}%`} y={bottom + 20} text-anchor="middle">
                  {place}
                </text>
              ),
          )}
        </svg>
      </div>
      <Key {...props} format={format} />
      <Details summary={t('ui.chart.table')}>
        <Figures {...props} format={format} />
      </Details>
    </figure>
  )
}

/* The figures of the axis stand in a picture of their own, as wide as the longest of them: percents cannot leave room. */
function Marks({ at }: { at: readonly { y: number; text: string }[] }) {
  const width = Math.max(...at.map((mark) => mark.text.length)) * 8 + 8
  return (
    <svg class="tg-chart-marks" width={width} height={bottom + 32} aria-hidden="true">
      {at.map((mark) => (
        <text x={width - 8} y={mark.y + 4} text-anchor="end">
          {mark.text}
        </text>
      ))}
    </svg>
  )
}

/* Lines live in a box that stretches (percent cannot stand in a point list); their width does not stretch with it. */
const Lines = ({ props, x, y }: Drawing) => (
  <>
    <svg x="0" y="0" width="100%" height={bottom + 4} viewBox={`0 0 100 ${bottom + 4}`} preserveAspectRatio="none">
      {props.series.map((one, s) => {
        const from = one.forecastFrom ?? one.values.length
        return (
          <g class={`s${s}`}>
            <path d={pathOf(one.values, 0, from, x, y)} />
            {from < one.values.length && (
              <path class="f" d={pathOf(one.values, Math.max(0, from - 1), one.values.length, x, y)} />
            )}
          </g>
        )
      })}
    </svg>
    {props.series.map((one, s) =>
      one.values.map(
        (value, at) =>
          value !== null &&
          at < (one.forecastFrom ?? one.values.length) && (
            <circle class={`s${s}`} cx={`${x(at)}%`} cy={y(value)} r="3.5" />
          ),
      ),
    )}
  </>
)

/** Broken where nothing was measured. */
function pathOf(
  values: readonly (number | null)[],
  from: number,
  to: number,
  x: (at: number) => number,
  y: (v: number) => number,
) {
  let pen = 'M'
  let path = ''
  for (let at = from; at < to; at++) {
    const value = values[at] ?? null
    if (value === null) pen = 'M'
    else {
      path += `${pen}${x(at)} ${y(value)}`
      pen = 'L'
    }
  }
  return path
}

function Bars({ props, y, base }: Drawing & { base: number }) {
  const { series, axis } = props
  const place = 100 / axis.places.length
  const width = round((place * 0.72) / series.length)
  return (
    <>
      {series.map((one, s) =>
        one.values.map((value, at) => {
          if (value === null) return null
          const from = round(at * place + place * 0.14 + s * width)
          const end = y(value)
          const forecast = at >= (one.forecastFrom ?? one.values.length)
          return (
            <rect
              class={forecast ? `s${s} f` : `s${s}`}
              x={`${from}%`}
              width={`${width}%`}
              y={Math.min(base, end)}
              height={round(Math.abs(base - end))}
            />
          )
        }),
      )}
    </>
  )
}

type Written = Props & { format: (value: number) => string }

const Key = ({ kind, series, target, format }: Written) => (
  <ul class="tg-chart-key">
    {series.map((one, s) => (
      <li>
        <svg width="24" height="12" aria-hidden="true">
          {kind === 'bar' ? <rect class={`s${s}`} width="24" height="12" /> : <path class={`s${s}`} d="M1 6H23" />}
        </svg>
        {one.name}
        {one.forecastFrom !== undefined && ` (${t('ui.chart.forecast')}: ···)`}
      </li>
    ))}
    {target !== undefined && (
      <li>
        <svg width="24" height="12" aria-hidden="true">
          <path class="target" d="M1 6H23" />
        </svg>
        {t('ui.chart.target')} {format(target)}
      </li>
    )}
  </ul>
)

const Figures = ({ title, axis, series, format }: Written) => (
  <Table
    caption={title}
    rows={axis.places.map((place, at) => ({ place, at }))}
    empty="–"
    columns={[
      { key: 'place', label: axis.name, head: true, cell: (row) => row.place },
      ...series.map((one, s) => ({
        key: `s${s}`,
        label: one.name,
        align: 'end' as const,
        cell: (row: { at: number }) => {
          const value = one.values[row.at] ?? null
          if (value === null) return t('ui.chart.none')
          const forecast = row.at >= (one.forecastFrom ?? one.values.length)
          return forecast ? t('ui.chart.forecast_mark', { value: format(value) }) : format(value)
        },
      })),
    ]}
  />
)
