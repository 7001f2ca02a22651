import '#kernel/text.ts'

export const messages = {
  'plan.status.achieved': 'Đạt',
  'plan.status.on_track': 'Đúng tiến độ',
  'plan.status.at_risk': 'Có nguy cơ',
  'plan.status.late': 'Chậm',
  'plan.status.no_data': 'Chưa có số',
  'plan.status.why_no_data': 'Chưa có số liệu nào.',
  'plan.status.why_passed_unknown': 'Đã quá hạn mà chưa có số liệu nào.',
  'plan.status.why_met': 'Số liệu ngày {on} đã đạt chỉ tiêu (hạn {deadline}).',
  'plan.status.why_passed': 'Hạn {deadline} đã qua, số liệu còn thiếu {gap, number}{unit}.',
  'plan.status.why_forecast_meets': 'Theo đà hiện nay, đến {deadline} sẽ là {forecast, number}{unit}: đạt.',
  'plan.status.why_forecast_near':
    'Theo đà hiện nay, đến {deadline} sẽ là {forecast, number}{unit}: còn thiếu {short, number}{unit}.',
  'plan.status.why_forecast_far':
    'Theo đà hiện nay, đến {deadline} sẽ là {forecast, number}{unit}: còn thiếu {short, number}{unit}, quá {percent, number}\u00a0% mức phải đạt.',
  'plan.status.why_early':
    'Còn thiếu {gap, number}{unit}, còn {left, number} ngày đến hạn {deadline}; cần số liệu của ít nhất {atLeast, number} ngày mới dự báo được.',
  'plan.status.why_close_without_trend':
    'Chỉ còn {left, number} ngày đến hạn {deadline} mà còn thiếu {gap, number}{unit}, chưa đủ số liệu để dự báo.',
  'plan.status.assumed': 'Cách tính là quy ước của tỉnh (giả định), áp dụng từ {from}.',
  'plan.status.stated': 'Cách tính áp dụng từ {from}.',
  'plan.status.rule_title': 'Cách xếp tình trạng',
  'plan.status.rule_achieved': 'Đạt: số liệu mới nhất (hoặc số liệu tại ngày hạn) đạt mức phải đạt.',
  'plan.status.rule_on_track':
    'Đúng tiến độ: đường thẳng qua tối đa {readings, number} số liệu gần nhất trong năm, kéo đến ngày hạn, đạt mức.',
  'plan.status.rule_at_risk':
    'Có nguy cơ: đường ấy thiếu không quá {percent, number}\u00a0% mức phải đạt; hoặc chưa đủ số liệu của {atLeast, number} ngày khác nhau mà chỉ còn không quá {days, number} ngày và thiếu hơn {risk, number}\u00a0%.',
  'plan.status.rule_late':
    'Chậm: đường ấy thiếu nhiều hơn thế, hoặc quá hạn mà chưa đạt. Giá trị “phấn đấu” không làm chỉ tiêu bị xếp là chậm.',
  'plan.status.rule_worst':
    'Chỉ tiêu có nhiều giá trị được xếp theo giá trị kém nhất, từ tốt đến kém: đạt, đúng tiến độ, chưa có số, có nguy cơ, chậm.',
  'plan.task.rule_late': 'Chậm: quá hạn mà chưa xong, hoặc có mốc quá hạn hơn {grace, number} ngày.',
  'plan.task.rule_at_risk':
    'Có nguy cơ: còn rủi ro chưa gỡ, hoặc còn không quá {days, number} ngày mà mới làm dưới {least, number}\u00a0%.',
  'plan.task.rule_no_data': 'Chưa báo cáo: chưa ai ghi nhận tiến độ và chưa mốc nào xong.',
  'plan.task.done': 'Đã xong',
  'plan.task.stopped': 'Dừng',
  'plan.task.on_track': 'Đúng tiến độ',
  'plan.task.at_risk': 'Có nguy cơ',
  'plan.task.late': 'Chậm',
  'plan.task.no_data': 'Chưa báo cáo',
  'plan.task.why_done': 'Xong ngày {on}.',
  'plan.task.why_stopped': 'Dừng ngày {on}.',
  'plan.task.why_overdue': 'Quá hạn {days, number} ngày mà chưa xong.',
  'plan.task.why_milestone': '{count, number} mốc quá hạn hơn {grace, number} ngày.',
  'plan.task.why_risk': 'Còn {count, number} rủi ro chưa gỡ.',
  'plan.task.why_soon': 'Còn {days, number} ngày mà mới làm {done, number}\u00a0% (cần từ {least, number}\u00a0%).',
  'plan.task.why_no_data': 'Chưa ai ghi nhận tiến độ.',
  'plan.task.why_on_track': 'Không có mốc quá hạn, không còn rủi ro chưa gỡ.',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
