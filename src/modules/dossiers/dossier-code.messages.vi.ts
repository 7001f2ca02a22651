import '#kernel/text.ts'

export const messages = {
  'dossiers.code.agency_without_code':
    'Đơn vị tiếp nhận chưa có mã định danh cho ngày này, nên chưa cấp được mã hồ sơ. Quản trị viên thêm mã cho đơn vị rồi tiếp nhận lại',
  'dossiers.code.day_full':
    'Số thứ tự trong ngày của đơn vị đã dùng hết, nên chưa cấp được mã hồ sơ. Quản trị viên tăng độ dài số thứ tự trong quy tắc mã hồ sơ; hồ sơ vẫn giữ mã tra cứu và thời điểm nộp',
  'dossiers.code.unreadable': 'Mã hồ sơ không theo dạng nào đã biết',
  'dossiers.code.of_another': 'Mã hồ sơ ghi đơn vị hoặc ngày khác với nơi và ngày tiếp nhận',
  'dossiers.code.taken': 'Mã hồ sơ này đã cấp cho một hồ sơ khác',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
