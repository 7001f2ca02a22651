import '#kernel/text.ts'

export const messages = {
  'uploads.nav': 'Tệp',
  'uploads.page.title': 'Tệp của tôi',
  'uploads.page.lead': 'Chụp hoặc chọn giấy tờ trước, dùng khi nộp hồ sơ. Tệp chưa dùng được giữ {days, number} ngày.',
  'uploads.page.visitor': 'Bạn chưa đăng nhập: các tệp này chỉ thấy được trên trình duyệt này.',
  'uploads.page.not_scanned': 'Hệ thống này chưa nối với máy quét mã độc; tệp được kiểm tra loại và nội dung.',
  'uploads.page.send': 'Gửi tệp',
  'uploads.page.tep': 'Giấy tờ',
  'uploads.page.tep_hint': 'Ảnh chụp hoặc PDF; gửi được nhiều tệp một lần',
  'uploads.upload.missing': 'Không có tệp này',
  'uploads.upload.in_use': 'Tệp này đã được dùng trong hồ sơ',
  'uploads.upload.was_refused': 'Tệp này không nhận được, xin gửi tệp khác',
  'uploads.upload.not_ready': 'Tệp này chưa kiểm tra xong; xin thử lại sau ít phút',
  'uploads.upload.too_many':
    'Đang giữ quá nhiều tệp chưa dùng (tối đa {files, number} tệp, {megabytes, number} MB). Xin bỏ bớt rồi gửi.',
  'uploads.upload.too_often':
    'Quá nhiều tệp được gửi từ nơi này; xin thử lại sau {seconds, number} giây, hoặc đăng nhập rồi gửi',
  'uploads.upload.no_owner': 'Xin cho phép cookie của trang này, tải lại trang rồi gửi tệp',
  'uploads.upload.not_taken': 'Tệp {name} không phải ảnh JPG, PNG, HEIC hay PDF (xét theo nội dung, không theo tên)',
  'uploads.upload.differs': 'Tệp {name} bị sai lệch khi gửi; xin gửi lại',
  'uploads.upload.lost': 'Tệp {name} chưa đến đủ; xin gửi lại',
  'uploads.upload.infected': 'Tệp {name} có mã độc nên không nhận. Xin quét máy của bạn và gửi bản khác.',
  'uploads.upload.too_few_to_join': 'Cần ít nhất hai tệp đã nhận để ghép',
  'uploads.upload.too_many_to_join': 'Quá nhiều tệp để ghép một lần',
  'uploads.upload.too_large_to_join': 'Các tệp này cộng lại quá lớn để ghép một lần',
  'uploads.hint.small': 'Ảnh hơi nhỏ; nếu là cả trang giấy, chữ có thể khó đọc.',
  'uploads.hint.blurred': 'Ảnh có vẻ mờ. Hãy xem lại; nếu khó đọc, xin chụp lại.',
  'uploads.hint.dark': 'Ảnh hơi tối. Nếu khó đọc, xin chụp lại nơi sáng hơn.',
  'uploads.hint.glare': 'Ảnh có chỗ lóa sáng. Nếu che mất chữ, xin chụp lại, tránh đèn chiếu thẳng.',
  'uploads.hint.active': 'PDF này có lệnh tự chạy; tệp vẫn nhận nhưng chỉ tải về, không mở trong trang.',
  'uploads.scan.waiting': 'Chưa quét mã độc; sẽ quét khi máy quét hoạt động lại.',
  'uploads.notice.infected': 'Có tệp chứa mã độc ({virus}) vừa bị chặn khi gửi lên',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
