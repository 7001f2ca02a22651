import '#kernel/text.ts'

export const messages = {
  'plan.mine': 'Việc của đơn vị',
  'plan.mine_lead': 'Những việc kế hoạch giao cho {unit}. Số liệu tính cả các đơn vị trực thuộc.',
  'plan.mine_targets': 'Chỉ tiêu chủ trì, phối hợp',
  'plan.mine_targets_empty': 'Đơn vị không chủ trì hay phối hợp chỉ tiêu nào.',
  'plan.mine_tasks': 'Nhiệm vụ theo hạn',
  'plan.mine_tasks_empty': 'Không có nhiệm vụ nào đang mở.',
  'plan.mine_figures': 'Đang chờ đơn vị bạn',
  'plan.mine_reminders': 'Đôn đốc chưa trả lời',
  'plan.mine_own_plans': 'Kế hoạch riêng của đơn vị',
  'plan.mine_own_plan': 'Kế hoạch',
  'plan.mine_see_plans': 'Xem cả kế hoạch',
  'plan.mine_due': 'Số liệu cần báo',
  'plan.mine_returned': 'Số liệu bị trả lại',
  'plan.mine_waiting': 'Số liệu chờ xác nhận',
  'plan.mine_role': 'Vai trò',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
