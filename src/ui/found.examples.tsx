import type { Example } from './example.ts'
import { FoundList } from './found.tsx'
import { Tag } from './status.tsx'

export const examples: readonly Example[] = [
  {
    of: 'FoundList',
    name: 'Kết quả tìm',
    show: () => (
      <FoundList
        of={[
          {
            href: '#',
            title: 'Đăng ký khai sinh',
            note: (
              <>
                Hộ tịch · Cấp xã · 1 ngày <Tag>Nộp được trên trang này</Tag>
              </>
            ),
          },
          { href: '#', title: 'Đăng ký kết hôn' },
        ]}
      />
    ),
  },
]
