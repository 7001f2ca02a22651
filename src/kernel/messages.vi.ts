import './text.ts'

export const messages = {
  'kernel.check_the_form': 'Có chỗ cần sửa trước khi gửi',
  'kernel.not_permitted': 'Vai trò đang dùng không được làm việc này',
  'kernel.sign_in_first': 'Xin đăng nhập để làm việc này',
  'kernel.missing': 'Không tìm thấy nội dung này',
  'kernel.changed_meanwhile': 'Có người vừa sửa nội dung này. Xin xem lại bản mới rồi quyết định.',
  'kernel.busy': 'Hệ thống đang bận. Xin thử lại sau ít phút.',
  'kernel.key_used': 'Lần gửi này đã được dùng cho việc khác. Xin mở lại trang rồi gửi.',
  'kernel.too_large': 'Tệp hoặc nội dung gửi lên quá lớn (tối đa 30 MB)',
  'kernel.json_only': 'API chỉ nhận application/json',
  'kernel.not_json': 'Nội dung gửi lên không phải một đối tượng JSON',
  'kernel.not_understood': 'Không hiểu được yêu cầu này',
  'kernel.our_fault': 'Hệ thống gặp lỗi. Nội dung đã lưu trước đó vẫn còn.',
  'kernel.outside_your_unit': 'Việc này thuộc đơn vị khác, ngoài phạm vi của vị trí đang dùng',
  'kernel.unit.missing': 'Không có đơn vị này vào ngày đó',
  'input.needed': 'Hãy nhập {label}',
  'input.wrong': '{label} chưa đúng',
  'input.not_a_number': '{label} phải là số',
  'input.not_a_day': '{label} phải là một ngày có thật, ví dụ 25/5/2025',
  'input.not_an_email': '{label} phải là địa chỉ thư điện tử, ví dụ lan@tiengiang.gov.vn',
  'input.not_offered': '{label} phải là một trong các lựa chọn',
  'input.too_short': '{label} cần ít nhất {minimum} ký tự',
  'input.too_long': '{label} chỉ được dài đến {maximum} ký tự',
  'input.too_small': '{label} phải từ {minimum} trở lên',
  'input.too_big': '{label} chỉ được đến {maximum}',
  'input.too_few': '{label}: cần ít nhất {minimum} mục',
  'input.too_many': '{label}: nhiều nhất {maximum} mục',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
