import '#kernel/text.ts'

export const messages = {
  'plan.nav': 'Kế hoạch',
  'plan.nav_public': 'Số liệu',
  'plan.plans': 'Kế hoạch và tiến độ',
  'plan.missing': 'Không có kế hoạch này',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
