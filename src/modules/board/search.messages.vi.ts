import '#kernel/text.ts'

export const messages = {
  'plan.search.title': 'Tìm',
  'plan.search.label': 'Tìm chỉ tiêu, nhiệm vụ, đơn vị',
  'plan.search.example': 'ví dụ: ho so truc tuyen',
  'plan.search.none': 'Không thấy gì với “{query}”',
  'plan.search.none_why': 'Thử ít chữ hơn; có dấu hay không dấu đều được.',
  'plan.search.targets': 'Chỉ tiêu',
  'plan.search.tasks': 'Nhiệm vụ, giải pháp',
  'plan.search.units': 'Đơn vị',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
