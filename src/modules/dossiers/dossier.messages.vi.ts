import '#kernel/text.ts'

export const messages = {
  'dossiers.dossier.missing': 'Không tìm thấy hồ sơ này',
  'dossiers.dossier.ended': 'Hồ sơ đã kết thúc, không làm gì thêm được',
  'dossiers.dossier.waits': 'Hồ sơ đang chờ người dân bổ sung hoặc nộp phí',
  'dossiers.dossier.not_now': 'Hồ sơ đang ở bước khác nên chưa làm việc này được',
  'dossiers.dossier.take_first': 'Hồ sơ chưa có người giữ. Hãy nhận việc trước',
  'dossiers.dossier.held_by_another': 'Hồ sơ đang do người khác giữ',
  'dossiers.dossier.handed_over': 'Hồ sơ đã được chuyển xử lý rồi',
  'dossiers.dossier.moved_on': '{who} vừa xử lý hồ sơ này lúc {at}. Xin xem lại rồi làm tiếp; những gì bạn gõ vẫn còn',

  'dossiers.reception.received_already': 'Hồ sơ này đã được tiếp nhận và có mã',
  'dossiers.reception.paper_lacking': 'Giấy tờ này chưa có. Ghi nhận đã có, chọn “đã có sẵn”, hoặc yêu cầu bổ sung',
  'dossiers.reception.time_unclear': 'Nhập giờ nhận, ví dụ 9:30',
  'dossiers.reception.online_has_its_moment': 'Hồ sơ nộp trực tuyến có giờ tiếp nhận của hệ thống, không ghi lùi ngày',
  'dossiers.reception.still_to_come': 'Thời điểm nhận chưa tới',

  'dossiers.handling.not_a_colleague': 'Người này không có việc ấy ở đơn vị giải quyết',
  'dossiers.handling.reached_already': 'Hồ sơ đã ở cơ quan giải quyết',
  'dossiers.handling.step_not_open': 'Bước này không còn mở; có người đã làm xong',
  'dossiers.handling.agency_answers': 'Bước này do cơ quan khác làm: ghi trả lời, hoặc ghi nhận không trả lời',
  'dossiers.handling.signer_decides': 'Hồ sơ đang chờ người ký quyết định',
  'dossiers.handling.no_agency': 'Bước này không hỏi cơ quan nào',
  'dossiers.handling.agency_has_time': 'Cơ quan được hỏi vẫn còn thời hạn trả lời',

  'dossiers.decision.not_before_signer': 'Hồ sơ chưa được trình ký',
  'dossiers.decision.steps_left': 'Còn bước chưa xong nên chưa ra kết quả được',
  'dossiers.decision.file_or_number': 'Gắn tệp kết quả, hoặc ghi số văn bản giấy',
  'dossiers.decision.refusal_title': 'Văn bản từ chối giải quyết',

  'dossiers.payment.nothing_due': 'Hồ sơ không có phí đang chờ nộp',
  'dossiers.payment.nothing_to_refund': 'Hồ sơ không có phí phải hoàn',
  'dossiers.extension.day_off': 'Ngày này cơ quan không làm việc',

  'dossiers.withdrawal.decide_first': 'Người nộp đang xin rút hồ sơ: hãy trả lời trước',
  'dossiers.withdrawal.too_late': 'Hồ sơ đã có kết quả nên không rút được nữa',
  'dossiers.withdrawal.asked_already': 'Bạn đã xin rút hồ sơ này, cơ quan chưa trả lời',
  'dossiers.withdrawal.not_asked': 'Không ai xin rút hồ sơ này',

  'dossiers.state.arrived': 'Chờ tiếp nhận',
  'dossiers.state.refused_at_desk': 'Không tiếp nhận',
  'dossiers.state.received': 'Đã tiếp nhận',
  'dossiers.state.processing': 'Đang xử lý',
  'dossiers.state.awaiting_supplement': 'Chờ bổ sung',
  'dossiers.state.awaiting_payment': 'Chờ nộp phí',
  'dossiers.state.awaiting_signature': 'Chờ ký',
  'dossiers.state.finished': 'Đã có kết quả',
  'dossiers.state.returned': 'Đã trả kết quả',
  'dossiers.state.withdrawn': 'Đã rút',
  'dossiers.state.stopped': 'Dừng xử lý',
  'dossiers.finance.none': 'Không thu phí',
  'dossiers.finance.due': 'Chưa nộp',
  'dossiers.finance.paid': 'Đã nộp',
  'dossiers.finance.refund_due': 'Phải hoàn',
  'dossiers.finance.refunded': 'Đã hoàn',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
