import type { Example } from './example.ts'
import { Progress, Steps } from './steps.tsx'
import { Timeline } from './timeline.tsx'

export const examples: readonly Example[] = [
  {
    of: 'Timeline',
    name: 'Mới nhất ở trên, việc sắp tới nét đứt',
    show: () => (
      <Timeline
        of={[
          { state: 'next', title: 'Trả giấy khai sinh', text: 'Sau khi nhận bổ sung: còn 3 ngày làm việc' },
          {
            state: 'wait',
            title: 'Chờ bạn bổ sung',
            text: 'Xin bản chụp rõ hơn.',
            who: 'Lê Ngọc Ánh, công chức tư pháp – hộ tịch',
            time: { at: '2025-05-12T15:20', said: '15:20, thứ Hai 12/05/2025' },
          },
          { title: 'Bạn đã nộp qua mạng', time: { at: '2025-05-08T09:12', said: '09:12, thứ Năm 08/05/2025' } },
        ]}
      />
    ),
  },
  {
    of: 'Steps',
    name: 'Kể trước, có số',
    show: () => (
      <Steps
        of={[
          { title: 'Đăng nhập bằng VNeID', text: 'Biểu mẫu tự điền những gì Nhà nước đã biết.' },
          { title: 'Xem lại và gửi', text: 'Khoảng 5 phút.' },
          { title: 'Nhận kết quả trong Kho dữ liệu của bạn' },
        ]}
      />
    ),
  },
  {
    of: 'Progress',
    name: 'Đang ở phần 2 trong 4',
    show: () => (
      <Progress
        at={1}
        of={[
          { label: 'Người khai', href: '#' },
          { label: 'Thông tin của trẻ' },
          { label: 'Giấy tờ' },
          { label: 'Xem lại, gửi' },
        ]}
      />
    ),
  },
]
