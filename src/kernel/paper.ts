/**
 * A PDF of text that we make ourselves: embedded letters, tags in reading order, places to sign, and the same bytes for the
 * same content. What stands where is for the caller to say; points from the upper left corner.
 */
import { type Face, openFaces } from './letters.ts'
import type { Measure } from './line.ts'

type Doc = PDFKit.PDFDocument
/** An element of the structure: what a screen reader goes through. */
export type Tag = PDFKit.PDFStructureElement

export type Letters = { readonly face: Face; readonly size: number }

export type PaperAbout = {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly lang: string
  /** Of the content, not of the making: the same content is the same file. */
  readonly at: Date
}

const millimetre = 72 / 25.4
export const mm = (length: number): number => length * millimetre
export const paperSizes = {
  a5: { width: mm(148), height: mm(210) },
  a4: { width: mm(210), height: mm(297) },
} as const

export type Paper = {
  readonly root: Tag
  readonly turnPage: () => void
  readonly pages: () => number
  /** Goes back to a page that is full already, counted from 0. */
  readonly toPage: (page: number) => void
  readonly tag: (parent: Tag, type: string, options?: { alt?: string; scope?: 'Column' | 'Row' }) => Tag
  readonly measure: (letters: Letters) => Measure
  /** One line; its upper edge at `y`. */
  readonly write: (tag: Tag, text: string, x: number, y: number, letters: Letters) => void
  /** What is repeated on each page and what only decorates: nobody has it read out. */
  readonly aside: (draw: () => void) => void
  readonly writeAside: (text: string, x: number, y: number, letters: Letters) => void
  readonly rule: (x1: number, y1: number, x2: number, y2: number) => void
  /** A picture of dark squares, row by row. */
  readonly squares: (tag: Tag, rows: readonly (readonly boolean[])[], x: number, y: number, side: number) => void
  /** An empty field for a signature; it shows nothing until somebody signs. */
  readonly signature: (field: Field) => void
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>
}

export type Field = {
  readonly name: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Not told by the types of the package. */
type Inside = {
  readonly _font: { readonly font: { readonly hasGlyphForCodePoint: (code: number) => boolean } }
  readonly _root: {
    readonly data: { readonly AcroForm?: { readonly data: { Fields: unknown[]; NeedAppearances?: true } } }
  }
}
const inside = (doc: Doc) => doc as unknown as Inside

async function openDoc({ width, height, title, subject, author, lang, at }: PaperAbout): Promise<Doc> {
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Subject: subject,
      Author: author,
      Creator: author,
      Producer: author,
      CreationDate: at,
      ModDate: at,
    },
  })
  // An opened font is taken as it is, which the types do not say.
  for (const [face, font] of await openFaces()) doc.registerFont(face, font as unknown as string)
  return doc
}

/** Letters that the face does not have become a box, as readers show them; what cannot be seen goes. */
function printable(doc: Doc, text: string): string {
  const { font } = inside(doc)._font
  return Array.from(text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ''), (letter) =>
    font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '□',
  ).join('')
}

const set = (doc: Doc, { face, size }: Letters) => doc.font(face).fontSize(size)

function put(doc: Doc, text: string, x: number, y: number, letters: Letters) {
  set(doc, letters).fillColor('black').text(printable(doc, text), x, y, { lineBreak: false })
}

function putSquares(doc: Doc, rows: readonly (readonly boolean[])[], x: number, y: number, side: number) {
  const one = side / rows.length
  for (const [down, row] of rows.entries())
    for (let from = 0; from < row.length; from++) {
      let to = from
      while (row[to]) to++
      if (to > from) doc.rect(x + from * one, y + down * one, (to - from) * one, one)
      from = to
    }
  doc.fill('black')
}

/** The dictionary of the package is for forms that are typed into and would have viewers draw the fields anew. */
function addSignature(doc: Doc, root: Tag, { name, label, x, y, width, height }: Field) {
  if (!inside(doc)._root.data.AcroForm) {
    set(doc, { face: 'regular', size: 10 }).initForm()
    delete inside(doc)._root.data.AcroForm?.data.NeedAppearances
  }
  const tag = doc.struct('Form')
  root.add(tag)
  const field = { Subtype: 'Widget', FT: 'Sig', T: new String(name), TU: new String(label), F: 4, structParent: tag }
  doc.annotate(x, y, width, height, field as never)
  tag.end()
  inside(doc)._root.data.AcroForm?.data.Fields.push(doc.page.annotations.at(-1))
}

function finish(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
    doc.end()
  })
}

export async function openPaper(about: PaperAbout): Promise<Paper> {
  const doc = await openDoc(about)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const aside = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  return {
    root,
    aside,
    turnPage: () => doc.addPage(),
    pages: () => doc.bufferedPageRange().count,
    toPage: (page) => doc.switchToPage(page),
    tag: (parent, type, options = {}) => {
      const made = doc.struct(type, options)
      parent.add(made)
      return made
    },
    measure: (letters) => (text) => set(doc, letters).widthOfString(printable(doc, text)),
    write: (tag, text, x, y, letters) => tag.add(() => put(doc, text, x, y, letters)),
    writeAside: (text, x, y, letters) => aside(() => put(doc, text, x, y, letters)),
    rule: (x1, y1, x2, y2) =>
      aside(() => doc.lineWidth(0.5).strokeColor('black').moveTo(x1, y1).lineTo(x2, y2).stroke()),
    squares: (tag, rows, x, y, side) => tag.add(() => putSquares(doc, rows, x, y, side)),
    signature: (field) => addSignature(doc, root, field),
    finish: () => finish(doc),
  }
}
