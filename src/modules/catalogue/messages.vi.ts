import '#kernel/text.ts'

export const messages = {
  'catalogue.nav': 'Thủ tục hành chính',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
