import '#kernel/text.ts'

export const messages = {
  'identity.representation.none': 'Bạn chưa được phép làm thay người hoặc tổ chức này',
  'identity.representation.not_yet': 'Chưa đến ngày được làm thay',
  'identity.representation.over': 'Thời gian được làm thay đã hết',
  'identity.representation.not_confirmed':
    'Việc làm thay chưa được xác nhận. Người đó xác nhận bằng tài khoản của họ, hoặc bạn mang giấy tờ đến bộ phận Một cửa',
  'identity.representation.was_refused': 'Việc làm thay đã bị từ chối',
  'identity.representation.not_a_declaration': 'Đây không phải là khai báo cần xác nhận',
  'identity.representation.own': 'Không ai tự xác nhận khai báo của chính mình',
  'identity.representation.decided_already': 'Khai báo này đã được xác nhận hoặc từ chối',
  'identity.representation.oneself': 'Đây là số định danh của chính bạn',
  'identity.representation.too_many': 'Bạn đang có quá nhiều khai báo chờ xác nhận',
  'identity.representation.again': 'Bạn đã khai báo người này rồi',
  'identity.representation.other_name': 'Họ tên không khớp với số định danh này. Hãy xem lại thẻ căn cước',
  'identity.delegate.organisations_only':
    'Chỉ tổ chức mới cử người làm thay. Hãy đăng nhập hoặc chọn làm thay tổ chức trước',
  'identity.delegate.head_only': 'Chỉ người đại diện của tổ chức mới cử được người khác',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
