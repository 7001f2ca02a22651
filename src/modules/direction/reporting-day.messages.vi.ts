import '#kernel/text.ts'

export const messages = {
  'plan.reporting_day.title': 'Kỳ báo cáo theo kế hoạch',
  'plan.reporting_day.lead': 'Ngày báo cáo do chính kế hoạch đặt ra: lời văn, ngày đã tính và cách hiểu.',
  'plan.reporting_day.empty': 'Kế hoạch này không nêu ngày báo cáo nào',
  'plan.reporting_day.column.kind': 'Loại',
  'plan.reporting_day.column.due': 'Hạn',
  'plan.reporting_day.column.left': 'Còn lại',
  'plan.reporting_day.column.literal': 'Lời văn kế hoạch',
  'plan.reporting_day.column.assumption': 'Đã hiểu là',
  'plan.reporting_day.past': 'đã qua',
  'plan.reporting_day.no_assumption': 'đúng như lời văn',
  'plan.reporting_day.weekend': 'Ngày này không làm việc; ngày làm việc liền trước là {on}',
  'plan.reporting_day.kind.monthly': 'Báo cáo tháng',
  'plan.reporting_day.kind.quarterly': 'Báo cáo quý',
  'plan.reporting_day.kind.half_year': 'Báo cáo 6 tháng',
  'plan.reporting_day.kind.nine_months': 'Báo cáo 9 tháng',
  'plan.reporting_day.kind.yearly': 'Báo cáo năm',
  'plan.reporting_day.kind.own_plan': 'Kế hoạch riêng của đơn vị',
  'plan.reporting_day.kind.other': 'Báo cáo',
  'plan.reporting_day.assumption.before_is_the_day_before': '“trước ngày N” là chậm nhất ngày N−1',
  'plan.reporting_day.assumption.quarter_names_no_month': 'văn bản không nói tháng nào của quý; lấy tháng cuối',
  'plan.reporting_day.assumption.end_of_quarter': '“trong quý” là đến hết ngày cuối quý',
  'plan.reporting_day.note': 'Giả định sửa được khi xem lại văn bản kế hoạch trước lúc công bố.',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
