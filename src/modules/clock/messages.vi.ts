import '#kernel/text.ts'

export const messages = {
  'clock.objection.not_running': 'Thời hạn của hồ sơ đang không chạy, nên không có gì để gia hạn',
  'clock.objection.no_limit': 'Hồ sơ không có thời hạn giải quyết, nên không có gì để gia hạn',
  'clock.objection.extended_already': 'Hồ sơ đã được hẹn lại một lần; quy định không cho hẹn lại lần nữa',
  'clock.objection.apology_too_late': 'Đã quá ngày phải gửi văn bản xin lỗi, nên không thể lùi ngày hẹn nữa',
  'clock.objection.extension_not_later': 'Ngày hẹn mới phải sau ngày hẹn đang có',
  'clock.objection.ended': 'Hồ sơ đã kết thúc',
  'clock.objection.supplement_needs_supervisor':
    'Hồ sơ đã bị yêu cầu bổ sung một lần. Lần nữa phải do lãnh đạo quyết định, và hồ sơ sẽ bị tính là trễ hạn trong chỉ số phục vụ người dân',
  'clock.left.not_started': 'Chưa tính thời hạn',
  'clock.left.no_limit': 'Không có thời hạn',
  'clock.left.days': 'Còn {count, number} ngày làm việc',
  'clock.left.hours': 'Còn {count, number} giờ',
  'clock.left.minutes': 'Còn {count, number} phút',
  'clock.left.today': 'Hạn hôm nay',
  'clock.left.late': 'Vừa quá hạn',
  'clock.left.late_hours': 'Quá hạn {count, number} giờ làm việc',
  'clock.left.late_days': 'Quá hạn {count, number} ngày làm việc',
  'clock.left.paused': 'Tạm dừng',
  'clock.left.paused_days': 'Tạm dừng, còn {count, number} ngày làm việc',
  'clock.left.paused_hours': 'Tạm dừng, còn {count, number} giờ',
  'clock.left.paused_late': 'Tạm dừng, đã quá hạn',
  'clock.left.ended': 'Đã kết thúc',
  'clock.left.ended_early': 'Xong trước hạn',
  'clock.left.ended_on_time': 'Xong đúng hạn',
  'clock.left.ended_late': 'Xong trễ hạn',
  'clock.left.answer_minutes': 'Trả lời trong {count, number} phút',
  'clock.left.answer_hours': 'Trả lời trong {count, number} giờ làm việc',
  'clock.left.answer_late': 'Quá giờ phải trả lời',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
