import '#kernel/text.ts'

export const messages = {
  'tgs.usage': 'Cách dùng: npm run -s tgs -- LỆNH',
  'tgs.plan_parse': 'đọc tệp kế hoạch (.txt, .html, .docx, .pdf) và in các chỉ tiêu, nhiệm vụ ra JSON',
  'tgs.cannot_open': 'Không mở được tệp {name}',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
