import './text.ts'

export const messages = {
  'kernel.audit.sound': 'Nhật ký nguyên vẹn: không có sự kiện hay niêm phong nào bị sửa, xóa, thêm hoặc đổi chỗ.',
  'kernel.audit.faulty': 'NHẬT KÝ ĐÃ BỊ CAN THIỆP: {count} chỗ sai.',
  'kernel.audit.cut_short': 'Quá nhiều chỗ sai: đã dừng kiểm tra giữa chừng.',
  'kernel.audit.counts':
    '{events} sự kiện; {sealed} đã khớp với {seals} niêm phong; {unsealed} chưa niêm phong nên chưa kiểm tra được.',
  'kernel.audit.unchecked': '{count} sự kiện không kiểm tra được vì niêm phong của chúng bị hỏng hoặc mất.',
  'kernel.audit.head': 'Niêm phong mới nhất (nên ghi lại ở nơi khác): {no}:{hash}',
  'kernel.audit.not_a_head': 'Niêm phong đã ghi lại phải có dạng số:mã băm, ví dụ 12:9f86d081…',
  'kernel.audit.changed': 'Sự kiện {seq} (niêm phong {no}) bị sửa; nay ghi về: {about}',
  'kernel.audit.missing': 'Sự kiện {seq} (niêm phong {no}) bị xóa',
  'kernel.audit.reordered': 'Sự kiện {seq} (niêm phong {no}) bị đổi chỗ; nay ghi về: {about}',
  'kernel.audit.added': 'Sự kiện {seq} được chèn vào sau khi niêm phong {no} đã đóng; ghi về: {about}',
  'kernel.audit.seal_broken': 'Niêm phong {no} bị sửa',
  'kernel.audit.seal_missing': 'Niêm phong {no} bị xóa',
  'kernel.job.not_failed': 'Việc nền này không ở trạng thái thất bại nên không thể chạy lại',
  'kernel.mail.open': 'Mở trên hệ thống',
  'kernel.mail.footer': 'Thư do hệ thống {place} tự động gửi. Xin không trả lời thư này.',
  'kernel.mail.not_stuck': 'Thư này đang chờ gửi hoặc đã gửi rồi',
  'kernel.mail.state.waiting': 'Đang chờ gửi',
  'kernel.mail.state.sent': 'Đã gửi',
  'kernel.mail.state.no_server': 'Chưa gửi: chưa cài đặt máy chủ thư',
  'kernel.mail.state.refused': 'Không gửi được: máy chủ thư từ chối',
  'kernel.mail.state.given_up': 'Không gửi được: đã thử nhiều lần',
  'kernel.stored_file.too_large': 'Tệp quá lớn: nhiều nhất {megabytes} MB',
  'kernel.stored_file.wrong_type': 'Tệp này không thuộc loại được nhận ({types})',
  'kernel.stored_file.empty': 'Tệp này rỗng',
  'kernel.stored_file.broken': 'Tệp này bị hỏng, không mở được',
  'kernel.stored_file.locked': 'Tệp này có mật khẩu; xin bỏ mật khẩu rồi gửi lại',
  'kernel.stored_file.missing': 'Không tìm thấy tệp này',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
