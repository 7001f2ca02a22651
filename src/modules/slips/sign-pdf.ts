/** Who signs, at the foot of a sheet: first the person, then the agency, each in a field of its own. */
import { linesOf } from '#kernel/line.ts'
import { mm, type Tag } from '#kernel/paper.ts'
import { type Flow, lineHeight, room, withAfter, writeText } from './flow-pdf.ts'
import type { Sheet, SignPlace } from './sheet.ts'

/** Room for a signature of the hand, or for what is shown of an electronic one. */
const signature = { width: mm(44), height: mm(15) }
/** The seal covers about a third of the signature, at its left (NĐ 30/2020, annex I). */
const seal = { width: mm(30), height: mm(30), over: 1 / 3 }
/** Beside no signature, the agency signs at the head of the first page. */
const topSeal = { width: mm(46), height: mm(7) }

type Box = { readonly x: number; readonly width: number }

function centredAt(flow: Flow, tag: Tag, text: string, { x, width }: Box, y: number, face: 'bold' | 'italic'): number {
  const letters = { face, size: face === 'italic' ? flow.size - 1 : flow.size } as const
  const measure = flow.paper.measure(letters)
  let at = y
  for (const line of linesOf(text, width, measure)) {
    flow.paper.write(tag, withAfter(line), x + (width - measure(line.text)) / 2, at, letters)
    at += lineHeight(letters.size)
  }
  return at
}

/** How high a place is: title and hint, the room to sign in, the name. */
function heightOf(flow: Flow, { title, hint, name }: SignPlace, { width }: Box, space: number): number {
  const count = (text: string, face: 'bold' | 'italic') =>
    linesOf(text, width, flow.paper.measure({ face, size: flow.size })).length * lineHeight(flow.size)
  return count(title, 'bold') + count(hint, 'italic') + space + (name ? count(name, 'bold') : 0)
}

/** Gives back where the room to sign in begins. */
function writePlace(flow: Flow, { title, hint, name }: SignPlace, box: Box, space: number): number {
  const { paper, y } = flow
  const say = (text: string, at: number, face: 'bold' | 'italic') =>
    centredAt(flow, paper.tag(paper.root, 'P'), text, box, at, face)
  const from = say(hint, say(title, y, 'bold'), 'italic')
  if (name) say(name, from + space, 'bold')
  return from
}

function writeFields(flow: Flow, { sign }: Sheet, box: Box, from: number, space: number) {
  const { paper } = flow
  const x = box.x + (box.width - signature.width) / 2
  const y = from + (space - signature.height) / 2
  paper.signature({ name: 'person', label: sign.personField, x, y, ...signature })
  const { width, height, over } = seal
  if (sign.seal === 'beside')
    paper.signature({
      name: 'agency',
      label: sign.sealField,
      x: Math.max(flow.left, x + signature.width * over - width),
      y: from + (space - height) / 2,
      width,
      height,
    })
}

export function writeSigns(flow: Flow, sheet: Sheet): void {
  const { left, right } = sheet.sign
  const whole = flow.right - flow.left
  const leftBox = { x: flow.left, width: whole * 0.46 }
  const rightBox = { x: flow.left + whole * 0.54, width: whole * 0.46 }
  const space = sheet.sign.seal === 'beside' ? seal.height + mm(1) : signature.height + mm(1)
  flow.y += mm(3)
  // Nobody signs alone at the head of an otherwise empty page, if it can be helped: all of it stays together.
  const height = Math.max(heightOf(flow, right, rightBox, space), left ? heightOf(flow, left, leftBox, space) : 0)
  const notice = sheet.notice ? mm(2) + lineHeight(flow.size) : 0
  room(flow, height + notice)
  if (left) writePlace(flow, left, leftBox, space)
  const from = writePlace(flow, right, rightBox, space)
  writeFields(flow, sheet, rightBox, from, space)
  flow.y += height + mm(2)
  if (sheet.notice)
    writeText(flow, flow.paper.tag(flow.paper.root, 'P'), sheet.notice, { face: 'italic', size: flow.size - 1 })
  if (sheet.sign.seal === 'top') writeTopSeal(flow, sheet)
}

function writeTopSeal({ paper, right }: Flow, { sign }: Sheet) {
  paper.toPage(0)
  paper.signature({ name: 'agency', label: sign.sealField, x: right - topSeal.width, y: mm(2.5), ...topSeal })
}
