import '#kernel/text.ts'

export const messages = {
  'filing.assist.title': 'Làm giúp người dân',
  'filing.assist.lead':
    'Khai và nộp hồ sơ thay người dân, khi họ đã đồng ý. Mỗi lần mở hồ sơ đều được ghi lại cho họ xem.',
  'filing.assist.begin': 'Bắt đầu một hồ sơ',
  'filing.assist.nguoi': 'Người được giúp',
  'filing.assist.thu-tuc': 'Mã thủ tục',
  'filing.assist.thu-tuc_hint': 'Ví dụ 1.001193; mã ghi ở trang thủ tục',
  'filing.assist.next': 'Tiếp tục',
  'filing.assist.nobody': 'Chưa ai đồng ý để bạn làm giúp việc nộp hồ sơ',
  'filing.assist.nobody_why': 'Ghi nhận sự đồng ý của người dân trước khi mở thông tin của họ.',
  'filing.assist.record': 'Ghi nhận sự đồng ý',
  'filing.assist.no_consent': 'Không có sự đồng ý đang hiệu lực của người này để bạn làm giúp việc nộp hồ sơ',
  'filing.assist.drafts': 'Đang khai giúp',
  'filing.assist.no_drafts': 'Không có bản nháp nào.',
  'filing.assist.filed': 'Đã nộp giúp',
  'filing.assist.none_filed': 'Chưa nộp giúp hồ sơ nào.',
  'filing.assist.procedure': 'Thủ tục',
  'filing.assist.saved': 'Lưu lúc',
  'filing.assist.state': 'Tình trạng',
  'filing.assist.for': 'Cho {name}',
  'filing.assist.logged':
    'Việc mở thông tin của người này được ghi lại, kèm sự đồng ý, và họ xem được trong tài khoản của mình.',
  'filing.start.channel': 'Hồ sơ đến bằng cách nào',
  'filing.start.channel_needed': 'Hãy chọn cách nộp',
  'filing.partner.reference_used': 'Số tham chiếu này đã dùng cho một hồ sơ khác',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
