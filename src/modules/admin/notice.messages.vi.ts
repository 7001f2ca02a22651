import '#kernel/text.ts'

export const messages = {
  'admin.notice.title': 'Thông báo',
  'admin.notice.lead':
    '{count, plural, =0 {Không có thông báo nào chưa đọc.} other {# thông báo chưa đọc, xếp lên trước.}}',
  'admin.notice.what': 'Nội dung',
  'admin.notice.at': 'Lúc',
  'admin.notice.state': 'Tình trạng',
  'admin.notice.is_new': 'Chưa đọc',
  'admin.notice.is_read': 'Đã đọc',
  'admin.notice.read_all': 'Đánh dấu tất cả đã đọc',
  'admin.notice.all_read': 'Đã đánh dấu tất cả là đã đọc',
  'admin.notice.none': 'Chưa có thông báo nào',
  'admin.notice.none_why': 'Khi có việc được giao, có nhắc nhở hoặc có kết quả cần biết, thông báo sẽ hiện ở đây.',
  'admin.notice.unknown': 'Thông báo của một phiên bản trước; mở để xem nội dung',
  'kernel.notice.read': 'Đọc thông báo',
  'kernel.notice.read_all': 'Đánh dấu tất cả thông báo đã đọc',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
