/** The figures of filing as a table. */
import { filing } from './filing.ts'
import { flowSizes } from './filing-size.ts'
import { serverUrl } from './place.ts'
import { atLeast, atMost, kilobytes, milliseconds, percent, perSecond, type Report, stated } from './report.ts'

export async function filingReport(): Promise<Report> {
  const sizes = await flowSizes()
  const whole = atMost('the whole flow, without files, compressed', sizes.total, 150 * 1024, kilobytes)
  const page = atMost('page of a procedure, compressed', sizes.procedure, 14 * 1024, kilobytes)
  const notes = [`flow: ${sizes.parts.map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`).join(', ')}`]
  if (!serverUrl())
    return { lines: [whole, page, stated('filing', 'left out: needs PostgreSQL')], notes, figures: sizes }
  const found = await filing()
  const { plain, filing: filed, ratio, p50, p95, rows, processes, connections } = found
  return {
    lines: [
      atLeast('dossiers filed, of TPC-B-like transactions', ratio, 0.25, percent),
      stated('dossiers filed', `${perSecond(filed)}, p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`),
      stated('TPC-B-like transactions (pgbench)', perSecond(plain)),
      whole,
      page,
    ],
    notes: [
      `${processes} processes, ${connections} connections on either side; one filing writes: ${rows.join(', ')}`,
      ...notes,
    ],
    figures: { ...found, sizes },
  }
}
