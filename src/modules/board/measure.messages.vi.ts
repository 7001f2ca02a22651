import '#kernel/text.ts'

export const messages = {
  'plan.measure.plan.figures_given': 'Số liệu đơn vị gửi đúng hạn',
  'plan.measure.plan.figures_given.numerator': 'số liệu đã gửi trên hệ thống trong hạn',
  'plan.measure.plan.figures_given.denominator': 'số liệu các đơn vị phải gửi, tính vào ngày đến hạn',
  'plan.measure.plan.tasks_on_time': 'Nhiệm vụ xong đúng hạn',
  'plan.measure.plan.tasks_on_time.numerator': 'nhiệm vụ đã xong trong hạn',
  'plan.measure.plan.tasks_on_time.denominator':
    'nhiệm vụ của kế hoạch trong năm đã đến hạn, theo đơn vị chủ trì, trừ nhiệm vụ dừng trước hạn',
  'plan.measure.plan.reminders_answered': 'Đôn đốc được trả lời đúng hạn',
  'plan.measure.plan.reminders_answered.numerator': 'lần đôn đốc được trả lời trong hạn',
  'plan.measure.plan.reminders_answered.denominator':
    'lần đôn đốc đến hạn trả lời, kể cả lần gửi lại, trừ lần khép lại trước hạn',
  'plan.measure.count': 'Tính số đo của kế hoạch mỗi sáng',
  'plan.measure.missing': 'Không có số đo này',
  'plan.measure.rows_title': '{measure}: từng dòng',
  'plan.measure.period': 'Từ {from} đến {to}',
  'plan.measure.until': 'Tính đến {to}',
  'plan.measure.value': 'Số đã ghi',
  'plan.measure.value_none': 'chưa có số',
  'plan.measure.rows_count': 'Dòng dưới đây',
  'plan.measure.rows_of': '{numerator, number} đúng hạn trên {denominator, number}',
  'plan.measure.rows_differ':
    'Các dòng hiện nay khác với số đã ghi: có dòng đến hạn sau ngày tính gần nhất, hoặc cách hỏi số liệu đã được sửa từ đó.',
  'plan.measure.rows_caption': 'Các dòng của số đo',
  'plan.measure.rows_empty': 'Trong kỳ này không có gì đến hạn.',
  'plan.measure.row': 'Việc',
  'plan.measure.row_unit': 'Đơn vị',
  'plan.measure.row_due': 'Hạn',
  'plan.measure.row_done': 'Làm ngày',
  'plan.measure.row_state': 'Đúng hạn',
  'plan.measure.in_time': 'Đúng hạn',
  'plan.measure.not_in_time': 'Không đúng hạn',
  'plan.measure.figure_of': '{subject}, số đến {on}',
  'plan.measure.reminder_hidden': 'Đôn đốc ngoài phạm vi đơn vị',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
