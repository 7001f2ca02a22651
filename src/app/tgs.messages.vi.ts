import '#kernel/text.ts'

export const messages = {
  'tgs.usage': 'Cách dùng: npm run -s tgs -- LỆNH',
  'tgs.audit_verify': 'kiểm tra nhật ký sự kiện theo niêm phong',
  'tgs.audit_verify_known': 'như trên, đối chiếu với một niêm phong đã ghi lại ở nơi khác',
  'tgs.plan_parse': 'đọc tệp kế hoạch (.txt, .html, .docx, .pdf) và in các chỉ tiêu, nhiệm vụ ra JSON',
  'tgs.receipt_verify': 'kiểm tra một biên nhận nộp hồ sơ, không cần mạng; tệp đưa kèm được đối chiếu với tệp đã nộp',
  'tgs.procedures_import': 'nhập danh mục thủ tục (.jsonl, .jsonl.gz) và in kết quả ra JSON',
  'tgs.scores_rebuild': 'dựng lại dữ kiện và tổng của Bộ chỉ số phục vụ từ hồ sơ, in số dòng đã sai',
  'tgs.overview_rebuild': 'dựng lại bảng điều hành (hồ sơ đang mở, khối lượng) từ hồ sơ, in số dòng đã sai',
  'tgs.no_house':
    'Chưa có dữ liệu của chương trình ở {place}: hãy khởi động chương trình một lần, hoặc kiểm tra DATA_DIR, DATABASE_URL',
  'tgs.lines_read': 'Đã đọc {lines, number} dòng',
  'tgs.cannot_open': 'Không mở được tệp {name}',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
