import '#kernel/text.ts'

export const messages = {
  'filing.draft.papers': 'Giấy tờ',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
