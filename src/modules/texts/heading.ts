/** What a heading announces, and whether a familiar term in it is misspelt. */
import { fold } from '#kernel/fold.ts'

/** `context` is what a plan tells but does not ask for, such as last year's results. */
export type Role =
  | 'context'
  | 'legal'
  | 'objectives'
  | 'targets'
  | 'tasks'
  | 'solutions'
  | 'funding'
  | 'organisation'
  | 'catalogue'

const words: readonly [Role, RegExp][] = [
  ['context', /danh gia|ket qua (?:thuc hien|dat duoc)|thuc trang|tinh hinh|ton tai|han che|boi canh/],
  ['legal', /can cu|co so phap ly/],
  ['targets', /chi tieu|muc tieu cu the/],
  ['objectives', /muc tieu/],
  ['organisation', /to chuc thuc hien|phan cong|trach nhiem (?:thuc hien|cua)|che do bao cao/],
  ['catalogue', /danh muc/],
  ['tasks', /nhiem vu|noi dung (?:thuc hien|trien khai|chu yeu|cong viec)/],
  ['solutions', /giai phap/],
  ['funding', /kinh phi|nguon luc tai chinh|nguon von|du toan/],
]

/** The roles a heading names, in the order of its words. */
export function rolesOf(title: string): Role[] {
  const folded = fold(title.slice(0, 300))
  const found = words.map(([role, pattern]) => ({ role, at: folded.search(pattern) })).filter(({ at }) => at >= 0)
  return found.toSorted((a, b) => a.at - b.at).map(({ role }) => role)
}

/** A section: what it holds, and what its parts may be instead. */
export type Section = { role: Role; among: readonly Role[] }

const goals: readonly Role[] = ['objectives', 'targets']
const work: readonly Role[] = ['tasks', 'solutions']
const isGeneral = (title: string) => /tong quat|muc tieu chung/.test(fold(title))

/** Sections for what a heading says alone, whatever stands above it. */
function sectionOf(roles: readonly Role[], title: string): Section | null {
  const [first] = roles
  if (!first) return null
  if (first === 'context' || first === 'legal' || first === 'catalogue') return { role: first, among: [] }
  const named = roles.filter((role) => goals.includes(role) || work.includes(role))
  if (goals.includes(first)) {
    if (isGeneral(title)) return { role: 'objectives', among: [] }
    const role = roles.includes('targets') ? 'targets' : 'objectives'
    return { role, among: [...goals, ...named.filter((other) => work.includes(other))] }
  }
  return { role: first, among: named.length > 1 ? named : [] }
}

/**
 * What a heading holds, given what stands above it. A section named by one role keeps it ("các giải pháp khác" inside
 * NHIỆM VỤ is a group of tasks); one named by several ("Nhiệm vụ, giải pháp") leaves the choice to its parts. Below a
 * part (`Phần II`) each chapter speaks for itself.
 */
export function sectionBelow(above: Section | null, title: string, isChapterOfPart: boolean): Section | null {
  const own = sectionOf(rolesOf(title), title)
  if (!above) return own
  if (isChapterOfPart && own && above.role !== 'context') return own
  if (own && above.among.includes(own.role)) return own
  // A pillar ("Phát triển Chính quyền số") straight under "Mục tiêu" lists what is to be reached.
  if (above.role === 'objectives' && above.among.includes('targets')) return { role: 'targets', among: above.among }
  return above
}

/** Terms every such plan uses; a heading that has one without its right marks is misspelt. */
const terms = [
  'Chính quyền số',
  'Kinh tế số',
  'Xã hội số',
  'Hạ tầng số',
  'Nhân lực số',
  'Dữ liệu số',
  'Nền tảng số',
  'Chuyển đổi số',
  'Mục tiêu',
  'Chỉ tiêu',
  'Nhiệm vụ',
  'Giải pháp',
  'Kinh phí',
]

/** The term a heading seems to mean and spells otherwise ("Kinh tế sổ" → "Kinh tế số"), or null. */
export function misspeltTerm(title: string): { printed: string; meant: string } | null {
  const folded = fold(title)
  const printed = title.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (folded.length !== printed.length) return null
  for (const meant of terms) {
    const at = folded.indexOf(fold(meant))
    const found = printed.slice(at, at + meant.length)
    if (at >= 0 && found.toLowerCase() !== meant.toLowerCase()) return { printed: found, meant }
  }
  return null
}
