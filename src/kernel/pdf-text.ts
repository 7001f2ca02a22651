/** The words of a PDF as lines, put together from where the letters stand on the page. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { refuse } from './problem.ts'

/** A run of letters: `x`, `y` of its beginning in points, `width` of the run, `size` of the letters. */
type Run = { text: string; x: number; y: number; width: number; size: number }

const runsOf = (items: readonly object[]): Run[] =>
  items.flatMap((item) => {
    if (!('str' in item) || !('transform' in item) || !('width' in item)) return []
    const [, , , size, x, y] = item.transform as number[]
    return [
      { text: String(item.str), x: x ?? 0, y: y ?? 0, width: Number(item.width), size: Math.abs(size ?? 0) || 10 },
    ]
  })

/** Gaps wider than this many letter sizes part the columns of a table. */
const columnGap = 2.5
const wordGap = 0.15

function lineOf(runs: readonly Run[]): string {
  let line = ''
  let end: number | null = null
  for (const { text, x, width, size } of runs.toSorted((a, b) => a.x - b.x)) {
    if (!text) continue
    const gap = end === null ? 0 : (x - end) / size
    if (text.trim()) line += gap > columnGap ? '\t' : gap > wordGap && !line.endsWith(' ') ? ' ' : ''
    line += text
    if (text.trim()) end = x + width
  }
  return line.replace(/ +(\t) */g, '$1').trim()
}

/** Runs whose feet stand within half a letter of each other are one line. */
function linesOf(runs: readonly Run[]): string[] {
  const lines: Run[][] = []
  for (const run of runs.filter(({ text }) => text.trim()).toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (first && Math.abs(first.y - run.y) < Math.max(first.size, run.size) / 2) line.push(run)
    else lines.push([run])
  }
  return lines.map(lineOf).filter((line) => line && !/^\d{1,4}$/.test(line))
}

/** Refuses with `wrong_type` when the file is damaged, locked or holds only pictures. `name` is for the message. */
export async function textOfPdf(bytes: Uint8Array, name: string): Promise<string> {
  // pdf.js takes the buffer over, so it gets a copy of its own.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  const pdf = await task.promise.catch((error: unknown) =>
    refuse(
      'wrong_type',
      error instanceof Error && error.name === 'PasswordException' ? 'kernel.file.locked' : 'kernel.file.broken',
      { name },
    ),
  )
  try {
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      pages.push(...linesOf(runsOf((await page.getTextContent()).items)))
    }
    return pages.join('\n')
  } catch {
    return refuse('wrong_type', 'kernel.file.broken', { name })
  } finally {
    await task.destroy()
  }
}
