/** The head of a sheet: QR code in the upper left corner (TT 01/2023), who issues it, the name of the state, the title. */
import bwip from 'bwip-js'
import { evenLinesOf } from '#kernel/line.ts'
import { type Letters, mm, type Tag } from '#kernel/paper.ts'
import { type Flow, lineHeight, withAfter, writeText } from './flow-pdf.ts'
import type { Sheet } from './sheet.ts'

/** The squares of a QR code (ISO/IEC 18004), of which a smudge may cover some. */
export function squaresOf(text: string): boolean[][] {
  const options = { bcid: 'qrcode', text, eclevel: 'M' }
  const [code] = bwip.raw(options) as { pixs: number[]; pixx: number }[]
  if (!code) throw new Error('no QR code')
  const { pixs, pixx } = code
  return Array.from({ length: pixs.length / pixx }, (_, row) =>
    Array.from({ length: pixx }, (_, column) => pixs[row * pixx + column] === 1),
  )
}

const qrSide = mm(24)

/** Lines in the middle of a column; gives back where the next would begin. */
function centred(flow: Flow, tag: Tag, text: string, x: number, width: number, y: number, letters: Letters): number {
  const measure = flow.paper.measure(letters)
  let at = y
  for (const line of evenLinesOf(text, width, measure)) {
    flow.paper.write(tag, withAfter(line), x + (width - measure(line.text)) / 2, at, letters)
    at += lineHeight(letters.size)
  }
  return at
}

/** The agency stands above its own line, as the state above its motto. */
function lineUnder(flow: Flow, x: number, width: number, y: number, length: number): number {
  const from = x + (width - length) / 2
  flow.paper.rule(from, y + 2, from + length, y + 2)
  return y + 5
}

type Column = { readonly x: number; readonly width: number }

function agency(flow: Flow, { above, issuer, number }: Sheet['head'], { x, width }: Column, size: number): number {
  const { paper } = flow
  const say = (text: string, face: Letters['face'], y: number) =>
    centred(flow, paper.tag(paper.root, 'P'), text, x, width, y, { face, size })
  let y = flow.y
  if (above) y = say(above, 'regular', y)
  y = lineUnder(flow, x, width, say(issuer, 'bold', y), mm(12))
  return number ? say(number, 'regular', y) : y
}

function state(
  flow: Flow,
  { state: name, motto, placeAndDay }: Sheet['head'],
  { x, width }: Column,
  size: number,
): number {
  const { paper } = flow
  const say = (text: string, face: Letters['face'], y: number, more = 0) =>
    centred(flow, paper.tag(paper.root, 'P'), text, x, width, y, { face, size: size + more })
  const bold = { face: 'bold', size: size + 0.5 } as const
  let y = say(name, 'bold', flow.y)
  y = lineUnder(flow, x, width, say(motto, 'bold', y, 0.5), paper.measure(bold)(motto))
  return say(placeAndDay, 'italic', y, 0.5)
}

function writeQr({ paper, left, y }: Flow, { qr }: Sheet): void {
  if (qr) paper.squares(paper.tag(paper.root, 'Figure', { alt: qr.alt }), squaresOf(qr.text), left, y, qrSide)
}

export function writeHead(flow: Flow, sheet: Sheet): void {
  const { paper } = flow
  const size = sheet.paper === 'a5' ? 7.8 : 10.5
  const from = sheet.qr ? flow.left + qrSide + mm(2) : flow.left
  const whole = flow.right - from
  const rightWidth = Math.min(whole * 0.62, mm(96))
  writeQr(flow, sheet)
  const left = agency(flow, sheet.head, { x: from, width: whole - rightWidth - mm(2) }, size)
  const right = state(flow, sheet.head, { x: flow.right - rightWidth, width: rightWidth }, size)
  flow.y = Math.max(left, right, sheet.qr ? flow.y + qrSide : 0) + mm(3)
  const title = { face: 'bold', size: sheet.paper === 'a5' ? 12.5 : 14 } as const
  writeText(flow, paper.tag(paper.root, 'H1'), sheet.title.toLocaleUpperCase('vi'), title, { align: 'center' })
  if (sheet.code) {
    const tag = paper.tag(paper.root, 'P')
    writeText(
      flow,
      tag,
      `${sheet.code.label}: ${sheet.code.value}`,
      { face: 'bold', size: flow.size },
      { align: 'center' },
    )
  }
  flow.y += mm(2)
}
