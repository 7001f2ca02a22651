import '#kernel/text.ts'

export const messages = {
  'catalogue.procedure.crumb': 'Dịch vụ',
  'catalogue.procedure.for': 'Dành cho: {subjects}',
  'catalogue.procedure.time': 'Thời gian',
  'catalogue.procedure.fee': 'Phí, lệ phí',
  'catalogue.procedure.place': 'Nơi giải quyết',
  'catalogue.procedure.result': 'Bạn nhận được',
  'catalogue.procedure.by_channel': 'Tùy cách nộp, xem bảng dưới',
  'catalogue.procedure.more_results': 'và {count, number} kết quả khác',
  'catalogue.procedure.start': 'Bắt đầu làm trực tuyến',
  'catalogue.procedure.minutes':
    'Khoảng {minutes, number} phút. Bản nháp tự lưu, bạn có thể dừng và làm tiếp trên máy khác.',
  'catalogue.procedure.draft': 'Bản nháp tự lưu, bạn có thể dừng và làm tiếp trên máy khác.',
  'catalogue.procedure.handed_over': 'Nộp tại {name}',
  'catalogue.procedure.handed_over_why':
    'Thủ tục này do hệ thống khác nhận và giải quyết. Chúng tôi dẫn bạn sang đó, không bắt làm hai lần.',
  'catalogue.procedure.not_online':
    'Chưa nhận trực tuyến trên trang này. Nộp tại bộ phận Một cửa hoặc theo cách ghi trong bảng dưới đây.',
  'catalogue.procedure.partial_why': 'Chưa làm trọn vẹn qua mạng: {reason}',
  'catalogue.procedure.paperless': 'Không phải nộp bản giấy',
  'catalogue.procedure.papers': 'Bạn cần chuẩn bị',
  'catalogue.procedure.papers_none': 'Danh mục không liệt kê giấy tờ nào.',
  'catalogue.procedure.not_needed': 'Có thể bạn không phải nộp',
  'catalogue.procedure.other_case': 'Trường hợp khác: {title}',
  'catalogue.procedure.more_papers': 'Còn {count, number} giấy tờ của trường hợp khác',
  'catalogue.procedure.submit': 'Nộp',
  'catalogue.procedure.show': 'Xuất trình',
  'catalogue.procedure.counts':
    '{originals, plural, =0 {} other {# bản chính}}{both, select, yes {, } other {}}{copies, plural, =0 {} other {# bản sao}}',
  'catalogue.procedure.form': 'Mẫu: {names}',
  'catalogue.procedure.only_if': 'Chỉ khi {condition}',
  'catalogue.procedure.by_way': 'Thời gian và phí theo cách nộp',
  'catalogue.procedure.way': 'Cách nộp',
  'catalogue.procedure.note': 'Ghi chú',
  'catalogue.procedure.local_fee': 'Theo {citation}',
  'catalogue.procedure.local_limit': 'Tỉnh rút ngắn; cả nước: {national}',
  'catalogue.procedure.steps': 'Các bước',
  'catalogue.procedure.requirements': 'Yêu cầu, điều kiện',
  'catalogue.procedure.where': 'Nộp ở đâu',
  'catalogue.procedure.law': 'Căn cứ pháp lý ({count, number})',
  'catalogue.procedure.manage': 'Quản lý thủ tục này',
  'catalogue.procedure.related': 'Liên quan',
  'catalogue.procedure.help': 'Cần người làm cùng?',
  'catalogue.procedure.help_why': 'Đến bộ phận Một cửa của xã, phường; cán bộ sẽ làm cùng bạn. Hoặc gọi',
  'catalogue.procedure.same_event': 'Thường làm cùng',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
