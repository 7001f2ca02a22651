/** Names for machines to join rows by; people see codes. */

const store = new Uint8Array(4096)
let used = store.length

/** So many bytes of chance, each given out once; asking the system for many at once costs hardly more than for a few. */
function chance(count: number): Uint8Array {
  if (used + count > store.length) {
    crypto.getRandomValues(store)
    used = 0
  }
  used += count
  return store.slice(used - count, used)
}

/** UUIDv7 (RFC 9562): a moment in milliseconds, then chance. Sorts by the moment it was made. */
export function newId(now: Date): string {
  const bytes = chance(16)
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(now.getTime()) << 16n) | BigInt(((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)),
  )
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What stands in an address or a form may be anything; the database would take offence at what is none. */
export const isId = (text: string): boolean => uuid.test(text)
