import '#kernel/text.ts'

export const messages = {
  'identity.kiosk.title': 'Máy dùng chung',
  'identity.kiosk.lead': 'Làm dịch vụ công ngay tại đây. Dùng xong, bấm “Xong, xóa khỏi máy này”.',
  'identity.kiosk.sign_in': 'Đăng nhập bằng {provider}',
  'identity.kiosk.find': 'Tìm dịch vụ',
  'identity.kiosk.how': 'Cách dùng',
  'identity.kiosk.who': 'Cho biết bạn là ai',
  'identity.kiosk.who_text':
    'Đăng nhập bằng {provider} thay cho việc xem thẻ căn cước. Máy này chưa nối đầu đọc thẻ; chưa có {provider} thì mời đến quầy.',
  'identity.kiosk.same': 'Nộp như ở nhà',
  'identity.kiosk.same_text':
    'Giấy tờ, thời hạn, phí giống như nộp trực tuyến. Bản khai dở vẫn còn trong tài khoản của bạn.',
  'identity.kiosk.finish': 'Không để lại gì trên máy',
  'identity.kiosk.finish_text':
    'Bấm “Xong” là máy quên bạn. Nếu quên bấm, sau {minutes, number} phút không ai dùng, máy tự xóa.',
  'identity.kiosk.done': 'Máy đã quên hết. Mời người tiếp theo.',
  'identity.kiosk.idle': 'Không ai dùng nên máy đã tự xóa. Mời người tiếp theo.',
  'identity.kiosk.set_up': 'Đặt một máy dùng chung cho người dân',
  'identity.kiosk.set': 'Dành cho cán bộ',
  'identity.kiosk.is_on': 'Máy này đang là máy dùng chung.',
  'identity.kiosk.is_off': 'Máy này chưa phải máy dùng chung. Bật xong, bạn được đăng xuất khỏi máy.',
  'identity.kiosk.turn_on': 'Dùng máy này làm máy chung',
  'identity.kiosk.turn_off': 'Thôi dùng làm máy chung',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
