import '#kernel/text.ts'

export const messages = {
  'plan.nav': 'Kế hoạch',
  'plan.nav_public': 'Số liệu',
  'plan.plans': 'Kế hoạch và tiến độ',
  'plan.missing': 'Không có kế hoạch này',
  'plan.part.all': 'Các phần của kế hoạch',
  'plan.part.board': 'Bảng theo dõi',
  'plan.part.tasks': 'Nhiệm vụ',
  'plan.part.unit_plans': 'Kế hoạch đơn vị',
  'plan.part.meetings': 'Họp Ban Chỉ đạo',
  'plan.part.days': 'Kỳ báo cáo',
  'plan.part.versions': 'Phiên bản',
  'plan.part.text': 'Văn bản',
  'plan.led_by_another_unit':
    'Kế hoạch này do đơn vị khác chủ trì; chỉ cơ quan chủ trì và lãnh đạo tỉnh làm được việc này',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
