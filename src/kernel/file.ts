/** What a file is, told by its content; its name is only believed where the content cannot tell. */

export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const

export type FileType = keyof typeof mediaTypes

/** Percent signs for everything but letters, digits and `-._~` (RFC 3986): headers and signatures want no less. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The `content-disposition` of a file that is saved and not opened, under any name people give (RFC 8187). */
export const savedAs = (name: string): string => `attachment; filename*=UTF-8''${percentEncoded(name)}`

/** Opened inside the browser, under its own name when it is saved from there. */
export const shownAs = (name: string): string => `inline; filename*=UTF-8''${percentEncoded(name)}`

/** How much of the beginning and of the end of a file `fileType` wants to see. */
export const headLength = 64 * 1024
export const tailLength = 128 * 1024

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/** The names in the directory at the end of a zip archive, as far as it lies in `tail`. */
function namesInZip(tail: Uint8Array): string[] {
  const names: string[] = []
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = 0; at + 46 <= tail.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(tail.subarray(at + 46, at + 46 + length)))
  }
  return names
}

/** Documents with macros are nothing we take. */
function officeType(tail: Uint8Array): FileType | null {
  const names = new Set(namesInZip(tail))
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

/** The beginning as text, or null when it is not text in UTF-8. Its last letter may have been cut through. */
function textIn(head: Uint8Array): string | null {
  if (head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20))) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return null
  }
}

function textType(head: Uint8Array, name: string): FileType | null {
  const text = textIn(head)
  if (text === null) return null
  const beginning = text.slice(0, 1024).trimStart()
  if (/<(!doctype\s+html|html|head|body|script)\b/i.test(beginning)) return 'html'
  // Other markup would be text to us and something else to a browser.
  if (/^<(\?xml|!doctype|svg)/i.test(beginning)) return null
  return /\.csv$/i.test(name) ? 'csv' : 'txt'
}

/** The photos of many phones: a box `ftyp` that names one of the brands of HEVC pictures (ISO/IEC 23008-12). */
function isHeic(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(4, 12))
  return text.startsWith('ftyp') && ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'].includes(text.slice(4))
}

/** Null: nothing we know. `head` and `tail` are the whole file when it is short. */
export function fileType(head: Uint8Array, tail: Uint8Array, name: string): FileType | null {
  if (head.length === 0) return null
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return officeType(tail)
  if (isHeic(head)) return 'heic'
  return textType(head, name)
}
