import '#kernel/text.ts'

export const messages = {
  'admin.keeper.title': 'Tình hình hệ thống',
  'admin.keeper.lead': 'Những gì cần người quản trị xem đến hôm nay.',
  'admin.keeper.attention': 'Cần xem đến',
  'admin.keeper.all_well': 'Không có gì cần xử lý.',
  'admin.keeper.failed_jobs': '{count, number} việc chạy nền bị hỏng',
  'admin.keeper.failed_jobs_how': 'Xem lỗi, sửa nguyên nhân rồi cho thử lại.',
  'admin.keeper.stuck_mails': '{count, number} thư chưa gửi được',
  'admin.keeper.stuck_mails_how': 'Bị từ chối, thử mãi không được, hoặc chưa cài đặt máy chủ thư.',
  'admin.keeper.unsealed': '{count, number} sự kiện chờ niêm phong quá lâu',
  'admin.keeper.unsealed_how': 'Nhật ký được niêm phong mỗi phút; chậm hơn nhiều là việc chạy nền đang dừng.',
  'admin.keeper.locked': '{count, number} tài khoản đang tạm khóa',
  'admin.keeper.locked_how': 'Sai mật khẩu nhiều lần. Tự mở sau ít phút; nếu không phải chủ tài khoản, cần hỏi lại.',
  'admin.keeper.standing': 'Hệ thống đang chạy thế nào',
  'admin.keeper.waiting_jobs': 'Việc nền đang chờ hoặc đang chạy',
  'admin.keeper.seal': 'Niêm phong nhật ký',
  'admin.keeper.last_seal': 'Niêm phong số {no, number}, lúc {at}',
  'admin.keeper.never_sealed': 'Chưa niêm phong lần nào',
  'admin.keeper.unsealed_events': 'Sự kiện sau lần niêm phong cuối',
  'admin.keeper.database': 'Cơ sở dữ liệu',
  'admin.keeper.embedded':
    'Nhúng trong hệ thống: hợp cho dùng thử, tập huấn; chỉ một tiến trình, có thể mất dữ liệu vừa ghi khi mất điện.',
  'admin.keeper.server': 'Máy chủ riêng.',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
