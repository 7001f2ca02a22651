/** Files as people send them, made for the tests of what takes them in. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A page with lines of words, a red corner at its top left and a blue one at its bottom right. */
export function paper(width: number, height: number): Buffer {
  const lines = Array.from({ length: 22 }, (_, row) =>
    Array.from(
      { length: 30 },
      (_, column) =>
        `<rect x="${8 + column * 2.8}%" y="${12 + row * 3.6}%" width="${0.6 + ((row * 7 + column * 3) % 5) * 0.3}%" height="1.2%" fill="#222"/>`,
    ).join(''),
  ).join('')
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#efece4"/><rect width="12%" height="10%" fill="#a4121b"/>
    <rect x="88%" y="90%" width="12%" height="10%" fill="#0b3f7a"/>${lines}</svg>`)
}

export const jpegOf = async (width: number, height: number, more: { orientation?: number; blur?: number } = {}) => {
  const drawn = sharp(paper(width, height))
  const seen = more.blur ? drawn.blur(more.blur) : drawn
  const { orientation } = more
  return new Uint8Array(
    await (orientation ? seen.withMetadata({ orientation }) : seen).jpeg({ quality: 90 }).toBuffer(),
  )
}

export const pngOf = async (width: number, height: number) =>
  new Uint8Array(await sharp(paper(width, height)).png().toBuffer())

/** Drawn by us and packed by libheif's own encoder: 640 × 480. */
export const heic = () => new Uint8Array(readFileSync(join(import.meta.dirname, 'files/to-giay.heic')))

/** Noise cannot be packed, so it is as long as it is asked to be. */
export async function pdfOf(pages: number, more: { noise?: number; script?: boolean } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 1; page <= pages; page++) pdf.addPage([595, 842]).drawText(`Trang ${page}`, { x: 60, y: 760 })
  if (more.noise) await pdf.attach(noise(more.noise), 'noise.bin')
  if (more.script)
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }))
  return pdf.save()
}

export async function lockedPdf(userPassword: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  pdf.encrypt({ userPassword, ownerPassword: 'chủ', permissions: { modifying: false } })
  return pdf.save()
}

/** Always the same. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 42
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    bytes[at] = state >> 16
  }
  return bytes
}

/** The beginning of a program for Windows. */
export const program = () => new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])
