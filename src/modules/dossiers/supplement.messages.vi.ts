import '#kernel/text.ts'

export const messages = {
  'dossiers.supplement.form_title': 'Phần cần bổ sung',
  'dossiers.supplement.due_is_past': 'Chọn một ngày sau hôm nay',
  'dossiers.supplement.not_asked': 'Hồ sơ này không chờ bổ sung',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
