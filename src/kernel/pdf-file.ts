/** PDFs as files: what is in them beside pages, and making one of several. Slow on large ones: use it in a thread. */
import { degrees, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib'

export type PartOfPdf = { readonly type: 'pdf' | 'jpeg' | 'png'; readonly bytes: Uint8Array }

/** Null when it opens only with a password. What is damaged throws. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument | null> {
  // Many a sound PDF has an odd object somewhere; viewers pass over it, and so do we.
  const quiet = { updateMetadata: false, warnOnInvalidObjects: false, capNumbers: true }
  const asIs = await PDFDocument.load(bytes, { ...quiet, ignoreEncryption: true })
  if (!asIs.isEncrypted) return whole(asIs)
  // Locked against changes only, it opens with no password at all.
  const opened = await PDFDocument.load(bytes, { ...quiet, password: '' }).catch(() => null)
  return opened && whole(opened)
}

function whole(pdf: PDFDocument): PDFDocument {
  if (pdf.getPageCount() === 0) throw new Error('no pages')
  return pdf
}

/** Things a PDF can do by itself that no paper for an office needs. */
const deeds = new Set(['/JavaScript', '/Launch', '/ImportData', '/SubmitForm', '/Rendition', '/RichMediaExecute'])

/** Direct objects only: those referred to come round by themselves. */
function acts(object: PDFObject, depth = 0): boolean {
  if (depth > 50) return false
  if (object instanceof PDFStream) return acts(object.dict, depth + 1)
  if (object instanceof PDFArray) return object.asArray().some((one) => acts(one, depth + 1))
  if (!(object instanceof PDFDict)) return false
  const deed = object.get(PDFName.of('S'))
  if (deed instanceof PDFName && deeds.has(deed.asString())) return true
  return object.has(PDFName.of('JS')) || object.values().some((one) => acts(one, depth + 1))
}

/** Whether it holds scripts, or actions that start programs or send something away. */
export const isActive = (pdf: PDFDocument): boolean =>
  pdf.context.enumerateIndirectObjects().some(([, object]) => acts(object))

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await openPdf(bytes)
  if (!pdf) throw new Error('locked')
  return pdf
}

/** A copy of the pages, all turned to the right by so many degrees; what a PDF does by itself does not come along. */
export async function turnPdf(bytes: Uint8Array, turn: number): Promise<PDFDocument> {
  const made = await joinPdf([{ type: 'pdf', bytes }])
  for (const page of made.getPages()) page.setRotation(degrees((page.getRotation().angle + turn) % 360))
  return made
}

/** A4 in points; a photo fills the page inside a small margin, lying or standing as it does. */
const a4 = { short: 595.28, long: 841.89 }
const margin = 14

async function addPicture(made: PDFDocument, { type, bytes }: PartOfPdf) {
  const picture = type === 'png' ? await made.embedPng(bytes) : await made.embedJpg(bytes)
  const lies = picture.width > picture.height
  const page = made.addPage(lies ? [a4.long, a4.short] : [a4.short, a4.long])
  const { width, height } = picture.scaleToFit(page.getWidth() - 2 * margin, page.getHeight() - 2 * margin)
  page.drawImage(picture, { x: (page.getWidth() - width) / 2, y: (page.getHeight() - height) / 2, width, height })
}

/** One PDF of pictures and PDFs, in their order. */
export async function joinPdf(parts: readonly PartOfPdf[]): Promise<PDFDocument> {
  const made = await PDFDocument.create()
  for (const part of parts) {
    if (part.type !== 'pdf') await addPicture(made, part)
    else {
      const from = await opened(part.bytes)
      for (const page of await made.copyPages(from, from.getPageIndices())) made.addPage(page)
    }
  }
  return made
}
