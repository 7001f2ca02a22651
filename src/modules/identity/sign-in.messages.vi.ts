import '#kernel/text.ts'

export const messages = {
  'identity.sign_in.title': 'Đăng nhập',
  'identity.sign_in.lead': 'Cổng này không có mật khẩu riêng. Bạn dùng tài khoản định danh {provider}.',
  'identity.sign_in.asked': 'Trang bạn mở cần biết bạn là ai. Đăng nhập xong, bạn quay lại đúng trang đó.',
  'identity.sign_in.back_to_it': 'Đăng nhập xong, bạn làm tiếp đúng chỗ đang dở. Những gì đã lưu vẫn còn nguyên.',
  'identity.sign_in.citizens': 'Người dân, doanh nghiệp',
  'identity.sign_in.send': 'Đăng nhập bằng {provider}',
  'identity.sign_in.no_provider':
    'Nơi này chưa kết nối với hệ thống định danh nên chưa đăng nhập được. Bạn có thể đến bộ phận Một cửa, hoặc gọi',
  'identity.sign_in.or': 'hoặc',
  'identity.sign_in.shared': 'Đang dùng máy tính chung?',
  'identity.sign_in.shared_how': 'Quét mã bằng điện thoại của bạn ở trang tiếp theo; làm xong nhớ đăng xuất',
  'identity.sign_in.for_another': 'Làm giúp cha mẹ, con nhỏ, tổ chức?',
  'identity.sign_in.for_another_how': 'Đăng nhập bằng tài khoản của bạn, rồi chọn làm thay ai',
  'identity.sign_in.no_phone': 'Không dùng được điện thoại thông minh?',
  'identity.sign_in.no_phone_how':
    'Mang căn cước đến bộ phận Một cửa gần nhất, hoặc nhờ tổ công nghệ số cộng đồng: cán bộ làm cùng bạn khi bạn đồng ý.',
  'identity.sign_in.staff': 'Cán bộ, công chức:',
  'identity.sign_in.staff_link': 'đăng nhập công vụ',
  'identity.sign_in.known': 'Chúng tôi biết gì về bạn sau khi đăng nhập?',
  'identity.sign_in.known_answer':
    'Họ tên, số định danh, ngày sinh, giới tính và nơi thường trú, đúng như hệ thống định danh trả về. Mỗi lần một cơ quan xem dữ liệu của bạn đều được ghi lại để bạn đọc.',
  'identity.provider.up': '{provider} đang chạy bình thường, kiểm tra lúc {at}.',
  'identity.provider.slow':
    '{provider} đang chậm (kiểm tra lúc {at}). Bạn vẫn thử được; phần đã lưu không mất nếu phải làm lại.',
  'identity.provider.down':
    '{provider} không trả lời lúc {at}. Bạn vẫn thử được; phần đã lưu không mất nếu phải làm lại.',
  'identity.sign_in.kept':
    'Phiên đăng nhập đã hết nên phần vừa gửi chưa được nhận, nhưng vẫn còn nguyên. Đăng nhập lại rồi bấm một lần để gửi tiếp.',
  'identity.sign_in.kept_files': '{count, plural, other {# tệp đính kèm không giữ được, cần chọn lại.}}',
  'identity.kept.title': 'Gửi tiếp phần đang dở',
  'identity.kept.lead': 'Những gì bạn đã nhập trước khi phiên hết vẫn còn. Chưa có gì được gửi.',
  'identity.kept.send': 'Gửi tiếp',
  'identity.kept.drop': 'Bỏ, không gửi',
  'identity.kept.other_party': 'Lúc nhập phần này bạn đang làm thay {name}. Hãy chọn lại rồi gửi tiếp.',
  'identity.fault.refused': 'Bạn chưa đăng nhập',
  'identity.fault.refused_why': 'Bạn đã dừng lại ở trang {provider}. Chưa có gì được gửi đi.',
  'identity.fault.stale': 'Lần đăng nhập này đã quá hạn',
  'identity.fault.stale_why':
    'Mỗi lần đăng nhập chỉ dùng được một lần và trong ít phút. Hãy đăng nhập lại; không cần làm gì khác.',
  'identity.fault.forged': 'Không nhận ra lần đăng nhập này',
  'identity.fault.forged_why':
    'Câu trả lời không khớp với lần đăng nhập nào bắt đầu từ trình duyệt này, nên chúng tôi không nhận. Thường là do mở nhiều thẻ hoặc bấm lùi trang.',
  'identity.fault.slow': '{provider} đang chậm',
  'identity.fault.slow_why': '{provider} chưa trả lời kịp. Việc này không do bạn; hãy thử lại sau một phút.',
  'identity.fault.down': '{provider} đang không trả lời',
  'identity.fault.down_why':
    'Hệ thống định danh tạm thời không dùng được. Việc này không do bạn; hãy thử lại sau ít phút.',
  'identity.fault.unreadable': '{provider} chưa cho biết đủ thông tin',
  'identity.fault.unreadable_why':
    'Câu trả lời không có số định danh hoặc họ tên, nên chưa thể biết hồ sơ là của ai. Bộ phận Một cửa giúp được bạn bằng giấy tờ.',
  'identity.fault.nothing_lost': 'Không có gì bị mất: những gì bạn đã lưu vẫn còn nguyên.',
  'identity.fault.again': 'Đăng nhập lại',
  'identity.fault.back': 'Về trang đang dở',
  'identity.fault.help': 'Thử nhiều lần không được? Gọi',
  'identity.conflict.title': 'Số định danh này đã gắn với một tài khoản khác',
  'identity.conflict.why':
    'Tài khoản bạn vừa dùng và số định danh đi kèm không cùng một người trong sổ của chúng tôi. Để không ai xem nhầm hồ sơ, chúng tôi chưa cho vào.',
  'identity.conflict.how': 'Mang căn cước đến bộ phận Một cửa, hoặc gọi',
  'identity.level.title': 'Mức độ tài khoản định danh',
  'identity.level.has': 'Tài khoản {provider} của bạn ở mức độ {level}.',
  'identity.level.enough': 'Bạn dùng được mọi dịch vụ ở đây.',
  'identity.level.too_low': 'Dịch vụ này cần tài khoản định danh mức độ 2.',
  'identity.level.how': 'Cách lên mức độ 2',
  'identity.level.go': 'Đến công an cấp xã',
  'identity.level.go_text': 'Mang thẻ căn cước. Công an lấy ảnh và vân tay, bạn cho số điện thoại đang dùng.',
  'identity.level.wait': 'Chờ kích hoạt',
  'identity.level.wait_text':
    '{withCard} ngày làm việc khi đã có thẻ căn cước còn hạn, {without} ngày khi chưa có (thủ tục {procedure}). Kích hoạt trong ứng dụng rồi đăng nhập lại.',
  'identity.level.again': 'Đăng nhập lại bằng mức độ 2',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
