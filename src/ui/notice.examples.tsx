import type { Example } from './example.ts'
import { Notice } from './notice.tsx'

export const examples: readonly Example[] = [
  {
    of: 'Notice',
    name: 'Bốn giọng: cho biết, đã xong, cần chú ý, có lỗi',
    show: () => (
      <div class="tg-stack">
        <Notice>Số liệu tính đến hết ngày 13/05/2025, cập nhật mỗi đêm.</Notice>
        <Notice tone="done">Đã gửi đôn đốc đến 2 đơn vị. Hạn trả lời: 17 giờ, thứ Sáu 16/05/2025.</Notice>
        <Notice tone="wait">
          Còn 2 huyện chưa gửi báo cáo quý I. <a href="#">Xem đơn vị chậm</a>
        </Notice>
        <Notice tone="error">Không đọc được tệp: dòng 12 thiếu cột “Đơn vị”. Chưa có gì được lưu.</Notice>
      </div>
    ),
  },
]
