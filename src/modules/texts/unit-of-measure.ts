/** What the numbers of a plan count. The list is open: other words are `count`. */

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

const nouns =
  /^(?:doanh nghiệp|hợp tác xã|hộ gia đình|hộ|người dân|người|học viên|cán bộ|xã|thôn|ấp|hệ thống|cơ sở dữ liệu|cơ sở|đơn vị|lớp|hội nghị|mô hình|trạm|thủ tục|dịch vụ)(?!\p{L})/u

/** The unit with which `lower` (the text after a number, in lower case) begins. */
export function measureAt(lower: string): Measure | null {
  const space = lower.startsWith(' ') ? 1 : 0
  const words = lower.slice(space, space + 40)
  for (const [pattern, unit, alone] of known) {
    const found = pattern.exec(words)
    if (found) return { unit, literal: found[0], length: space + found[0].length, alone }
  }
  // What is counted may be several syllables long: the subject says it, and the unit only when it is a familiar one.
  // A letter glued to the number ("3G") is a name, not something counted.
  const counted = space > 0 && /^\p{L}/u.test(words)
  return counted ? { unit: 'count', literal: nouns.exec(words)?.[0] ?? '', length: 0, alone: false } : null
}
