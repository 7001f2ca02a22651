import '#kernel/text.ts'

export const messages = {
  'sandbox.title': 'VNeID thử nghiệm',
  'sandbox.lead': 'Chọn một người hoặc tổ chức để đăng nhập.',
  'sandbox.invented':
    'Đây không phải VNeID thật. Mọi người và tổ chức dưới đây đều hư cấu, chỉ có trong bản trình diễn.',
  'sandbox.level': 'Mức độ {level}',
  'sandbox.organisation': 'Tài khoản tổ chức',
  'sandbox.as': 'của {name}',
  'sandbox.turn_back': 'Không đăng nhập, quay lại',
  'sandbox.lost': 'Lần đăng nhập này không còn',
  'sandbox.lost_why': 'Trang đã để quá lâu, hoặc được mở ở trình duyệt khác.',
  'sandbox.again': 'Đăng nhập lại',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
