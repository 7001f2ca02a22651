import '#kernel/text.ts'

export const messages = {
  'uploads.nav': 'Tệp',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
