/** Ways of filing with their limits and fees, told apart again from the glued table of the national catalogue. */
import { type Reason, said, type Unstructured } from './published.ts'
import type { Channel } from './offer.ts'

export const limitUnits = ['minute', 'hour', 'working_hour', 'day', 'working_day', 'week', 'month', 'year'] as const
export type LimitUnit = (typeof limitUnits)[number]

/** `unit`: null where the catalogue gives a number and no unit; nobody guesses. */
export type PublishedLimit = { readonly amount: number; readonly unit: LimitUnit | null }

export type PublishedFee = {
  /** As published, in `currency`. */
  readonly amount: number
  readonly currency: string
  readonly note: string
  /** What the note says in words of money, where the amount itself is too small to be one. */
  readonly noted?: number | undefined
}

export type PublishedChannel = {
  readonly channel: Channel
  readonly limit: PublishedLimit | null
  /** A limit that is no number. */
  readonly limitText: string
  readonly free: boolean
  readonly freeNote: string
  readonly fees: readonly PublishedFee[]
  readonly note: string
}

const header = /^\s*Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/

const channelOf: Readonly<Record<string, Channel>> = {
  'Trực tuyến': 'online',
  'Trực tiếp': 'direct',
  'Dịch vụ bưu chính': 'post',
}
const unitOf: Readonly<Record<string, LimitUnit>> = {
  Phút: 'minute',
  Giờ: 'hour',
  'Giờ làm việc': 'working_hour',
  Ngày: 'day',
  'Ngày làm việc': 'working_day',
  Tuần: 'week',
  Tháng: 'month',
  Năm: 'year',
}
const dong = /^(VNĐ|VND|Việt Nam Đồng|Đồng)$/i
const money = String.raw`(?:VNĐ|VND|Việt Nam Đồng|Đồng|Đô la Mỹ|Euro|Yên|Nhân dân tệ|[A-Z]{3}(?![\p{L}\d]))`
const amount = String.raw`\d[\d.,]*`
/** How the cell of fees begins. Only with it behind is a word the name of a channel: notes use the same words. */
const fee = String.raw`(?:Miễn phí|Không có thông tin|${amount} ?${money})`
const limit = String.raw`(?:${amount} \p{Lu}\p{Ll}+(?: \p{Ll}+)*|Không có thông tin|\d+(?=Miễn phí|Không có thông tin)|(?=${amount} ?${money})|(?<=\S)\p{Lu}[^\n]{0,80}?)`
const row = new RegExp(`(${Object.keys(channelOf).join('|')})(${limit})(?=${fee})`, 'gu')

type Found = { channel: Channel; limit: string; rest: string }

function rowsOf(table: string): { rows: Found[]; before: string } {
  const found = [...table.matchAll(row)]
  const rows = found.map((match, at) => ({
    channel: channelOf[match[1] ?? ''] ?? 'direct',
    limit: match[2] ?? '',
    rest: table.slice(match.index + match[0].length, found[at + 1]?.index),
  }))
  return { rows, before: table.slice(0, found[0]?.index ?? table.length) }
}

/** `2,000,000` and `1.5`: commas part thousands, a dot begins a fraction; `1,5` too when no thousand can be meant. */
function numberOf(text: string): number | null {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

function limitOf(text: string): PublishedLimit | null {
  const [, number = '', unit] = /^([\d.,]+)(?: (.+))?$/.exec(text) ?? []
  const known = unit === undefined ? null : unitOf[unit]
  const value = numberOf(number)
  return value === null || known === undefined ? null : { amount: value, unit: known }
}

/** Where a limit without unit and the first fee may part: the limit has no zero in front, the fee is written as fees are. */
export function splitsOf(digits: string): { limit: string; fee: string }[] {
  return [1, 2, 3].flatMap((at) => {
    const [limitPart, feePart] = [digits.slice(0, at), digits.slice(at)]
    return /^[1-9]\d*$/.test(limitPart) && /^[1-9]\d{0,2}(,\d{3})*$/.test(feePart)
      ? [{ limit: limitPart, fee: feePart }]
      : []
  })
}

const moneyIn = /(\d{1,3}(?:\.\d{3})+|\d{4,})\s*(?:đ|đồng|vnđ|vnd)(?![\p{L}\d])/giu
const amountsIn = (note: string) => [...note.matchAll(moneyIn)].map(([, text = '']) => Number(text.replaceAll('.', '')))

/** The one way of parting that other rows of the same procedure, or the note of the fee, bear out. */
function partOf(digits: string, note: string, others: ReadonlySet<number>) {
  const ways = splitsOf(digits)
  if (ways.length < 2) return ways[0] ?? null
  const noted = new Set(amountsIn(note))
  const isNoted = (text: string) => {
    const value = Number(text.replaceAll(',', ''))
    return noted.has(value) || noted.has(value * 1000)
  }
  const borne = [ways.filter((way) => others.has(Number(way.limit))), ways.filter((way) => isNoted(way.fee))].find(
    ({ length }) => length === 1,
  )
  return borne?.[0] ?? null
}

/** `(…)` at the beginning, with the brackets in it; null when it is never closed. */
function bracketOf(text: string): string | null {
  if (!text.startsWith('(')) return null
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return text.slice(0, at + 1)
  }
  return null
}

const inner = (bracket: string | null) => (bracket ? bracket.slice(1, -1).trim() : '')

/** Below the smallest note of money: the amount stands, and what its note says in full stands beside it. */
function feeOf(text: string, currency: string, note: string): PublishedFee | null {
  const value = numberOf(text)
  if (value === null) return null
  const isDong = dong.test(currency)
  const noted = isDong && value < 1000 ? amountsIn(note).find((one) => one === value * 1000) : undefined
  return { amount: value, currency: isDong ? 'VND' : currency, note, ...(noted !== undefined && { noted }) }
}

const firstFee = new RegExp(`^(?:(Miễn phí)|(Không có thông tin)|(${amount}) ?(${money}))`, 'u')

type Fees = Pick<PublishedChannel, 'free' | 'freeNote' | 'fees' | 'note'>

/** One fee after another, each with its note in brackets; what follows describes the channel. */
function feesOf(cell: string): Fees {
  const fees: PublishedFee[] = []
  let free: string | null = null
  let rest = cell
  for (let match = firstFee.exec(rest); match; match = firstFee.exec(rest)) {
    const after = rest.slice(match[0].length)
    const bracket = bracketOf(after)
    if (match[1]) free ??= inner(bracket)
    else if (match[3]) {
      const found = feeOf(match[3], match[4] ?? '', inner(bracket))
      if (!found) break
      fees.push(found)
    }
    rest = after.slice(match[2] ? 0 : (bracket?.length ?? 0))
    if (match[2]) break
  }
  return { free: free !== null, freeNote: free ?? '', fees, note: said(rest) }
}

const gluedNumber = new RegExp(`^(${amount}) ?(?=${money})`, 'u')

/** A limit without unit that runs into the amount of the fee: `1500 VNĐ`. */
function unglued({ limit: text, rest }: Found, others: ReadonlySet<number>): { limit: string; rest: string } | null {
  const digits = text === '' ? gluedNumber.exec(rest)?.[1] : undefined
  if (digits === undefined) return { limit: text, rest }
  const way = partOf(digits, rest, others)
  return way && { limit: way.limit, rest: `${way.fee}${rest.slice(digits.length)}` }
}

/** The number that stands alone as the limit of a row, where it is certain. */
function bareLimitOf({ limit: text, rest }: Found): number[] {
  if (/^\d+$/.test(text)) return [Number(text)]
  const ways = text === '' ? splitsOf(gluedNumber.exec(rest)?.[1] ?? '') : []
  return ways.length === 1 ? ways.map((way) => Number(way.limit)) : []
}

function reasonsOf({ limit: limitFound, limitText, fees }: PublishedChannel): Reason[] {
  const small = fees.some(({ amount: value, currency }) => currency === 'VND' && value > 0 && value < 1000)
  return [
    ...(limitText ? (['limit_in_words'] as const) : []),
    ...(limitFound && limitFound.unit === null ? (['no_unit'] as const) : []),
    ...(small ? (['fee_too_small'] as const) : []),
  ]
}

export function readChannels(cell: string): { channels: PublishedChannel[]; unstructured: Unstructured[] } {
  const text = said(cell)
  const unstructured: Unstructured[] = []
  const leave = (reason: Reason, left: string) => {
    if (left.trim()) unstructured.push({ part: 'channels', reason, text: left.trim() })
  }
  const table = text.replace(header, '')
  if (text && table === text) leave('no_table', text)
  if (table === text) return { channels: [], unstructured }
  const { rows, before } = rowsOf(table)
  leave('no_row', before)
  const others = new Set(rows.flatMap(bareLimitOf))
  const channels = rows.flatMap((found): PublishedChannel[] => {
    const apart = unglued(found, others)
    const base = { channel: found.channel, limit: null, limitText: '' }
    if (!apart) {
      leave('glued_number', found.rest)
      return [{ ...base, free: false, freeNote: '', fees: [], note: said(found.rest) }]
    }
    const limitText = said(apart.limit)
    const read = limitOf(limitText)
    const channel = { ...base, limit: read, limitText: read ? '' : limitText, ...feesOf(apart.rest) }
    for (const reason of reasonsOf(channel)) leave(reason, `${apart.limit} ${apart.rest}`.slice(0, 300))
    return [channel]
  })
  return { channels, unstructured }
}
