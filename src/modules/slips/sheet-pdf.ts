/** A sheet as a PDF. What is too long for a page goes on on the next, under the same heading. */
import { type Paper, mm, openPaper, paperSizes } from '#kernel/paper.ts'
import { writeBlocks } from './block-pdf.ts'
import { type Flow, openFlow } from './flow-pdf.ts'
import { writeHead } from './head-pdf.ts'
import type { Sheet } from './sheet.ts'
import { writeSigns } from './sign-pdf.ts'

/** Sizes of letters: forms are half as large as the papers NĐ 30/2020 speaks of. */
const sizes = { a5: 9.5, a4: 9 } as const

function pageOf({ paper, lies }: Sheet) {
  const { width, height } = paperSizes[paper]
  return lies ? { width: height, height: width } : { width, height }
}

/** At the foot of each page: which form this is, and which page of how many. */
function writeFeet(paper: Paper, { foot, pageOf: page }: Sheet, { left, right, low }: Flow) {
  const small = { face: 'italic', size: 7.5 } as const
  for (let at = 0; at < paper.pages(); at++) {
    paper.toPage(at)
    const number = page(at + 1, paper.pages())
    paper.writeAside(foot, left, low + mm(2), small)
    paper.writeAside(number, right - paper.measure(small)(number), low + mm(2), small)
  }
}

export async function pdfOf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subject, system, lang, issuedAt } = sheet
  const paper = await openPaper({ ...pageOf(sheet), title, subject, author: system, lang, at: issuedAt })
  const flow = openFlow(paper, pageOf(sheet), sizes[sheet.paper], sheet)
  writeHead(flow, sheet)
  writeBlocks(flow, sheet.blocks)
  writeSigns(flow, sheet)
  writeFeet(paper, sheet, flow)
  return paper.finish()
}
