/** The figures of `boardBench` as lines of the table. */
import { boardBench } from './board.ts'
import { serverUrl } from './place.ts'
import { milliseconds, type Report, seconds, stated } from './report.ts'

export async function boardReport(small: boolean): Promise<Report> {
  const url = serverUrl()
  if (!url) return { lines: [stated('board', 'left out: needs PostgreSQL')], figures: null }
  const figures = await boardBench({ url, small })
  const { rows, board, boardAfterCorrection, children, reportingYear, correctedDay } = figures
  const beside = ({ full, tenth, ratio }: typeof board) =>
    `p95 ${milliseconds(full.p95)}, with a tenth ${milliseconds(tenth.p95)}; p50 ${ratio.p50.toFixed(2)} ×, p95 ${ratio.p95.toFixed(2)} ×`
  return {
    lines: [
      stated('facts', `${rows.full.facts}, filled in ${seconds(rows.full.fillSeconds)}; a tenth: ${rows.tenth.facts}`),
      stated('board of the province', beside(board)),
      stated('board after a correction', beside(boardAfterCorrection)),
      stated('five measures by unit', beside(children)),
      stated('one value over a year from mid-month', beside(reportingYear)),
    ],
    notes: [`a corrected day: ${JSON.stringify(correctedDay)}`],
    figures,
  }
}
