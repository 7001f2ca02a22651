import '#kernel/text.ts'

/** What the owner of a dossier is told. */
export const messages = {
  'dossiers.owner.supplement': 'Bổ sung hồ sơ',
  'dossiers.owner.results': 'Xem kết quả',
  'dossiers.owner.rate': 'Đánh giá việc phục vụ',
  'dossiers.owner.why': 'Xem lý do',
  'dossiers.owner.withdraw': 'Xin rút hồ sơ',

  'dossiers.owner_state.arrived': 'Một cửa đang xem',
  'dossiers.owner_state.refused_at_desk': 'Không được tiếp nhận',
  'dossiers.owner_state.received': 'Đã tiếp nhận',
  'dossiers.owner_state.processing': 'Đang xử lý',
  'dossiers.owner_state.awaiting_supplement': 'Chờ bạn bổ sung',
  'dossiers.owner_state.awaiting_payment': 'Chờ bạn nộp phí',
  'dossiers.owner_state.awaiting_signature': 'Chờ ký',
  'dossiers.owner_state.finished': 'Đã có kết quả',
  'dossiers.owner_state.returned': 'Đã trả kết quả',
  'dossiers.owner_state.withdrawn': 'Đã rút',
  'dossiers.owner_state.stopped': 'Dừng giải quyết',

  'dossiers.owner_next.arrived': 'Bộ phận Một cửa đang kiểm tra hồ sơ của bạn.',
  'dossiers.owner_next.refused_at_desk': 'Hồ sơ không được tiếp nhận. Xem lý do và cách làm tiếp bên dưới.',
  'dossiers.owner_next.received':
    '{has_due, select, yes {Hẹn trả kết quả {due}. } other {}}Hồ sơ đang được chuyển đến người giải quyết.',
  'dossiers.owner_next.processing':
    '{has_due, select, yes {Hẹn trả kết quả {due}. } other {}}{unit} đang giải quyết; hiện bạn không phải làm gì.',
  'dossiers.owner_next.awaiting_supplement':
    'Xin bổ sung trước hết ngày {until}. Trong lúc chờ bạn, thời hạn của cơ quan tạm dừng.',
  'dossiers.owner_next.awaiting_payment':
    'Xin nộp phí trước hết ngày {until}. Trong lúc chờ bạn, thời hạn của cơ quan tạm dừng.',
  'dossiers.owner_next.awaiting_signature':
    '{has_due, select, yes {Hẹn trả kết quả {due}. } other {}}Kết quả đang được trình ký.',
  'dossiers.owner_next.finished': 'Đã có kết quả. Bạn xem ngay được, hoặc nhận theo cách đã chọn.',
  'dossiers.owner_next.returned': 'Đã trả kết quả cho bạn.',
  'dossiers.owner_next.withdrawn': 'Hồ sơ đã được rút. Muốn làm lại thì nộp hồ sơ mới.',
  'dossiers.owner_next.stopped': 'Hồ sơ đã dừng giải quyết. Xem lý do bên dưới.',

  'dossiers.moment.receive': 'Đã tiếp nhận, mã hồ sơ {code}',
  'dossiers.moment.refuse_at_desk': 'Không được tiếp nhận',
  'dossiers.moment.ask_supplement': 'Xin bạn bổ sung {count, number} chỗ trước hết ngày {until}',
  'dossiers.moment.answer_supplement': 'Đã nhận phần bổ sung',
  'dossiers.moment.ask_payment': 'Xin bạn nộp phí trước hết ngày {until}',
  'dossiers.moment.note_payment': 'Đã nộp phí',
  'dossiers.moment.note_refund': 'Đã hoàn phí',
  'dossiers.moment.hand_over': 'Đã chuyển đến {unit} giải quyết',
  'dossiers.moment.reach': '{unit} đã nhận được hồ sơ, bắt đầu tính thời hạn',
  'dossiers.moment.assign': 'Người giải quyết: {to}',
  'dossiers.moment.finish_step': 'Xong bước: {step}',
  'dossiers.moment.record_answer': '{agency} đã trả lời',
  'dossiers.moment.record_silence': '{agency} không trả lời trong hạn, cơ quan vẫn giải quyết tiếp',
  'dossiers.moment.put_before_signer': 'Xong bước: {step}. Đã trình ký',
  'dossiers.moment.approve': 'Người có thẩm quyền đã duyệt',
  'dossiers.moment.refuse': 'Từ chối giải quyết, có văn bản nêu lý do',
  'dossiers.moment.issue': 'Đã có kết quả {result}',
  'dossiers.moment.return': 'Đã trả kết quả',
  'dossiers.moment.extend': 'Cơ quan xin lỗi và hẹn lại: {due}',
  'dossiers.moment.stop': 'Dừng giải quyết',
  'dossiers.moment.ask_withdrawal': 'Bạn đã xin rút hồ sơ',
  'dossiers.moment.decline_withdrawal': 'Chưa rút được hồ sơ',
  'dossiers.moment.withdraw': 'Đã rút hồ sơ',

  'dossiers.notice.receive':
    'Hồ sơ {title} đã được {unit} tiếp nhận, mã {code}.{has_due, select, yes { Hẹn trả kết quả {due}.} other {}}',
  'dossiers.notice.refuse_at_desk': 'Hồ sơ {title} ({code}) không được tiếp nhận: {text}',
  'dossiers.notice.ask_supplement': 'Hồ sơ {title} ({code}) cần bổ sung trước hết ngày {until}',
  'dossiers.notice.answer_supplement': 'Đã nhận phần bổ sung của hồ sơ {title} ({code})',
  'dossiers.notice.ask_payment': 'Hồ sơ {title} ({code}) chờ bạn nộp phí trước hết ngày {until}',
  'dossiers.notice.note_payment': 'Đã ghi nhận phí của hồ sơ {title} ({code})',
  'dossiers.notice.note_refund': 'Đã hoàn phí của hồ sơ {title} ({code})',
  'dossiers.notice.hand_over': 'Hồ sơ {title} ({code}) đã chuyển đến {unit} giải quyết',
  'dossiers.notice.reach':
    '{unit} đã nhận được hồ sơ {title} ({code}).{has_due, select, yes { Hẹn trả kết quả {due}.} other {}}',
  'dossiers.notice.refuse': 'Hồ sơ {title} ({code}) bị từ chối giải quyết, có văn bản nêu lý do',
  'dossiers.notice.issue': 'Hồ sơ {title} ({code}) đã có kết quả',
  'dossiers.notice.return': 'Đã trả kết quả hồ sơ {title} ({code})',
  'dossiers.notice.extend': 'Xin lỗi bạn: hồ sơ {title} ({code}) phải hẹn lại, ngày trả mới là {due}',
  'dossiers.notice.stop': 'Hồ sơ {title} ({code}) dừng giải quyết: {text}',
  'dossiers.notice.decline_withdrawal': 'Hồ sơ {title} ({code}) chưa rút được: {text}',
  'dossiers.notice.withdraw': 'Đã rút hồ sơ {title} ({code})',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
