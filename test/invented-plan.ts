/** Small plans made up for tests, in the numbering manners of different provinces. What they hold is known. */
import fc from 'fast-check'

/** How the levels of a plan are numbered; `part` writes the chapters as "PHẦN I". */
type Manner = 'roman' | 'part' | 'capital' | 'decimal'

type Figure = { words: string; comparator: string; value: number; unit: string; printed: string }

export type Invented = { text: string; targets: Figure[][]; tasks: number; solutions: number; units: string[] }

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']
const letters = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h']

const chapterMark: Record<Manner, (n: number) => string> = {
  roman: (n) => `${romans[n - 1]}. `,
  part: (n) => `PHẦN ${romans[n - 1]}. `,
  capital: (n) => `${'ABCDEFGH'[n - 1]}. `,
  decimal: (n) => `${n}. `,
}

const groupMark: Record<Manner, (chapter: number, n: number) => string> = {
  roman: (_, n) => `${n}. `,
  part: (_, n) => `${romans[n - 1]}. `,
  capital: (_, n) => `${romans[n - 1]}. `,
  decimal: (chapter, n) => `${chapter}.${n}. `,
}

const itemMark: Record<Manner, (n: number) => string> = {
  roman: (n) => `${letters[n - 1]}) `,
  part: (n) => `${n}. `,
  capital: (n) => `${n}. `,
  decimal: () => '- ',
}

/** Breaks a line as copies of official texts are broken; `width` 0 leaves it whole. */
function wrap(line: string, width: number): string {
  if (!width) return line
  const lines: string[] = ['']
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last && last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return lines.join('\n')
}

const comparisons = [
  ['Tối thiểu', 'at_least'],
  ['Trên', 'more_than'],
  ['Ít nhất', 'at_least'],
  ['', 'reach'],
  ['Không quá', 'at_most'],
] as const

const units = [
  ['%', 'percent'],
  [' giờ', 'hours'],
  [' cuộc', 'times'],
] as const

const things = [
  'hồ sơ của người dân',
  'cơ sở y tế trên địa bàn',
  'doanh nghiệp nhỏ và vừa',
  'hộ gia đình ở nông thôn',
] as const

const figure = fc
  .tuple(
    fc.constantFrom(...comparisons),
    fc.integer({ min: 1, max: 100 }),
    fc.constantFrom(...units),
    fc.constantFrom(...things),
  )
  .map(
    ([[word, comparator], value, [sign, unit], words]): Figure => ({
      words,
      comparator,
      value,
      unit,
      printed: `${word} ${value}${sign}`.trim(),
    }),
  )

const sentence = fc
  .tuple(
    fc.constantFrom('Rà soát', 'Xây dựng', 'Triển khai', 'Tổ chức'),
    fc.array(fc.constantFrom(...things), { minLength: 1, maxLength: 6 }),
  )
  .map(([verb, parts]) => `${verb} nội dung về ${parts.join(' và ')} theo quy định.`)

const groups = <T>(of: fc.Arbitrary<T>) =>
  fc.array(fc.array(of, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })

const unitNames = ['Sở Tài chính', 'Sở Nội vụ', 'Văn phòng Ủy ban nhân dân tỉnh', 'Các doanh nghiệp viễn thông']

type Parts = {
  manner: Manner
  width: number
  footnotes: boolean
  bars: boolean
  targets: Figure[][][]
  tasks: string[][]
  solutions: string[][]
}

function written({ manner, width, footnotes, bars, targets, tasks, solutions }: Parts): Invented {
  const lines: string[] = []
  const add = (line: string) => lines.push(wrap(line, width), ...(bars && lines.length % 3 === 0 ? ['|'] : []))
  let marks = 0
  const noted = (text: string) =>
    footnotes && text.length % 2 ? text.replace(/ (và|của|ở) /, `[${++marks}] $1 `) : text
  const chapter = (number: number, title: string, below: string[][], item: (n: number) => string) => {
    add(`${chapterMark[manner](number)}${title}`)
    below.forEach((group, at) => {
      add(`${groupMark[manner](number, at + 1)}Nhóm việc về dữ liệu`)
      group.forEach((text, index) => add(`${item(index + 1)}${noted(text)}`))
    })
  }
  const bullets = targets.map((group) =>
    group.map((figures) => `${figures.map(({ printed, words }) => `${printed} ${words}`).join('; ')}.`),
  )
  chapter(1, 'MỤC TIÊU CỤ THỂ', bullets, () => '- ')
  chapter(2, 'NHIỆM VỤ', tasks, itemMark[manner])
  chapter(3, 'GIẢI PHÁP', solutions, itemMark[manner])
  add(`${chapterMark[manner](4)}TỔ CHỨC THỰC HIỆN`)
  unitNames.forEach((name, at) => {
    add(`${groupMark[manner](4, at + 1)}${name}`)
    add(`- Phối hợp thực hiện Kế hoạch này.`)
  })
  const head = [
    'ỦY BAN NHÂN DÂN',
    'TỈNH MẪU',
    '-------',
    'Số: 12/KH-UBND',
    'Mẫu, ngày',
    '03 tháng 01 năm 2025',
    'KẾ HOẠCH',
    'CHUYỂN ĐỔI SỐ NĂM 2025',
  ]
  const text = [...head, ...lines, 'Trên đây là Kế hoạch./.'].join('\n')
  return {
    text,
    targets: targets.flat(),
    tasks: tasks.flat().length,
    solutions: solutions.flat().length,
    units: unitNames,
  }
}

export const inventedPlan: fc.Arbitrary<Invented> = fc
  .record({
    manner: fc.constantFrom<Manner>('roman', 'part', 'capital', 'decimal'),
    width: fc.constantFrom(0, 45, 60, 80),
    footnotes: fc.boolean(),
    bars: fc.boolean(),
    targets: groups(fc.array(figure, { minLength: 1, maxLength: 3 })),
    tasks: groups(sentence),
    solutions: groups(sentence),
  })
  .map(written)
