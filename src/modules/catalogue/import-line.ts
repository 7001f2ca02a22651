/** The lines of a file as it comes in, packed or not, one at a time: never all of it at once. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** The longest line of a real catalogue is a tenth of it. */
const longestLine = 1_000_000

const isPacked = (first: Uint8Array) => first[0] === 0x1f && first[1] === 0x8b

/** Gives the bytes on as they are, or unpacked when they begin like a packed file. */
async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const from = pieces[Symbol.asyncIterator]()
  const first = await from.next()
  if (first.done) return
  async function* all() {
    yield first.value as Uint8Array
    for (let piece = await from.next(); !piece.done; piece = await from.next()) yield piece.value
  }
  if (isPacked(first.value)) {
    const packed = Readable.from(all())
    const plain = createGunzip()
    packed.on('error', (fault) => plain.destroy(fault))
    yield* packed.pipe(plain)
  } else yield* all()
}

export type Line = { readonly no: number /** `null`: too long to be one. */; readonly text: string | null }

/** Empty lines count, and are not given out. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Line> {
  const decoder = new TextDecoder('utf-8')
  let no = 1
  let held = ''
  let tooLong = false
  const line = (text: string): Line | null => (tooLong ? { no, text: null } : text.trim() ? { no, text } : null)
  for await (const piece of unpacked(pieces)) {
    const parts = (held + decoder.decode(piece, { stream: true })).split('\n')
    held = parts.pop() ?? ''
    for (const text of parts) {
      const found = line(text)
      if (found) yield found
      no++
      tooLong = false
    }
    if (held.length > longestLine) {
      tooLong = true
      held = ''
    }
  }
  const last = line(held + decoder.decode())
  if (last) yield last
}
