import '#kernel/text.ts'

export const messages = {
  'dossiers.left.not_started': 'Chưa tính thời hạn',
  'dossiers.left.no_limit': 'Không có thời hạn',
  'dossiers.left.days': 'Còn {count, number} ngày làm việc',
  'dossiers.left.hours': 'Còn {count, number} giờ',
  'dossiers.left.minutes': 'Còn {count, number} phút',
  'dossiers.left.today': 'Hạn hôm nay',
  'dossiers.left.late': 'Vừa quá hạn',
  'dossiers.left.late_hours': 'Quá hạn {count, number} giờ làm việc',
  'dossiers.left.late_days': 'Quá hạn {count, number} ngày làm việc',
  'dossiers.left.paused': 'Tạm dừng',
  'dossiers.left.paused_days': 'Tạm dừng, còn {count, number} ngày làm việc',
  'dossiers.left.paused_hours': 'Tạm dừng, còn {count, number} giờ',
  'dossiers.left.paused_late': 'Tạm dừng, đã quá hạn',
  'dossiers.left.ended': 'Đã kết thúc',
  'dossiers.left.ended_early': 'Xong trước hạn',
  'dossiers.left.ended_on_time': 'Xong đúng hạn',
  'dossiers.left.ended_late': 'Xong trễ hạn',
  'dossiers.left.answer_minutes': 'Trả lời trong {count, number} phút',
  'dossiers.left.answer_hours': 'Trả lời trong {count, number} giờ làm việc',
  'dossiers.left.answer_late': 'Quá giờ phải trả lời',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
