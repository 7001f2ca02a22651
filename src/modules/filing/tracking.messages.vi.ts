import '#kernel/text.ts'

export const messages = {
  'filing.tracking.title': 'Hồ sơ đến đâu rồi?',
  'filing.tracking.lead': 'Nhập mã tra cứu ghi trên biên nhận và bốn số cuối của số định danh.',
  'filing.tracking.code': 'Mã tra cứu',
  'filing.tracking.code_hint': 'Ba nhóm bốn ký tự, ví dụ 7K3M-9QXT-2HD4',
  'filing.tracking.four': 'Bốn số cuối của số định danh',
  'filing.tracking.four_hint': 'Của người đứng tên hồ sơ; với tổ chức là mã số',
  'filing.tracking.send': 'Tra cứu',
  'filing.tracking.why':
    'Không đăng nhập thì chỉ thấy mã và mức độ hoàn thành, để người ngoài không đọc được hồ sơ của bạn.',
  'filing.tracking.not_found': 'Không có hồ sơ nào khớp cả mã và bốn số này. Xin xem lại từng ký tự.',
  'filing.tracking.no_code': 'Mã tra cứu chưa đúng: có ký tự gõ nhầm, thiếu hoặc thừa',
  'filing.tracking.four_digits': 'Nhập đúng bốn chữ số cuối',
  'filing.tracking.found': 'Mức độ hoàn thành',
  'filing.tracking.more': 'Muốn xem nơi nhận, thời gian và giấy tờ, hãy đăng nhập.',
  'filing.tracking.yours': 'Đây là hồ sơ của bạn.',
  'filing.tracking.another': 'Tra cứu mã khác',
  'filing.stage.filed': 'Đã nộp',
  'filing.stage.received': 'Tiếp nhận',
  'filing.stage.processed': 'Giải quyết',
  'filing.stage.returned': 'Trả kết quả',
  'filing.relation.self': 'tự nộp',
  'filing.relation.child': 'nộp cho con',
  'filing.relation.parent': 'nộp cho cha, mẹ',
  'filing.relation.ward': 'nộp cho người được giám hộ',
  'filing.relation.organisation': 'đại diện tổ chức',
  'filing.relation.assisted': 'cán bộ làm giúp, có sự đồng ý',
  'filing.relation.partner': 'qua cổng khác',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
