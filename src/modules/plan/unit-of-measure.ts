/** What the numbers of a plan count. The list is open: a word it does not know counts as `count`, kept as printed. */

/** `alone`: the unit makes a number a measure even without a word such as "tối thiểu" before it. */
export type Measure = { unit: string; literal: string; length: number; alone: boolean }

const known: readonly [RegExp, string, boolean][] = [
  [/^điểm phần trăm/u, 'percentage_points', true],
  [/^(?:%|phần trăm)/u, 'percent', true],
  [/^(?:giờ|h)(?!\p{L})/u, 'hours', true],
  [/^phút(?!\p{L})/u, 'minutes', true],
  [/^ngày làm việc(?!\p{L})/u, 'working_days', true],
  [/^ngày(?!\p{L})/u, 'days', false],
  [/^tháng(?!\p{L})/u, 'months', false],
  [/^(?:cuộc|lần|lượt|đợt|buổi)(?!\p{L})/u, 'times', true],
  [/^(?:bậc|hạng)(?!\p{L})/u, 'ranks', true],
  [/^điểm(?!\p{L})/u, 'points', true],
  [/^(?:tỷ|tỉ) đồng(?!\p{L})/u, 'billion_dong', true],
  [/^triệu đồng(?!\p{L})/u, 'million_dong', true],
  [/^đồng(?!\p{L})/u, 'dong', true],
]

/** The unit with which `lower` (the text after a number, in lower case) begins. */
export function measureAt(lower: string): Measure | null {
  const space = lower.startsWith(' ') ? 1 : 0
  const words = lower.slice(space, space + 40)
  for (const [pattern, unit, alone] of known) {
    const found = pattern.exec(words)
    if (found) return { unit, literal: found[0], length: space + found[0].length, alone }
  }
  // A letter glued to the number ("3G") is a name, not something counted.
  const word = space ? /^\p{L}+/u.exec(words) : null
  return word ? { unit: 'count', literal: word[0], length: space + word[0].length, alone: false } : null
}
