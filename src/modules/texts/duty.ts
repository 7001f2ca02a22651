/** What each unit has to do: the part "Tổ chức thực hiện", unit by unit. */
import { rolesOf } from './heading.ts'
import { type Item, itemsOf } from './item.ts'
import { isBullet } from './numbering.ts'
import { endOf, type Entry } from './outline.ts'
import { partOf, type Passage, passageOf, type Source, type Span } from './source.ts'

/** `unit` as printed; empty when the text names none. */
export type Duty = { unit: string; ref: string; text: string; span: Span }

export type FoundDuty = Duty & { passage: Passage }

const colon = /^([^:]{3,160}):\s/
const verb =
  /(?<!\p{L})(?:chủ trì|chịu trách nhiệm|có trách nhiệm|phối hợp|tham mưu|tổ chức|căn cứ|chủ động|xây dựng|hướng dẫn|triển khai|theo dõi|thực hiện|bố trí|gửi|báo cáo|rà soát|cung cấp|đôn đốc)(?!\p{L})/u

/** "Sở Tài chính: bố trí …" and "Giao Sở Tài chính chủ trì …" name the unit and the duty in one breath. */
function splitUnit(source: Source, passage: Passage): { unit: string; passage: Passage } {
  const named = colon.exec(passage.text)
  if (named?.[1])
    return { unit: named[1].trim(), passage: partOf(source, passage, named[0].length, passage.text.length) }
  const at = passage.lower.slice(0, 160).search(verb)
  const unit =
    at > 3
      ? passage.text
          .slice(0, at)
          .replace(/^(?:Giao|Đề nghị|Yêu cầu)\s/u, '')
          .replace(/[\s,]+$/, '')
      : ''
  return { unit: /^\p{Lu}/u.test(unit) ? unit : '', passage }
}

const dutyOf = (source: Source, unit: string, { ref, extent }: Item): FoundDuty => {
  const passage = passageOf(source, extent.start, extent.end)
  return { unit, ref, text: passage.text, span: passage.span, passage }
}

function dutiesOfUnit(source: Source, entry: Entry): FoundDuty[] {
  const title = passageOf(source, entry.title.start, entry.title.end)
  const bare = !entry.children.length && !entry.body.length
  if (bare || /[.;]$/.test(title.text)) {
    const whole = passageOf(source, entry.title.start, endOf(entry))
    const { unit, passage } = splitUnit(source, whole)
    return [{ unit, ref: entry.ref, text: passage.text, span: passage.span, passage }]
  }
  const unit = title.text.replace(/\s*:$/, '')
  const { items, loose } = itemsOf(source, entry, [])
  const own = loose.map((extent) => ({ ref: entry.ref, extent, under: [] }))
  return [...own, ...items].map((item) => dutyOf(source, unit, item))
}

/** The duties below a heading of organisation; headings that only group units ("Phân công nhiệm vụ") are passed through. */
export function dutiesOf(source: Source, heading: Entry): FoundDuty[] {
  const own = heading.children.length
    ? []
    : heading.body.map((extent, at) => ({ ref: at ? `${heading.ref}(${at + 1})` : heading.ref, extent }))
  return [
    ...own.map(({ ref, extent }) => {
      const { unit, passage } = splitUnit(source, passageOf(source, extent.start, extent.end))
      return { unit, ref, text: passage.text, span: passage.span, passage }
    }),
    ...heading.children.flatMap((child) => {
      const title = source.text.slice(child.title.start, child.title.end)
      const groups = !isBullet(child.style) && child.children.length > 0 && rolesOf(title).includes('organisation')
      return groups ? dutiesOf(source, child) : dutiesOfUnit(source, child)
    }),
  ]
}
