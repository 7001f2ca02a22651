/**
 * Seals of the event log. Each event is hashed, the hashes of a batch are hashed together with the hash of the batch
 * before: whoever changes, removes, adds or swaps an event, or a seal, is found out. Only the newest seal is not held by
 * a later one; its number and hash are also kept beside, and are worth noting down outside the database.
 */
import { createHash } from 'node:crypto'

/** An event as the database writes it: moments as seconds with six decimals, JSON as its text, so that nothing is rounded away. */
export type SealedEvent = {
  seq: number
  at: string
  command: string
  about: string
  accountId: string | null
  postId: string | null
  unitId: number | null
  personId: string | null
  partyId: string | null
  clientId: string | null
  rule: string | null
  key: string | null
  requestId: string | null
  detail: string | null
  result: string | null
}

export type Mark = readonly [seq: number, hash: string]

/** Covers every number from `firstSeq` to `lastSeq`; numbers without a mark were never events (undone transactions). */
export type Seal = {
  no: number
  firstSeq: number
  lastSeq: number
  marks: readonly Mark[]
  previousHash: string
  /** Seconds with six decimals. */
  sealedAt: string
}

export type EventFault = {
  kind: 'changed' | 'missing' | 'reordered' | 'added'
  seq: number
  sealNo: number
  /** What the event now says it is about; null when there is no event any more. */
  about: string | null
}
export type SealFault = { kind: 'seal_broken' | 'seal_missing'; sealNo: number }
export type Fault = EventFault | SealFault

/** Before the first seal. */
export const noHash = '0'.repeat(64)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** JSON without spaces, keys in the order of their code units. */
const canonical = (row: Readonly<Record<string, unknown>>) =>
  JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))

/**
 * Of the content alone: the number stands beside it in the mark, so that two swapped events are recognised. What the log
 * has told only since citizens act is left out where it is empty, so that older events keep their hash.
 */
export function hashEvent({ personId, partyId, clientId, ...event }: SealedEvent): string {
  const later = Object.entries({ personId, partyId, clientId }).filter(([, value]) => value !== null)
  return sha256(canonical({ ...event, seq: undefined, ...Object.fromEntries(later) }))
}

export const hashSeal = (seal: Seal): string =>
  sha256(
    canonical({
      no: seal.no,
      firstSeq: seal.firstSeq,
      lastSeq: seal.lastSeq,
      hashes: seal.marks,
      previousHash: seal.previousHash,
      sealedAt: seal.sealedAt,
    }),
  )

/** A moment as the database writes its seconds. */
export const secondsOf = (moment: Date): string =>
  `${Math.floor(moment.getTime() / 1000)}.${String(moment.getTime() % 1000).padStart(3, '0')}000`

/** A fault with the hashes that showed it. */
export type Finding = EventFault & { sealed: string | null; found: string | null }

/** What stands in the range of a seal, held against its marks. */
export function compareEvents(seal: Seal, events: readonly SealedEvent[]): Finding[] {
  const marks = new Map(seal.marks)
  const findings: Finding[] = []
  const seen = new Set<number>()
  for (const event of events) {
    const sealed = marks.get(event.seq) ?? null
    const found = hashEvent(event)
    seen.add(event.seq)
    if (sealed !== found)
      findings.push({
        kind: sealed === null ? 'added' : 'changed',
        seq: event.seq,
        sealNo: seal.no,
        about: event.about,
        sealed,
        found,
      })
  }
  for (const [seq, sealed] of marks)
    if (!seen.has(seq)) findings.push({ kind: 'missing', seq, sealNo: seal.no, about: null, sealed, found: null })
  return findings.sort((a, b) => a.seq - b.seq)
}

/** A changed event that holds what was sealed under another number was not rewritten but moved. */
export function nameFaults(findings: readonly Finding[]): EventFault[] {
  const sealed = new Set(findings.map((finding) => finding.sealed))
  return findings.map(({ kind, seq, sealNo, about, found }) => ({
    kind: kind === 'changed' && sealed.has(found) ? 'reordered' : kind,
    seq,
    sealNo,
    about,
  }))
}

/** A seal as it stands in the database, with the hash it claims; `marks` null when what stands there are no marks. */
export type StoredSeal = Omit<Seal, 'marks'> & { marks: readonly Mark[] | null; hash: string }

export const isSound = (stored: StoredSeal): stored is StoredSeal & Seal =>
  stored.marks !== null && hashSeal({ ...stored, marks: stored.marks }) === stored.hash

/** Whether `next` was sealed on top of `stored`. */
export const isChained = (stored: StoredSeal, next: StoredSeal): boolean =>
  next.previousHash === stored.hash ||
  // Only the claimed hash was tampered with: that is the fault of `stored`, which is named for it, not of the chain.
  (stored.marks !== null && next.previousHash === hashSeal({ ...stored, marks: stored.marks }))

/** The marks in a column of JSON that anybody may have written to. */
export const readMarks = (json: unknown): Mark[] | null =>
  Array.isArray(json) &&
  json.every(
    (mark) => Array.isArray(mark) && mark.length === 2 && typeof mark[0] === 'number' && typeof mark[1] === 'string',
  )
    ? (json as Mark[])
    : null
