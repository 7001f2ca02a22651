import '#kernel/text.ts'

/** Ratings: to citizens, then to officers. */
export const messages = {
  'rating.nav': 'Đánh giá của người dân',
  'rating.assumed': '(giả định)',
  'rating.not_yet': 'Chỉ đánh giá được sau khi đã trả kết quả.',
  'rating.rated_before': 'Hồ sơ này đã được đánh giá. Mỗi hồ sơ đánh giá một lần.',
  'rating.too_late_to_change': 'Đã hết thời gian đổi đánh giá.',
  'rating.not_on_the_sheet': 'Xin chọn một mức có trong phiếu.',
  'rating.no_code': 'Mã không đúng. Mã có 12 chữ và số, in trên giấy tiếp nhận.',
  'rating.done': 'Đã ghi đánh giá. Cảm ơn bạn.',
  'rating.done_anonymously': 'Đã ghi đánh giá ẩn danh. Cảm ơn bạn.',

  'rating.form.code': 'Mã hồ sơ trên giấy tiếp nhận',
  'rating.form.code_hint': 'Ví dụ 7K3M-9QXT-2HD4. Mã chỉ để mỗi hồ sơ được đánh giá một lần.',
  'rating.form.answers.overall_needed': 'Xin chọn mức hài lòng nhìn chung.',
  'rating.form.text': 'Bạn muốn nói thêm điều gì?',
  'rating.form.text_hint': 'Nếu muốn ẩn danh, đừng ghi tên, số điện thoại hay mã hồ sơ.',
  'rating.form.send': 'Gửi đánh giá',
  'rating.form.after':
    'Đánh giá không ảnh hưởng đến hồ sơ của bạn. Nếu bạn chưa hài lòng, cơ quan phải xem xét và trả lời trong {days} ngày làm việc.',

  'rating.by_code.title': 'Đánh giá ẩn danh',
  'rating.by_code.lead':
    'Không cần đăng nhập. Phiếu không ghi tên hay mã hồ sơ của bạn, vì vậy không ai trả lời riêng bạn được và phiếu đã gửi không đổi được.',

  'rating.own.title': 'Đánh giá việc phục vụ',
  'rating.own.lead': 'Bạn được phục vụ thế nào? Không bắt buộc; chỉ cần chọn mức chung.',
  'rating.own.sheet': 'Phiếu đánh giá',
  'rating.own.change': 'Đổi đánh giá',
  'rating.own.change_until': 'Bạn đổi được đến hết ngày {until}.',
  'rating.own.or_anonymously': 'Phiếu này gửi kèm tên bạn, để cơ quan trả lời bạn được.',
  'rating.own.anonymously': 'Đánh giá ẩn danh',
  'rating.own.anonymous': 'Hồ sơ này đã được đánh giá ẩn danh. Cảm ơn bạn.',
  'rating.own.given': 'Đánh giá của bạn ngày {on}',
  'rating.own.answered': 'Trả lời của cơ quan ngày {on}',
  'rating.own.looked_into': 'Cơ quan đang xem xét đánh giá của bạn và phải trả lời trước hết ngày {due}.',
  'rating.own.not_now': 'Để sau',

  'rating.notice.opened': 'Có đánh giá chưa hài lòng cần trả lời trước hết ngày {due}',
  'rating.notice.late': 'Đánh giá chưa hài lòng đã quá hạn trả lời',
  'rating.notice.answered': 'Cơ quan đã trả lời đánh giá của bạn',

  'rating.list.title': 'Đánh giá của người dân',
  'rating.list.lead': 'Đánh giá thấp đang chờ trả lời, và mức hài lòng từ đầu năm.',
  'rating.list.open': 'Đánh giá thấp chờ trả lời',
  'rating.list.none_open': 'Không có đánh giá thấp nào chờ trả lời.',
  'rating.list.next': 'Xem tiếp',
  'rating.list.units': 'Mức hài lòng chung từ đầu năm, theo đơn vị',
  'rating.list.none': 'Năm nay chưa có đánh giá nào.',
  'rating.list.unit': 'Đơn vị',
  'rating.list.count': 'Số phiếu',
  'rating.list.too_few': 'dưới {least}',
  'rating.list.hidden': 'Dưới {least} phiếu thì không nêu số, để không lộ người đánh giá.',

  'rating.follow_up.title': 'Đánh giá thấp',
  'rating.follow_up.missing': 'Không có đánh giá này.',
  'rating.follow_up.standing': 'Việc cần làm',
  'rating.follow_up.given': 'Người dân đánh giá',
  'rating.follow_up.anonymous': 'Đánh giá ẩn danh: không biết của hồ sơ nào, của ai.',
  'rating.follow_up.dossier': 'Hồ sơ',
  'rating.follow_up.procedure': 'Thủ tục',
  'rating.follow_up.applicant': 'Người nộp',
  'rating.follow_up.opened': 'Mở ngày',
  'rating.follow_up.due': 'Trả lời trước hết ngày',
  'rating.follow_up.late': 'quá hạn',
  'rating.follow_up.owner': 'Người phụ trách',
  'rating.follow_up.no_owner': 'chưa có ai',
  'rating.follow_up.escalated': 'Đã báo cấp trên',
  'rating.follow_up.take': 'Nhận phụ trách',
  'rating.follow_up.taken': 'Bạn đã nhận phụ trách.',
  'rating.follow_up.answering': 'Xem xét và trả lời',
  'rating.follow_up.answered': 'Đã trả lời ngày {on}',
  'rating.follow_up.answered_before': 'Đánh giá này đã được trả lời.',
  'rating.follow_up.own_work': 'Đánh giá này về việc bạn đã làm; người khác xem xét và trả lời.',
  'rating.follow_up.kept': 'Không biết ai đánh giá, nên trả lời chỉ được lưu lại ở đây.',
  'rating.follow_up.told': 'Người đánh giá được báo ngay và đọc trả lời ở trang hồ sơ của họ.',
  'rating.follow_up.done': 'Đã trả lời.',
  'rating.follow_up.form.answer': 'Đã xem xét thế nào, sửa gì',
  'rating.follow_up.form.send': 'Trả lời',
}

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
