import '#kernel/text.ts'

export const messages = {
  'dossiers.clock.not_running': 'Thời hạn của hồ sơ đang không chạy, nên không có gì để gia hạn',
  'dossiers.clock.no_limit': 'Hồ sơ không có thời hạn giải quyết, nên không có gì để gia hạn',
  'dossiers.clock.extended_already': 'Hồ sơ đã được hẹn lại một lần; quy định không cho hẹn lại lần nữa',
  'dossiers.clock.apology_too_late': 'Đã quá ngày phải gửi văn bản xin lỗi, nên không thể lùi ngày hẹn nữa',
  'dossiers.clock.extension_not_later': 'Ngày hẹn mới phải sau ngày hẹn đang có',
  'dossiers.clock.ended': 'Hồ sơ đã kết thúc',
  'dossiers.clock.supplement_needs_supervisor':
    'Hồ sơ đã bị yêu cầu bổ sung một lần. Lần nữa phải do lãnh đạo quyết định, và hồ sơ sẽ bị tính là trễ hạn trong chỉ số phục vụ người dân',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
