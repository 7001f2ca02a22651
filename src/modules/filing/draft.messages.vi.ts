import '#kernel/text.ts'

export const messages = {
  'filing.draft.missing': 'Không tìm thấy bản nháp này',
  'filing.draft.other_party':
    'Bản nháp này đứng tên người khác với người bạn đang thay mặt. Đổi người được thay mặt ở Tài khoản rồi mở lại.',
  'filing.draft.moved_on': 'Bản nháp vừa được sửa ở nơi khác. Xin so lại rồi quyết định giữ nội dung nào.',
  'filing.draft.not_offered': 'Thủ tục này hiện không nộp trực tuyến ở đây',
  'filing.draft.other_channel': 'Thủ tục này không nhận theo cách nộp đã chọn',
  'filing.draft.staff_help_at_the_desk':
    'Cán bộ không khai hồ sơ cho mình ở đây; muốn làm giúp người dân, dùng “Làm giúp”',
  'filing.draft.papers': 'Giấy tờ',
  'filing.draft.papers_intro': 'Chụp rõ bốn góc hoặc tải tệp PDF. Giấy nào nhà nước đã có thì không hỏi ở đây.',
  'filing.draft.paper_or_other': 'Một trong các giấy tờ thay thế nhau ở trang này là đủ',
  'filing.draft.paper_needed': 'Hãy gửi giấy tờ này',
  'filing.draft.no_question': 'Tờ khai không có câu hỏi nào tên là {name}',
  'filing.file.declaration':
    'Tôi cam đoan những nội dung đã khai và giấy tờ đã nộp là đúng sự thật, và chịu trách nhiệm trước pháp luật về nội dung đó.',
  'filing.file.still_checked':
    'Có tệp còn đang được kiểm tra nên chưa nộp được. Xin chờ ít phút rồi bấm nộp lại; bản nháp vẫn còn nguyên.',
  'filing.file.no_receiver': 'Chưa chọn nơi nhận hồ sơ',
  'filing.file.receiver_gone': 'Nơi nhận đã chọn không còn hoạt động. Xin chọn nơi nhận khác.',
  'filing.file.form_changed': 'Tờ khai vừa có phiên bản mới. Nội dung đã khai vẫn còn; xin xem lại trước khi nộp.',
  'filing.file.assurance': 'Thủ tục này cần tài khoản định danh điện tử mức độ 2',
  'filing.draft.known_from_identity': 'Định danh điện tử (VNeID)',
  'filing.draft.known_from_account': 'Tài khoản của bạn trên hệ thống này',
  'filing.draft.known_from_dossier': 'Hồ sơ bạn nộp gần nhất',
  'filing.file.not_acting': 'Bạn không còn được thay mặt người này. Bản nháp vẫn còn; xin xem lại ở Tài khoản.',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
