import '#kernel/text.ts'

export const messages = {
  'filing.mine.title': 'Hồ sơ của tôi',
  'filing.mine.lead': 'Bản nháp đang khai và hồ sơ đã nộp.',
  'filing.mine.drafts': 'Đang khai',
  'filing.mine.filed': 'Đã nộp',
  'filing.mine.none_filed': 'Chưa nộp hồ sơ nào.',
  'filing.mine.nothing': 'Bạn chưa có hồ sơ nào',
  'filing.mine.nothing_why': 'Tìm việc cần làm, điền tờ khai; hồ sơ sẽ hiện ở đây.',
  'filing.mine.find': 'Tìm dịch vụ công',
  'filing.mine.saved': 'Lưu lúc {at}. Giữ đến {until}.',
  'filing.mine.on_this_device': 'Chỉ có trên máy này, chưa gắn với ai.',
  'filing.mine.for_another': 'Đứng tên người khác với người bạn đang thay mặt.',
  'filing.mine.go_on': 'Khai tiếp',
  'filing.mine.erase': 'Xóa bản nháp',
  'filing.mine.erased': 'Đã xóa bản nháp',
  'filing.mine.next': 'Tiếp theo',
  'filing.mine.sign_in_title': 'Xem hồ sơ đã nộp',
  'filing.mine.sign_in_why': 'Đăng nhập bằng định danh điện tử để thấy mọi hồ sơ của bạn trên máy nào cũng được.',
  'filing.mine.sign_in': 'Đăng nhập',
  'filing.mine.by_code': 'Tra cứu bằng mã',

  'filing.state.draft': 'Bản nháp',
  'filing.state.filed': 'Mới nộp',
  'filing.state.at_desk': 'Một cửa đang xem',
  'filing.state.withdrawn': 'Đã rút',
  'filing.state.received': 'Đã tiếp nhận',
  'filing.next.filed':
    'Bộ phận Một cửa kiểm tra và tiếp nhận. Bạn sẽ nhận được mã hồ sơ và ngày hẹn; hiện không phải làm gì.',
  'filing.next.at_desk': 'Bộ phận Một cửa đang kiểm tra hồ sơ của bạn.',
  'filing.next.withdrawn': 'Bạn đã rút hồ sơ này. Muốn làm lại thì nộp hồ sơ mới.',
  'filing.next.received': 'Cơ quan đang giải quyết. Bạn sẽ được báo khi có kết quả hoặc cần bổ sung.',

  'filing.channel.online': 'Trực tuyến',
  'filing.channel.direct': 'Trực tiếp',
  'filing.channel.post': 'Qua bưu chính',

  'filing.limit.none': 'Danh mục không ghi thời hạn',
  'filing.limit.working_hour': '{count, number} giờ làm việc kể từ khi tiếp nhận',
  'filing.limit.working_day': '{count, number} ngày làm việc kể từ khi tiếp nhận',
  'filing.limit.day': '{count, number} ngày kể từ khi tiếp nhận',
  'filing.limit.month': '{count, number} tháng kể từ khi tiếp nhận',
  'filing.assumed': '(giả định)',
  'filing.fee.free': 'Miễn phí',

  'filing.application.missing': 'Không tìm thấy hồ sơ này',
  'filing.application.withdrawn_already': 'Hồ sơ này đã được rút rồi',
  'filing.application.received_already':
    'Hồ sơ đã được tiếp nhận. Muốn dừng giải quyết, xin liên hệ bộ phận Một cửa nơi nhận.',
  'filing.application.code': 'Mã',
  'filing.application.dossier_code': 'Mã hồ sơ',
  'filing.application.filed_at': 'Nộp lúc',
  'filing.application.receiver': 'Nơi nhận',
  'filing.application.channel': 'Cách nộp',
  'filing.application.limit': 'Thời hạn giải quyết',
  'filing.application.due': 'Hẹn trả kết quả',
  'filing.application.due_paused': 'Hẹn trả khi tạm dừng',
  'filing.application.how_far': 'Đã đến đâu',
  'filing.application.files': 'Tệp đã nộp',
  'filing.application.summary': 'Tóm tắt',
  'filing.application.see_receipt': 'Xem, in, tải biên nhận',
  'filing.application.withdraw': 'Rút hồ sơ',
  'filing.application.unclear': 'Có chỗ chưa rõ?',
  'filing.application.call': 'Gọi',
  'filing.application.read_out': 'và đọc bốn ký tự cuối: {four}.',

  'filing.moment.next': 'Bộ phận Một cửa tiếp nhận',
  'filing.moment.next_text': '{receiver} kiểm tra rồi cấp mã hồ sơ và ngày hẹn trả.',
  'filing.moment.filed_text': 'Mã tra cứu {code}. Thông tin và tệp đã nhận nguyên vẹn.',
  'filing.moment.helped': 'Cán bộ làm giúp',
  'filing.moment.filing_application_file': 'Đã nộp hồ sơ',
  'filing.moment.filing_application_file_assisted': 'Đã nộp hồ sơ, có cán bộ làm giúp',
  'filing.moment.filing_application_file_as_partner': 'Đã nộp hồ sơ qua cổng khác',
  'filing.moment.filing_application_withdraw': 'Bạn đã rút hồ sơ',
  'filing.moment.filing_application_withdraw_as_partner': 'Đã rút hồ sơ qua cổng khác',

  'filing.withdraw.title': 'Rút hồ sơ',
  'filing.withdraw.means':
    'Hồ sơ chưa được tiếp nhận nên rút ngay được, không mất phí. Sau khi rút, hồ sơ không được giải quyết nữa; biên nhận vẫn còn để xem.',
  'filing.withdraw.because': 'Vì sao bạn rút',
  'filing.withdraw.send': 'Rút hồ sơ',
  'filing.withdraw.keep': 'Giữ hồ sơ',
  'filing.withdraw.done': 'Đã rút hồ sơ',

  'filing.notice.filed': 'Đã nhận hồ sơ {title}, mã tra cứu {code}',
  'filing.notice.withdrawn': 'Đã rút hồ sơ {title}, mã tra cứu {code}',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
