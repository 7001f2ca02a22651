/** The figures of `throughput` as a table, with where the time of a signed-in page goes. */
import type { Engine } from './place.ts'
import {
  atLeast,
  atMost,
  type Line,
  megabytes,
  milliseconds,
  percent,
  perSecond,
  type Report,
  stated,
} from './report.ts'
import { type Side, throughput } from './throughput.ts'

const side = ({ perSecond: rate, p50, p95, processor }: Side) =>
  `${perSecond(rate)}, p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}${processor ? `, ${Math.round(processor)} µs of processor` : ''}`

const sidesOf = (sides: Record<string, Side>) =>
  Object.entries(sides).map(([name, one]) => `${name}: ${side(one)}, ${one.bytes} bytes`)

type Figures = Awaited<ReturnType<typeof throughput>>

function linesOf({ engine, shared, signedIn, memory }: Figures): Line[] {
  const after = memory.after ?? 0
  const what = `${engine}: memory after the bench`
  return [
    atLeast(`${engine}: public page, of a bare Node server`, shared.ratio, 0.6, percent),
    atLeast(`${engine}: signed-in page, of the same from memory`, signedIn.ratio, 0.3, percent),
    engine === 'postgres' ? atMost(what, after, 300, megabytes) : stated(what, megabytes(after)),
  ]
}

function notesOf({ engine, shared, signedIn }: Figures): string[] {
  const steps = Object.entries(signedIn.steps).map(([name, time]) => `${name} ${milliseconds(time)}`)
  const share = (ratio: number | null) => (ratio === null ? 'unknown' : percent(ratio))
  return [
    `${engine}, public page – ${sidesOf(shared.sides).join(' | ')}`,
    `  by processor time of the server alone: ${share(shared.ratioOfProcessor)}`,
    `${engine}, signed-in page – ${sidesOf(signedIn.sides).join(' | ')}`,
    `  by processor time of the server alone: ${share(signedIn.ratioOfProcessor)}`,
    `  step by step, alone: ${steps.join(', ')}`,
  ]
}

export async function throughputReport(engines: readonly Engine[]): Promise<Report> {
  const figures: Figures[] = []
  for (const engine of engines) figures.push(await throughput(engine))
  return { lines: figures.flatMap(linesOf), notes: figures.flatMap(notesOf), figures }
}
