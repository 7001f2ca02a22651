import '#kernel/text.ts'

export const messages = {
  'texts.parse.not_a_plan':
    'Văn bản này không phải là kế hoạch mà hệ thống đọc được. Đã tìm: số hiệu dạng …/KH-… hoặc quyết định ban hành kèm theo ({number, select, yes {có} other {không thấy}}); tiêu đề KẾ HOẠCH ({title, select, yes {có} other {không thấy}}); ít nhất một phần mục tiêu, chỉ tiêu hoặc nhiệm vụ ({section, select, yes {có} other {không thấy}}).',
  'texts.warning.number_blank': 'Kế hoạch chưa có số: phần số hiệu còn để trống',
  'texts.warning.date_missing': 'Không tìm thấy ngày ban hành kế hoạch',
  'texts.warning.issuer_missing': 'Không tìm thấy cơ quan ban hành kế hoạch',
  'texts.warning.year_missing': 'Tiêu đề không nêu năm của kế hoạch: các hạn không ghi năm chưa tính được ngày',
  'texts.warning.heading_spelling': 'Đề mục {ref} ghi “{printed}”, có thể là “{meant}”',
  'texts.warning.number_repeated': 'Mục {label} xuất hiện hai lần liền nhau; mục sau được gọi là {ref}',
  'texts.warning.number_missing':
    'Mục {ref} không nối tiếp {after, select, none {đầu danh sách} other {mục {after}}}: có thể thiếu mục ở giữa',
  'texts.warning.footnote_missing': 'Chú thích [{mark}] có dấu trong văn bản nhưng không có nội dung',
  'texts.warning.no_value': 'Chỉ tiêu {ref} không có con số để đo',
  'texts.warning.number_irregular': 'Số hiệu {number} không đúng dạng thường gặp của loại văn bản này',
  'texts.warning.appendix_without_table': 'Có tiêu đề phụ lục “{title}” nhưng không có bảng',
  'texts.warning.appendix_missing': 'Văn bản nhắc đến phụ lục đính kèm nhưng không có phụ lục',
  'texts.warning.quarter_month_assumed':
    '“{literal}” không nói tháng nào của quý: đang hiểu là {month, select, first {tháng đầu} next {tháng liền sau} other {tháng cuối}} quý',
  'texts.warning.before_assumed':
    '“{literal}”: đang hiểu ngày cuối cùng còn đúng hạn là {before, select, same_day {chính ngày đã ghi} other {ngày liền trước ngày đã ghi}}',
  'texts.warning.yearly_report_next_year': '“{literal}” rơi vào đầu năm: đang hiểu là đầu năm sau năm kế hoạch',
  'texts.warning.meeting_without_day': '“{literal}” không nêu ngày họp',
  'texts.warning.report_without_period': 'Mục {ref} yêu cầu báo cáo định kỳ nhưng không nêu kỳ',
  'texts.warning.unit_unclear': 'Mục {ref} không nêu rõ đơn vị thực hiện',
  'texts.warning.text_not_used': 'Đoạn văn ở mục {ref} không thuộc mục nào được đọc',
  'texts.warning.row_unclear': 'Dòng này của bảng không đọc được',
  'texts.warning.section_missing':
    'Không tìm thấy phần {section, select, legal {căn cứ} targets {chỉ tiêu} tasks {nhiệm vụ} solutions {giải pháp} funding {kinh phí} other {tổ chức thực hiện}}',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
