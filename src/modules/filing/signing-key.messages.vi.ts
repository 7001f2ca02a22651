import '#kernel/text.ts'

export const messages = {
  'filing.key.title': 'Khóa ký biên nhận',
  'filing.key.lead': 'Mỗi biên nhận nộp hồ sơ được ký bằng khóa đang dùng. Thay khóa khi nghi bị lộ hoặc theo định kỳ.',
  'filing.key.means':
    'Biên nhận đã ký bằng khóa cũ vẫn kiểm tra được: phần công khai của khóa cũ luôn được giữ. Khóa mới tự tạo khi có biên nhận kế tiếp. Trong vòng một phút sau khi thay, một tiến trình đang chạy có thể còn ký bằng khóa cũ.',
  'filing.key.public': 'Trang công khai các khóa',
  'filing.key.fingerprint': 'Dấu vân tay',
  'filing.key.from': 'Dùng từ',
  'filing.key.to': 'Thôi dùng',
  'filing.key.state': 'Tình trạng',
  'filing.key.is_over': 'Đã thôi dùng',
  'filing.key.end': 'Thay khóa này',
  'filing.key.ended': 'Khóa đã thôi dùng; biên nhận cũ vẫn kiểm tra được',
  'filing.key.over': 'Khóa này đã thôi dùng từ trước',
  'filing.key.none': 'Chưa có biên nhận nào nên chưa có khóa.',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
