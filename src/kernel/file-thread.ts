/** What is done to files in a thread of their own (`in-thread.ts`): photos of phones unpacked, PDFs looked into and made. */
import { parentPort, workerData } from 'node:worker_threads'
import { PDFDocument } from '@cantoo/pdf-lib'
import heic from 'heic-decode'
import { isActive, joinPdf, openPdf, type PartOfPdf, turnPdf } from './pdf-file.ts'

export type PdfFacts = { readonly pages: number; readonly locked: boolean; readonly active: boolean }

export type ThreadTask =
  | { readonly kind: 'heic'; readonly bytes: Uint8Array; readonly mostPixels: number }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'turn'; readonly bytes: Uint8Array; readonly turn: number }
  | { readonly kind: 'join'; readonly parts: readonly PartOfPdf[] }

export type ThreadResult = {
  heic: { width: number; height: number; data: Uint8ClampedArray }
  pdf: PdfFacts
  turn: { pages: number; bytes: Uint8Array }
  join: { pages: number; bytes: Uint8Array }
}

async function unpackHeic(bytes: Uint8Array, mostPixels: number) {
  const [first] = await heic.all({ buffer: bytes })
  if (!first || first.width * first.height > mostPixels) throw new Error('no picture, or too large a one')
  return first.decode()
}

async function lookInto(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await openPdf(bytes)
  return pdf
    ? { pages: pdf.getPageCount(), locked: false, active: isActive(pdf) }
    : { pages: 0, locked: true, active: false }
}

async function saved(pdf: PDFDocument) {
  return { pages: pdf.getPageCount(), bytes: await pdf.save({ useObjectStreams: true }) }
}

async function work(task: ThreadTask): Promise<unknown> {
  if (task.kind === 'heic') return unpackHeic(task.bytes, task.mostPixels)
  if (task.kind === 'pdf') return lookInto(task.bytes)
  if (task.kind === 'turn') return saved(await turnPdf(task.bytes, task.turn))
  return saved(await joinPdf(task.parts))
}

if (parentPort) parentPort.postMessage(await work(workerData as ThreadTask))
