import '#kernel/text.ts'

export const messages = {
  'filing.start.title': 'Nộp hồ sơ: {title}',
  'filing.start.services': 'Dịch vụ',
  'filing.start.file': 'Nộp hồ sơ',
  'filing.start.minutes': 'Thời gian khai',
  'filing.start.about': 'khoảng {count, number} phút',
  'filing.start.at_leisure': 'tùy hồ sơ',
  'filing.start.assurance': 'Định danh điện tử',
  'filing.start.level': 'mức độ {level, number}',
  'filing.start.when_filing': 'chỉ cần khi nộp',
  'filing.start.not_online': 'Thủ tục này không nộp qua mạng được. Cách nộp: {channels}.',
  'filing.start.what_to_bring': 'Xem cần chuẩn bị gì',
  'filing.start.help': 'Làm giúp người dân',
  'filing.start.case': 'Trường hợp của bạn',
  'filing.start.case_needed': 'Hãy chọn trường hợp',
  'filing.start.receiver': 'Nộp cho cơ quan nào',
  'filing.start.receiver_hint': 'Nơi bạn thường trú, hoặc nơi xảy ra việc cần giải quyết',
  'filing.start.receiver_needed': 'Hãy chọn nơi nhận hồ sơ',
  'filing.start.any_commune': 'Nộp ở xã, phường nào trong tỉnh cũng được, không cần đúng nơi ở.',
  'filing.start.goes_to': 'Nơi nhận: {name}',
  'filing.start.send': 'Bắt đầu khai',
  'filing.start.kept': 'Tờ khai được lưu từng phần; bạn có thể làm tiếp trên máy khác.',
  'filing.start.kept_here':
    'Chưa cần đăng nhập. Tờ khai được lưu trên máy này; đăng nhập rồi thì làm tiếp được trên máy khác.',
  'filing.start.steps': 'Sau đó thế nào',
  'filing.start.not_offered': 'Thủ tục này hiện không nộp trực tuyến ở đây',
  'filing.start.not_offered_why':
    'Có thể thủ tục đã ngừng, đang được sửa, hoặc nộp ở hệ thống khác. Bản nháp đã có vẫn còn.',
  'filing.start.my_drafts': 'Xem bản nháp của tôi',
  'filing.start.redirect': 'Đổi trường hợp, nơi nhận',
  'filing.start.save': 'Lưu',
  'filing.start.leave': 'Không đổi',
  'filing.start.redirected': 'Đã đổi trường hợp, nơi nhận',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
