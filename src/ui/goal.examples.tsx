import type { Example } from './example.ts'
import { GoalList } from './goal.tsx'
import { Status } from './status.tsx'

export const examples: readonly Example[] = [
  {
    of: 'GoalList',
    name: 'Có thanh đo; chưa có số',
    show: () => (
      <GoalList
        of={[
          {
            title: 'Hồ sơ trực tuyến toàn trình',
            status: (
              <Status tone="run" icon="up">
                Đúng tiến độ
              </Status>
            ),
            now: '58,4 %',
            goal: 'phải đạt ≥ 60 %',
            meter: { value: 58.4, target: 60 },
          },
          {
            title: 'Diễn tập thực chiến',
            status: (
              <Status tone="new" icon="minus">
                Chưa có số
              </Status>
            ),
            now: null,
            goal: 'phải đạt ≥ 1 cuộc',
          },
        ]}
      />
    ),
  },
]
