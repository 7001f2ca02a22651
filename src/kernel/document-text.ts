/** The text of a document someone hands in. What kind it is, its bytes say; its name only serves the message. */
import { textOfHtml } from './html-text.ts'
import { refuse } from './problem.ts'

type DocumentKind = 'txt' | 'html' | 'docx' | 'pdf'

/** `text` is NFC with `\n` line ends and no byte-order mark; every offset into a document counts in it. */
export type DocumentText = { kind: DocumentKind; text: string }

const largest = 50 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...first: number[]) => first.every((byte, at) => bytes[at] === byte)

/** PDF readers accept the mark anywhere in the first kilobyte. */
const isPdf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-')
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
const isOldOffice = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  // Vietnamese in UTF-16 has a zero in most pairs: every space and plain letter.
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 8 && even < odd / 8) return 'utf-16le'
  return even > sample.length / 8 && odd < even / 8 ? 'utf-16be' : 'utf-8'
}

/** Control characters that no typist makes; tab, line ends, form feed and escape may stand in a text. */
const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)

/** Refuses what is no text: bytes no encoding reads, control characters. */
function decode(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const isBinary = bytes.subarray(0, 2000).some((byte) => byte < 9)
    return refuse('wrong_type', isBinary ? 'kernel.file.unknown' : 'kernel.file.encoding', { name })
  }
  if (bytes.subarray(0, 20_000).some((byte) => isControl(byte)) && encoding === 'utf-8')
    refuse('wrong_type', 'kernel.file.unknown', { name })
  return text
}

const tidy = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')

const isHtml = (text: string) => /<(?:!doctype html|html|body|head|table|div|p|meta)[\s>/]/i.test(text.slice(0, 5000))

/** The size a zip says its files will have. */
function unpackedSize(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let size = 0
  for (let at = file.indexOf('PK\x01\x02'); at >= 0 && at + 28 <= file.length; at = file.indexOf('PK\x01\x02', at + 4))
    size += file.readUInt32LE(at + 24)
  return size
}

async function textOfDocx(bytes: Uint8Array, name: string): Promise<string> {
  if (unpackedSize(bytes) > 4 * largest) refuse('too_large', 'kernel.file.too_large', { name })
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    return textOfHtml(value)
  } catch {
    return refuse(
      'wrong_type',
      Buffer.from(bytes).includes('word/document.xml') ? 'kernel.file.broken' : 'kernel.file.unknown',
      { name },
    )
  }
}

async function read(bytes: Uint8Array, name: string): Promise<DocumentText> {
  if (isPdf(bytes)) {
    // Loaded when the first one comes: the readers of PDF and Word take a second to start.
    const { textOfPdf } = await import('./pdf-text.ts')
    return { kind: 'pdf', text: await textOfPdf(bytes, name) }
  }
  if (isZip(bytes)) return { kind: 'docx', text: await textOfDocx(bytes, name) }
  if (isOldOffice(bytes)) return refuse('wrong_type', 'kernel.file.old_word', { name })
  const text = decode(bytes, name)
  return isHtml(text) ? { kind: 'html', text: textOfHtml(text) } : { kind: 'txt', text }
}

/** Refuses with `wrong_type` (or `too_large`) what it cannot read. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentText> {
  if (!bytes.length) refuse('wrong_type', 'kernel.file.empty', { name: fileName })
  if (bytes.length > largest) refuse('too_large', 'kernel.file.too_large', { name: fileName })
  const { kind, text } = await read(bytes, fileName)
  const tidied = tidy(text)
  return tidied.trim() ? { kind, text: tidied } : refuse('wrong_type', 'kernel.file.no_text', { name: fileName })
}
