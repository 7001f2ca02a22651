import type { Day } from '#kernel/time.ts'
import { Due } from './due.tsx'
import type { Example } from './example.ts'
import { Status, type StatusTone, Tag } from './status.tsx'

const words: Record<StatusTone, string> = {
  new: 'Mới nộp',
  run: 'Đang xử lý',
  wait: 'Chờ bổ sung',
  done: 'Đạt',
  stop: 'Không tiếp nhận',
  risk: 'Có nguy cơ',
  late: 'Chậm',
  error: 'Số liệu sai',
}

export const examples: readonly Example[] = [
  {
    of: 'Status',
    name: 'Tám sắc thái',
    show: () => (
      <div class="tg-row">
        {(Object.keys(words) as StatusTone[]).map((tone) => (
          <Status tone={tone}>{words[tone]}</Status>
        ))}
      </div>
    ),
  },
  {
    of: 'Status',
    name: 'Lớn, nói với người dân',
    show: () => (
      <Status tone="wait" large>
        Chờ bạn bổ sung
      </Status>
    ),
  },
  {
    of: 'Tag',
    name: 'Loại, cấp, nhóm',
    show: () => (
      <div class="tg-row">
        <Tag>Cấp tỉnh</Tag>
        <Tag>Toàn trình</Tag>
        <Tag>H58.07.04</Tag>
      </div>
    ),
  },
  {
    of: 'Due',
    name: 'Thời gian còn lại, bằng lời trước, ngày sau',
    show: () => (
      <div class="tg-row">
        {[-1, 0, 2, 12].map((days) => (
          <div>
            <Due days={days} on={'2025-05-14' as Day} />
          </div>
        ))}
        <div>
          <Due days={3} paused />
        </div>
        <div>
          <Due days={0}>Còn 3 giờ</Due>
        </div>
      </div>
    ),
  },
]
