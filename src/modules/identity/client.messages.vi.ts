import '#kernel/text.ts'

export const messages = {
  'identity.client.list': 'Hệ thống đối tác',
  'identity.client.lead': 'Hệ thống khác gọi API bằng khóa riêng (OAuth 2.0, client credentials).',
  'identity.client.none': 'Chưa có hệ thống nào.',
  'identity.client.new': 'Đăng ký hệ thống',
  'identity.client.name': 'Tên hệ thống',
  'identity.client.id': 'Mã hệ thống',
  'identity.client.id_hint': 'Chữ thường, số và gạch ngang',
  'identity.client.unit': 'Đơn vị chịu trách nhiệm',
  'identity.client.permissions': 'Được làm',
  'identity.client.can.filing.partner': 'Nộp và tra cứu hồ sơ',
  'identity.client.can.plan.read': 'Đọc kế hoạch và số liệu',
  'identity.client.lastDay': 'Ngày cuối',
  'identity.client.from': 'Từ ngày',
  'identity.client.send': 'Đăng ký',
  'identity.client.taken': 'Mã này đã có hệ thống dùng',
  'identity.client.secret': 'Khóa bí mật',
  'identity.client.once': 'Khóa chỉ hiện một lần này. Chúng tôi không giữ lại, chỉ giữ dấu để kiểm tra.',
  'identity.client.token_url': 'Nơi lấy mã truy cập',
  'identity.client.how': 'Mã truy cập dùng được {minutes} phút; hết hạn thì lấy mã mới.',
  'identity.client.kept': 'Đã cất khóa',
  'identity.client.secret_made': 'Khóa tạo lúc',
  'identity.client.used': 'Dùng gần nhất',
  'identity.client.never': 'Chưa dùng',
  'identity.client.state': 'Tình trạng',
  'identity.client.is_open': 'Đang dùng',
  'identity.client.is_over': 'Đã chấm dứt',
  'identity.client.change': 'Thay đổi',
  'identity.client.renew': 'Cấp khóa mới',
  'identity.client.renew_why': 'Khóa cũ và mọi mã truy cập đã lấy hết hiệu lực ngay.',
  'identity.client.end': 'Chấm dứt',
  'identity.client.end_why': 'Hệ thống này không gọi được nữa.',
  'identity.client.ended': 'Đã chấm dứt',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
