import '#kernel/text.ts'

export const messages = {
  'plan.measure.how': 'Số đo này là gì',
  'plan.measure.title': 'Số đo',
  'plan.measure.code': 'Mã',
  'plan.measure.unit': 'Đơn vị tính',
  'plan.measure.formula': 'Cách tính',
  'plan.measure.formula_of': '{numerator} ÷ {denominator}',
  'plan.measure.kind': 'Cộng theo thời gian',
  'plan.measure.kind_flow': 'Cộng các ngày trong kỳ',
  'plan.measure.kind_stock': 'Lấy số ở ngày cuối kỳ',
  'plan.measure.citation': 'Căn cứ',
  'plan.measure.citation_none': 'Không có văn bản quy định; cách tính của hệ thống',
  'plan.measure.cited_from': '{text}, hiệu lực từ {from}',
  'plan.measure.cited_until': '{text}, hiệu lực từ {from} đến trước {to}',
  'plan.measure.wait_days':
    'Số liệu phải có trong {days, number} ngày sau khi kỳ kết thúc. Số ngày này là giả định của hệ thống, sửa được bằng một dòng quy ước mới.',
  'plan.measure.rows': 'Xem từng dòng',
  'plan.measure.unknown': 'Số đo {code} không còn được tính',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
