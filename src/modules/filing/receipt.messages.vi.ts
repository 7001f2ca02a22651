import '#kernel/text.ts'

export const messages = {
  'filing.receipt.title': 'Biên nhận nộp hồ sơ',
  'filing.receipt.lead':
    'Biên nhận ghi lại mọi thông tin và tệp bạn đã nộp. Chưa phải Giấy tiếp nhận: bộ phận Một cửa sẽ cấp mã hồ sơ và ngày hẹn khi tiếp nhận.',
  'filing.receipt.download': 'Tải biên nhận về máy',
  'filing.receipt.back': 'Xem hồ sơ',
  'filing.receipt.request_code': 'Mã tra cứu',
  'filing.receipt.filed_at': 'Nộp lúc',
  'filing.receipt.receiver': 'Nơi nhận',
  'filing.receipt.case': 'Trường hợp',
  'filing.receipt.party': 'Hồ sơ của',
  'filing.receipt.filed_by': 'Người nộp',
  'filing.receipt.version': 'Phiên bản tờ khai',
  'filing.receipt.fields': 'Thông tin đã khai',
  'filing.receipt.files': 'Tệp đã nộp',
  'filing.receipt.no_files': 'Không có tệp nào.',
  'filing.receipt.fees': 'Phí, lệ phí',
  'filing.receipt.fee_total': 'Cộng',
  'filing.receipt.declaration': 'Lời cam đoan',
  'filing.receipt.seal': 'Dấu kiểm tra',
  'filing.receipt.whole': 'Mã băm của toàn bộ (SHA-256)',
  'filing.receipt.signed_by': 'Khóa ký (Ed25519)',
  'filing.receipt.how':
    'Ai có tệp biên nhận cũng tự kiểm tra được, không cần hỏi lại hệ thống: lệnh “receipt verify” chỉ ra chỗ nào bị sửa.',
  'filing.receipt.keys': 'Khóa ký biên nhận',
  'filing.receipt.keys_lead':
    'Biên nhận nộp hồ sơ được ký bằng các khóa dưới đây. Đối chiếu dấu vân tay của khóa ghi trên biên nhận với trang này.',
  'filing.receipt.no_keys': 'Chưa có khóa nào: khóa được tạo cùng biên nhận đầu tiên.',
  'filing.receipt.fingerprint': 'Dấu vân tay',
  'filing.receipt.valid_from': 'Dùng từ',
  'filing.receipt.valid_to': 'Đến',
  'filing.receipt.in_force': 'đang dùng',
  'filing.receipt.public_key': 'Khóa công khai',

  'filing.receipt.sound': 'Biên nhận nguyên vẹn: mọi trường, tệp và khoản phí đúng như lúc ký.',
  'filing.receipt.faulty': 'Biên nhận KHÔNG nguyên vẹn:',
  'filing.receipt.not_a_receipt': 'Tệp này không phải biên nhận nộp hồ sơ',
  'filing.receipt.head_changed': 'phần đầu (mã tra cứu, thời điểm, người nộp, nơi nhận…) đã bị sửa',
  'filing.receipt.field_changed': 'trường “{label}” ({name}) đã bị sửa',
  'filing.receipt.field_added': 'trường “{label}” ({name}) được thêm sau khi ký',
  'filing.receipt.field_removed': 'trường “{label}” ({name}) đã bị bỏ',
  'filing.receipt.file_changed': 'tệp “{label}” trong danh sách đã bị sửa',
  'filing.receipt.file_added': 'tệp “{label}” được thêm vào danh sách sau khi ký',
  'filing.receipt.file_removed': 'tệp “{label}” đã bị bỏ khỏi danh sách',
  'filing.receipt.fee_changed': 'khoản phí “{label}” đã bị sửa',
  'filing.receipt.fee_added': 'khoản phí “{label}” được thêm sau khi ký',
  'filing.receipt.fee_removed': 'khoản phí “{label}” đã bị bỏ',
  'filing.receipt.seal_broken':
    'danh sách mã băm không phải danh sách đã ký, nên không chỉ được chỗ nào trong đó bị sửa',
  'filing.receipt.signature_wrong': 'chữ ký không khớp với khóa ghi trong biên nhận',
  'filing.receipt.other_key': 'biên nhận được ký bằng khóa khác: {fingerprint}',
  'filing.receipt.about': 'Mã tra cứu {code}, {title}, nộp lúc {at}',
  'filing.receipt.counts': '{fields} trường, {files} tệp',
  'filing.receipt.hash': 'Mã băm của toàn bộ: {hash}',
  'filing.receipt.key': 'Dấu vân tay của khóa: {fingerprint}',
  'filing.receipt.key_known': 'Đã đối chiếu với khóa bạn đưa vào.',
  'filing.receipt.key_unknown':
    'Khóa lấy từ chính biên nhận. Muốn biết chắc ai ký, hãy đối chiếu dấu vân tay với trang /bien-nhan/khoa hoặc thêm --key TỆP.',
  'filing.receipt.file_found': 'Tệp {name}: đúng là “{is}” đã nộp',
  'filing.receipt.file_unknown': 'Tệp {name}: KHÔNG trùng với tệp nào đã nộp',
  'filing.receipt.not_proven':
    'Điều này chứng tỏ nội dung không đổi từ lúc ký; không chứng tỏ lời khai là đúng, cũng không phải Giấy tiếp nhận hồ sơ.',
  'filing.receipt.no_key': 'Tệp {name} không chứa khóa công khai Ed25519',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
