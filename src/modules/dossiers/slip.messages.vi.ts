import '#kernel/text.ts'

/** Statutory forms of a dossier. */
export const messages = {
  'dossiers.owner.slips': 'Giấy tờ đã nhận từ cơ quan',
  'dossiers.slip.title': 'Giấy tiếp nhận, phiếu và thông báo',
  'dossiers.slip.lead': 'Mỗi giấy mở được trên máy, in ra hoặc tải về tệp PDF.',
  'dossiers.slip.none': 'Chưa có giấy nào.',
  'dossiers.slip.being_made': 'Đang lập, mở lại trang này sau ít phút.',
  'dossiers.slip.kind.receipt': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  'dossiers.slip.kind.supplement': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  'dossiers.slip.kind.refusal': 'Phiếu từ chối',
  'dossiers.slip.kind.apology': 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  'dossiers.slip.kind.stop': 'Thông báo dừng giải quyết hồ sơ',
  'dossiers.slip.kind.control': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'dossiers.slip.system': 'Hệ thống thông tin giải quyết thủ tục hành chính, {authority}',
  'dossiers.slip.signer': 'Người lập phiếu',
  'dossiers.slip.fees': 'Phí, lệ phí',
  'dossiers.slip.stopped': 'Dừng giải quyết hồ sơ',
  'dossiers.slip.withdrawn': 'Dừng giải quyết và trả lại hồ sơ theo đề nghị của người nộp',
  'dossiers.register.nav': 'Sổ theo dõi hồ sơ',
  'dossiers.register.title': 'Sổ theo dõi hồ sơ',
  'dossiers.register.lead': 'Mỗi tháng một sổ, lập từ nhật ký xử lý vào ngày đầu tháng sau.',
  'dossiers.register.none': 'Chưa có tháng nào khép sổ.',
  'dossiers.register.closed': 'Khép sổ {at}',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
