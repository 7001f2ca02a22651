import '#kernel/text.ts'

export const messages = {
  'fields.says': '{vi}',
  'fields.yes': 'Có',
  'fields.no': 'Không',
  'fields.choice_needed': 'Hãy chọn: {label}',
  'fields.file_needed': 'Hãy gửi tệp: {label}',
  'fields.whole': '{label} phải là số nguyên',
  'fields.too_fine': '{label} chỉ ghi đến {decimals} chữ số sau dấu phẩy',
  'fields.day_too_early': '{label} phải từ {minimum} trở đi',
  'fields.day_too_late': '{label} phải trước hoặc trong ngày {maximum}',
  'fields.day_to_come': '{label} phải trước hoặc trong hôm nay, {today}',
  'fields.person_number_wrong': '{label} gồm 12 chữ số, như trên thẻ căn cước',
  'fields.number_of_no_century': '{label}: chữ số thứ tư không ứng với thế kỷ nào; xin xem lại',
  'fields.number_of_another_year': '{label} là của người sinh năm {year}, khác năm sinh đã khai; xin xem lại',
  'fields.number_of_a_man': '{label} là của nam, khác giới tính đã khai; xin xem lại',
  'fields.number_of_a_woman': '{label} là của nữ, khác giới tính đã khai; xin xem lại',
  'fields.organisation_code_wrong': '{label} gồm 10, 12 hoặc 13 chữ số, ví dụ 1200100557 hoặc 1200100557-001',
  'fields.phone_wrong': '{label} gồm 10 hoặc 11 chữ số, bắt đầu bằng số 0',
  'fields.place.commune': 'Xã, phường, thị trấn',
  'fields.place.detail': 'Số nhà, đường, ấp, khu phố (nếu có)',
  'fields.place.elsewhere': 'Nơi này ở tỉnh khác hoặc ở nước ngoài',
  'fields.place.elsewhere_words': 'Xã, huyện, tỉnh hoặc quốc gia',
  'fields.place_needed': '{label}: hãy chọn xã, phường, thị trấn, hoặc ghi nơi ở tỉnh khác',
  'fields.place_not_there': '{label}: vào ngày cần khai không có nơi này với tên đó; xin chọn lại',
  'fields.place_twice': '{label}: hoặc chọn một nơi trong tỉnh, hoặc ghi nơi ở tỉnh khác, không cả hai',
  'fields.file.drop': 'Bỏ tệp',
  'fields.file_lost': '{label}: có tệp không còn trên hệ thống; xin bỏ đi và gửi lại',
  'fields.file_too_many': '{label}: nhiều nhất {most, number} tệp',
  'fields.file_type': '{label}: loại tệp này không nhận; xin gửi ảnh chụp hoặc PDF',
  'fields.saved': 'Đã lưu nháp lúc {at}.',
  'fields.saved_later': 'Chưa gửi được lên hệ thống. Những gì vừa nhập đang giữ trên máy này và sẽ tự gửi khi có mạng.',
  'fields.saved_elsewhere':
    'Bản khai này vừa được sửa ở nơi khác. Những gì vừa nhập còn trên trang; xin bấm nút bên trên để xem hai bản.',
  'fields.known': 'Chúng tôi đã có thông tin này',
  'fields.known_from': '{source}, lấy lúc {at}',
  'fields.known_wrong': 'Bạn đã báo thông tin có sẵn chưa đúng và tự khai; cán bộ sẽ thấy cả hai.',
  'fields.known_right': 'Dùng lại thông tin có sẵn',
  'fields.rows.add': 'Thêm: {one}',
  'fields.rows.remove': 'Bỏ: {one}',
  'fields.rows.none': 'Không khai mục nào.',
  'fields.change': 'Sửa',
  'fields.unanswered': 'chưa trả lời',
  'fields.unread': '{typed} (chưa đúng, xin sửa)',
  'fields.aside':
    '{count, plural, other {Mẫu khai đã đổi từ lần trước. # câu trả lời dưới đây không còn chỗ trong mẫu mới; chúng được giữ lại nhưng sẽ không gửi đi.}}',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
