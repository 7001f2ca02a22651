import '#kernel/text.ts'

export const messages = {
  'catalogue.home.title': 'Bạn cần làm gì?',
  'catalogue.home.page_title': 'Dịch vụ công trực tuyến',
  'catalogue.home.lead': 'Gõ bằng lời của bạn, có dấu hay không dấu đều được.',
  'catalogue.home.example': 'Ví dụ: làm khai sinh cho con',
  'catalogue.home.often': 'Nhiều người tìm',
  'catalogue.home.follow': 'Hồ sơ của tôi đến đâu rồi?',
  'catalogue.follow.ma': 'Mã hồ sơ',
  'catalogue.follow.ma_hint': 'In trên giấy hẹn hoặc trong tin báo nhận hồ sơ',
  'catalogue.follow.send': 'Tra cứu',
  'catalogue.home.sign_in': 'Đăng nhập để khai ít hơn',
  'catalogue.home.sign_in_why':
    'Đăng nhập bằng VNeID, biểu mẫu sẽ tự điền những gì Nhà nước đã biết về bạn. Bạn chỉ bổ sung phần còn thiếu.',
  'catalogue.home.sign_in_do': 'Đăng nhập bằng VNeID',
  'catalogue.home.events': 'Theo việc trong đời sống',
  'catalogue.home.all': 'Tất cả {count, number} thủ tục',
  'catalogue.home.figures': 'Tỉnh đang làm đến đâu',
  'catalogue.home.figures_why': 'Chỉ tiêu, nhiệm vụ của kế hoạch chuyển đổi số, kèm số liệu và hạn hoàn thành.',
  'catalogue.home.figures_do': 'Xem số liệu',
  'catalogue.search.title': 'Tìm thủ tục',
  'catalogue.search.heading': '{query, select, none {Tất cả thủ tục} other {Kết quả cho “{words}”}}',
  'catalogue.search.label': 'Bạn cần làm gì?',
  'catalogue.search.found': '{count, plural, =0 {Không có thủ tục nào} other {# thủ tục}}',
  'catalogue.search.field': 'Lĩnh vực',
  'catalogue.search.level': 'Cấp thực hiện',
  'catalogue.search.agency': 'Cơ quan',
  'catalogue.search.event': 'Việc trong đời sống',
  'catalogue.search.none': 'Không tìm thấy “{words}”',
  'catalogue.search.none_why':
    'Thử ít từ hơn, viết không dấu, hoặc chọn một việc trong đời sống dưới đây. Vẫn không thấy, xin gọi số ở chân trang.',
  'catalogue.search.none_filtered': 'Không có thủ tục nào hợp với các bộ lọc đã chọn.',
  'catalogue.search.online': 'Nộp được trên trang này',
  'catalogue.search.elsewhere': 'Nộp ở hệ thống của bộ',
  'catalogue.search.empty': 'Danh mục thủ tục chưa được nhập.',
  'catalogue.event.lead': 'Những thủ tục thường cần khi: {lead}',
  'catalogue.event.missing': 'Chưa có trong danh mục: {codes}',
  'catalogue.event.others': 'Việc khác trong đời sống',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
