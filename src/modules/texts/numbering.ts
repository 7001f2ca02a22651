/** The numbers that stand before headings and items: `Phần I`, `I.`, `A.`, `1.`, `1.1`, `1)`, `a)`, `đ)`, `-`, `+`. */

export type Style = 'part' | 'roman' | 'capital' | 'paren' | 'letter' | 'dash' | 'plus' | 'dot' | `decimal${number}`

/** `ordinal` counts from 1 inside its list; `path` is all numbers of a decimal (`2.1` → [2, 1]); `length` in characters. */
export type Marker = { style: Style; label: string; ordinal: number; path: readonly number[]; length: number }

/** Vietnamese lists count a, b, c, d, đ, e, g …; letters foreign to the alphabet may be passed over without remark. */
const alphabet = 'abcdđefghijklmnopqrstuvwxyz'
const foreign = new Set(['f', 'j', 'w', 'z'])

const romanValues: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

export function romanValue(numeral: string): number {
  let sum = 0
  for (let at = 0; at < numeral.length; at++) {
    const value = romanValues[numeral[at] ?? ''] ?? 0
    sum += value < (romanValues[numeral[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

const partWords = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

const part =
  /^(?:phần|chương)\s(?:thứ\s)?([ivxlc]{1,6}|\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![\p{L}\d])\s?[.:)–-]?/iu
const roman = /^([IVXLC]{1,6})\s?[.)/:](?=\s|\p{L}|$)|^([IVXLC]{1,6})\s[–-](?=\s)/u
const capital = /^([A-ZĐ])[.)](?=\s|\p{L}{2}|$)/u
const decimal = /^(\d{1,3}(?:\.\d{1,3}){1,4})(?:[.)]?(?=\s|$)|[.)](?=\p{L}))|^(\d{1,3})[./](?=\s|\p{L}|$)/u
const paren = /^\(?(\d{1,3})\)(?=\s|\p{L}|$)/u
const letter = /^\(?([a-zđ])[).](?=\s|\p{L}|$)/u
const bullet = /^([-–—−+•●▪■*·])(?=\s|[\p{L}\d≥≤>“"(])/u

const bulletStyle = (sign: string): Style => (sign === '+' ? 'plus' : '-–—−'.includes(sign) ? 'dash' : 'dot')

const partOrdinal = (label: string) => {
  const word = partWords.indexOf(label.toLowerCase())
  if (word >= 0) return word + 1
  return /^\d/.test(label) ? Number(label) : romanValue(label.toUpperCase())
}

/** The ways a line may be numbered. `C.` and `V.` are two: a Roman number and a letter; the list around them decides. */
export function markersOf(line: string): Marker[] {
  const head = line.slice(0, 40)
  const found: Marker[] = []
  const add = (style: Style, match: RegExpExecArray, label: string, ordinal: number, path: number[] = []) =>
    found.push({ style, label, ordinal, path, length: match[0].length })
  const asPart = part.exec(head)
  if (asPart?.[1]) add('part', asPart, `P${partOrdinal(asPart[1])}`, partOrdinal(asPart[1]))
  const asRoman = roman.exec(head)
  const numeral = asRoman?.[1] ?? asRoman?.[2]
  if (asRoman && numeral) add('roman', asRoman, numeral, romanValue(numeral))
  const asCapital = capital.exec(head)
  if (asCapital?.[1]) add('capital', asCapital, asCapital[1], alphabet.indexOf(asCapital[1].toLowerCase()) + 1)
  const asDecimal = decimal.exec(head)
  const numbers = asDecimal?.[1] ?? asDecimal?.[2]
  if (asDecimal && numbers) {
    const path = numbers.split('.').map(Number)
    add(`decimal${path.length}`, asDecimal, numbers, path.at(-1) ?? 0, path)
  }
  const asParen = paren.exec(head)
  if (asParen?.[1]) add('paren', asParen, asParen[1], Number(asParen[1]))
  const asLetter = letter.exec(head)
  if (asLetter?.[1]) add('letter', asLetter, asLetter[1], alphabet.indexOf(asLetter[1]) + 1)
  const asBullet = bullet.exec(head)
  if (asBullet?.[1]) add(bulletStyle(asBullet[1]), asBullet, asBullet[1], 0)
  return found
}

export const isBullet = (style: Style | 'root') => style === 'dash' || style === 'plus' || style === 'dot'

/** How many numbers are missing between `last` and `next`; negative when `next` does not go forward. */
export function missingBetween(style: Style, last: number, next: number): number {
  if (style !== 'letter' && style !== 'capital') return next - last - 1
  const between = alphabet.slice(Math.max(0, last), Math.max(0, next - 1)).split('')
  return next <= last ? next - last - 1 : between.filter((char) => !foreign.has(char)).length
}

/** More than this many numbers are not lost by a slip of the pen: the "number" is a figure of the running text. */
const mostMissing = 2

/** Whether a list that stands at `last` (0: not begun) may go on with `next`: the next, the same again, or anew. */
export function mayFollow(style: Style, last: number, next: number): boolean {
  if (isBullet(style) || next === 1) return true
  const missing = missingBetween(style, last, next)
  if (last === 0) return missing >= 0 && missing < mostMissing
  return missing >= -1 && missing <= mostMissing
}
