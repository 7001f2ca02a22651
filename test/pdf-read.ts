/** What a reader finds in a PDF of ours: text in the order of the page, tags, the squares of its QR code. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

const open = (bytes: Uint8Array) =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 })

export type ReadPage = { readonly text: string; readonly aside: string }

/** Text of one page as it is copied; what is an artifact apart. */
async function readPage(page: Page): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const tags: string[] = []
  const found = { text: '', aside: '' }
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') tags.pop()
      else tags.push('tag' in item ? String(item.tag) : '')
      continue
    }
    const where = tags.includes('Artifact') ? 'aside' : 'text'
    found[where] += `${item.str}${item.hasEOL ? '\n' : ''}`
  }
  return found
}

export async function readPdf(bytes: Uint8Array) {
  const task = open(bytes)
  const pdf = await task.promise
  try {
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)))
    const { info } = await pdf.getMetadata()
    const [first] = pages
    return {
      info: info as Record<string, unknown>,
      size: first?.view.slice(2) ?? [],
      pages: await Promise.all(pages.map(readPage)),
      tags: await Promise.all(pages.map((page) => page.getStructTree())),
    }
  } finally {
    await task.destroy()
  }
}

export const wordsOf = (text: string): string[] => text.normalize('NFC').split(/\s+/).filter(Boolean)
export const lettersOf = (text: string): string => wordsOf(text).join('')

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The filled rectangles of the first page, in points from the upper left corner. */
export async function rectanglesOf(bytes: Uint8Array): Promise<Rectangle[]> {
  const task = open(bytes)
  try {
    const { fnArray, argsArray } = await (await (await task.promise).getPage(1)).getOperatorList()
    return fnArray.flatMap((operation, at) => {
      if (operation !== OPS.constructPath) return []
      const [paint, [path]] = argsArray[at] as [number, [Float32Array | null]]
      return paint === OPS.fill && path ? rectanglesIn([...path]) : []
    })
  } finally {
    await task.destroy()
  }
}

/** A path as pdf.js keeps it: 0 x y = go to, 1 x y = line to, 4 = close. Ours are rectangles and nothing else. */
function rectanglesIn(path: readonly number[]): Rectangle[] {
  const found: Rectangle[] = []
  let points: [number, number][] = []
  for (let at = 0; at < path.length; ) {
    const what = path[at]
    if (what === 4) {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      found.push({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y })
      points = []
      at += 1
    } else {
      points.push([path[at + 1] ?? 0, path[at + 2] ?? 0])
      at += 3
    }
  }
  return found
}
