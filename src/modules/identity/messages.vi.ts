import '#kernel/text.ts'

export const messages = {
  'identity.nav': 'Người dân, doanh nghiệp',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
