/** What a bench found, beside what was asked for. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

/** One line of the table. `met`: `null` where nothing was asked for. */
export type Line = { what: string; found: string; wanted: string; met: boolean | null }

export type Report = { lines: readonly Line[]; notes?: readonly string[]; figures: unknown }

export const atLeast = (what: string, value: number, least: number, text: (value: number) => string): Line => ({
  what,
  found: text(value),
  wanted: `≥ ${text(least)}`,
  met: value >= least,
})
export const atMost = (what: string, value: number, most: number, text: (value: number) => string): Line => ({
  what,
  found: text(value),
  wanted: `≤ ${text(most)}`,
  met: value <= most,
})
export const stated = (what: string, found: string): Line => ({ what, found, wanted: '', met: null })

export const percent = (share: number) => `${Math.round(share * 100)} %`
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
export const megabytes = (value: number) => `${Math.round(value)} MB`
export const seconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} s`
export const milliseconds = (value: number) => `${value.toFixed(2)} ms`
export const perSecond = (value: number) => `${Math.round(value)}/s`

const mark = ({ met }: Line) => (met === null ? ' ' : met ? '✓' : '✗')

/** Prints the table and keeps the figures in var/bench. Returns whether everything asked for was found. */
export function tell(name: string, { lines, notes = [], figures }: Report, took: number): boolean {
  const width = Math.max(...lines.map(({ what }) => what.length))
  const column = Math.max(...lines.map(({ found }) => found.length))
  console.log(`\n${name} (${seconds(took)})`)
  for (const line of lines)
    console.log(`  ${mark(line)} ${line.what.padEnd(width)}  ${line.found.padStart(column)}  ${line.wanted}`.trimEnd())
  for (const note of notes) console.log(`    ${note}`)
  const folder = join(import.meta.dirname, '../var/bench')
  mkdirSync(folder, { recursive: true })
  const [processor] = cpus()
  const machine = {
    node: process.version,
    processors: cpus().length,
    model: processor?.model,
    memory: megabytes(totalmem() / 2 ** 20),
    // Others at work on the same machine make every absolute figure worse, and the ratios hardly.
    loadAverage: loadavg(),
  }
  const kept = { name, at: new Date().toISOString(), took, machine, lines, notes, figures }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`)
  return lines.every(({ met }) => met !== false)
}
