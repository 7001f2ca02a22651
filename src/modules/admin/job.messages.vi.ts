import '#kernel/text.ts'

export const messages = {
  'admin.jobs': 'Theo dõi việc chạy nền và thư gửi đi',
  'admin.job.list': 'Việc chạy nền',
  'admin.job.lead':
    'Những việc hệ thống tự làm sau mỗi thay đổi hoặc theo giờ: gửi thư, niêm phong nhật ký, cộng số liệu.',
  'admin.job.name': 'Việc',
  'admin.job.code': 'Mã việc',
  'admin.job.state': 'Tình trạng',
  'admin.job.created': 'Ghi lúc',
  'admin.job.not_before': 'Không chạy trước',
  'admin.job.started': 'Bắt đầu lúc',
  'admin.job.ended': 'Kết thúc lúc',
  'admin.job.last': 'Chạy gần nhất',
  'admin.job.retries': 'Số lần thử lại',
  'admin.job.error': 'Lỗi',
  'admin.job.none': 'Không có việc nào ở tình trạng này.',
  'admin.job.newest': 'Chỉ hiện {count, number} mục mới nhất.',
  'admin.job.retry': 'Thử lại',
  'admin.job.retry_lead': 'Việc này đã thử hết số lần cho phép. Thử lại thì việc bắt đầu lại từ đầu, với đủ số lần.',
  'admin.job.retried': 'Đã xếp lại vào hàng chờ; hệ thống sẽ chạy ngay khi rảnh',
  'admin.job.none_ticked': 'Hãy chọn ít nhất một mục rồi bấm Thử lại',
  'admin.job.is.failed': 'Hỏng',
  'admin.job.is.retry': 'Chờ thử lại',
  'admin.job.is.active': 'Đang chạy',
  'admin.job.is.created': 'Chờ chạy',
  'admin.job.is.completed': 'Đã xong',
  'admin.job.is.cancelled': 'Đã hủy',

  'admin.mail.list': 'Thư gửi đi',
  'admin.mail.lead': 'Mỗi thư hệ thống gửi là một dòng ở đây: đã đi, đang chờ, hay vì sao chưa đi được.',
  'admin.mail.address': 'Gửi đến',
  'admin.mail.at': 'Viết lúc',
  'admin.mail.tries': 'Số lần gửi',
  'admin.mail.sent': 'Gửi được lúc',
  'admin.mail.error': 'Máy chủ thư trả lời',
  'admin.mail.none': 'Không có thư nào ở tình trạng này.',
  'admin.mail.retried': 'Đã xếp thư vào hàng chờ gửi lại',
  'admin.mail.set_server':
    'Chưa cài đặt máy chủ thư (SMTP_URL). Người nhận vẫn thấy thông báo trong hệ thống. Cài đặt xong, khởi động lại hệ thống, rồi chọn thư và bấm Thử lại.',

  'kernel.mail.send': 'Gửi thư điện tử',
  'kernel.event.seal': 'Niêm phong nhật ký sự kiện',
  'kernel.statistics.collect': 'Cập nhật thống kê cho cơ sở dữ liệu nhúng',
  'kernel.measure.roll_up': 'Cộng số liệu',
  'kernel.job.retry': 'Thử lại việc chạy nền',
  'kernel.mail.retry': 'Gửi lại thư',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
