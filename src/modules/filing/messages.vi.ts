import '#kernel/text.ts'

export const messages = {
  'filing.nav': 'Nộp hồ sơ',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
