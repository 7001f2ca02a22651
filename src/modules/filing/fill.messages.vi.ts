import '#kernel/text.ts'

export const messages = {
  'filing.fill.part': 'Phần {n, number} trong {of, number}',
  'filing.fill.form': 'Tờ khai',
  'filing.fill.review': 'Xem lại, nộp',
  'filing.fill.next': 'Lưu và tiếp tục',
  'filing.fill.later': 'Để làm sau',
  'filing.fill.kept': 'Đã lưu bản nháp. Bạn có thể khai tiếp bất cứ lúc nào.',
  'filing.fill.kept_until': 'Bản nháp giữ đến {until}.',
  'filing.fill.helping': 'Bạn đang khai giúp người dân, theo sự đồng ý đã ghi nhận.',
  'filing.fill.restored':
    'Phiên đăng nhập đã hết khi bạn gửi trang này lúc {at}. Những gì bạn gõ khi đó ở ngay dưới đây, chưa lưu; bấm “Lưu và tiếp tục” để giữ.',
  'filing.fill.more_asked': 'Đã lưu. Câu trả lời của bạn làm hiện thêm câu hỏi; xin trả lời tiếp.',
  'filing.fill.here': 'Bạn vừa gõ',
  'filing.fill.there': 'Đang lưu ở nơi khác',
  'filing.fill.overwrite': 'Bấm “Lưu và tiếp tục” nếu muốn giữ nội dung bạn vừa gõ, hoặc',
  'filing.fill.take_theirs': 'lấy nội dung đang lưu',
  'filing.fill.not_signed_in': 'Bản nháp chỉ có trên máy này. Máy dùng chung thì nhớ xóa ở “Hồ sơ của tôi”, hoặc',
  'filing.fill.sign_in_now': 'đăng nhập để làm tiếp trên máy khác',

  'filing.review.title': 'Xem lại và nộp',
  'filing.review.where': 'Nộp đi đâu',
  'filing.review.change': 'Sửa',
  'filing.review.from': '{says}, lúc {at}',
  'filing.review.not_needed': 'Bạn không phải nộp',
  'filing.review.held': 'Không phải nộp: đã có từ {says}.',
  'filing.review.messages': 'Tin báo',
  'filing.review.how_told':
    'Tin về hồ sơ hiện ở “Hồ sơ của tôi” và gửi qua thư điện tử nếu bạn đã khai, đã xác nhận địa chỉ thư.',
  'filing.review.declared': 'Lời cam đoan',
  'filing.review.declared_needed': 'Hãy đọc và đánh dấu lời cam đoan trước khi nộp',
  'filing.review.send': 'Nộp hồ sơ',
  'filing.review.after': 'Nộp xong bạn có ngay biên nhận với mã tra cứu. Có thể rút hồ sơ trước khi cơ quan tiếp nhận.',
  'filing.review.sign_in_title': 'Đăng nhập để nộp',
  'filing.review.sign_in_why':
    'Hồ sơ phải đứng tên một người hoặc tổ chức có định danh điện tử. Bản nháp giữ nguyên và theo bạn sau khi đăng nhập.',
  'filing.review.sign_in': 'Đăng nhập bằng VNeID',
  'filing.review.obstacle_assurance':
    'Thủ tục này cần tài khoản định danh mức độ 2, tài khoản bạn đang dùng là mức độ 1. Nâng mức ở công an xã, phường (mang theo căn cước) rồi đăng nhập lại; bản nháp vẫn còn.',
  'filing.review.obstacle_not_offered':
    'Thủ tục này hiện không nhận trực tuyến nữa. Bản nháp vẫn còn để bạn xem; gọi tổng đài hoặc đến bộ phận Một cửa để nộp.',
  'filing.review.obstacle_receiver_gone':
    'Nơi nhận đã chọn không còn hoạt động. Bấm “Sửa” ở mục nơi nhận để chọn nơi khác; những gì đã khai vẫn giữ nguyên.',
  'filing.review.obstacle_other_channel':
    'Thủ tục này hiện không nhận theo cách nộp của bản nháp. Bản nháp vẫn còn để bạn xem.',
  'filing.review.new_version': 'Tờ khai đã có phiên bản mới',
  'filing.review.new_version_means':
    'Từ lúc bạn bắt đầu, tờ khai đã thay đổi. Nội dung còn hợp với tờ khai mới được giữ nguyên.',
  'filing.review.added': 'Câu hỏi mới',
  'filing.review.dropped': 'Không còn hỏi nữa',
  'filing.review.dropped_means': 'Được cất riêng, không nộp đi; tờ khai sau này hỏi lại thì sẽ hiện lại.',
  'filing.review.go_on': 'Tiếp tục với tờ khai mới',
  'filing.review.carried': 'Đã chuyển sang tờ khai mới',
  'filing.file.done': 'Đã nộp hồ sơ. Xem và tải biên nhận ở phần Tóm tắt.',

  'filing.fee.flat': 'Thu một lần cho mỗi hồ sơ.',
  'filing.fee.each': '{count}, mỗi đơn vị {each}.',
  'filing.fee.step': 'Từ thứ {from, number} đến thứ {to, number}: {count}, mỗi đơn vị {each}.',
  'filing.fee.step_on': 'Từ thứ {from, number} trở đi: {count}, mỗi đơn vị {each}.',
  'filing.fee.capped': 'Phần vượt mức tối đa {cap} không thu.',
  'filing.fee.relief': 'Giảm {percent, number}\u00a0%.',
  'filing.fee.relief_highest': 'Giảm {percent, number}\u00a0%, mức cao nhất; không cộng thêm: {others}.',
  'filing.fee.not_yet': 'Tính được sau khi khai đủ',
  'filing.fee.when': 'Chưa phải trả ngay; cách nộp phí được báo khi hồ sơ được tiếp nhận.',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
