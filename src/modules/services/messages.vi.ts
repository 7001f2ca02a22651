import '#kernel/text.ts'

export const messages = {
  'services.nav': 'Thiết kế dịch vụ',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
