import './text.ts'

export const messages = {
  'kernel.calendar.no_day': 'Lịch không có ngày riêng này',
  'kernel.calendar.already_worked': 'Ngày này vốn đã là ngày làm việc, không cần ghi làm bù',
  'kernel.calendar.only_make_up': 'Chỉ ngày làm bù mới theo giờ của một thứ khác; với ngày nghỉ, để trống',
  'kernel.calendar.no_work_in_month': 'Với thay đổi này, cả tháng {month} không có ngày làm việc nào',
  'kernel.calendar.no_hours': 'Chưa có giờ làm việc nào trong tuần',
  'kernel.calendar.hours_unclear': '{label}: hãy ghi như 07:00–11:30, 13:30–17:00; để trống nếu không làm việc',
  'kernel.calendar.hours_end_first': '{label}: giờ kết thúc phải sau giờ bắt đầu',
  'kernel.calendar.hours_overlap': '{label}: các buổi chồng giờ lên nhau',
  'kernel.calendar.nobody_above': 'Không đơn vị cấp trên nào có giờ làm việc để theo; hãy ghi giờ mới thay vì bỏ',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
