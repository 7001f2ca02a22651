import { Card, Tile } from './card.tsx'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    of: 'Card',
    name: 'Thường, nổi, nền nhạt',
    show: () => (
      <div class="tg-grid">
        <Card title="Thời hạn" aside="5 ngày làm việc">
          <p>Hẹn trả 17 giờ, thứ Năm 15/05/2025.</p>
        </Card>
        <Card title="Hồ sơ của tôi đến đâu rồi?" raised>
          <p>Thẻ nổi chỉ dùng cho một việc quan trọng nhất của trang.</p>
        </Card>
        <Card title="Có chỗ chưa rõ?" tint level={3}>
          <p>
            Gọi <a href="tel:1022">1022</a> và đọc bốn số cuối: <strong class="tg-num">0031</strong>.
          </p>
        </Card>
      </div>
    ),
  },
  {
    of: 'Tile',
    name: 'Theo việc trong đời sống',
    show: () => (
      <div class="tg-grid">
        <Tile href="#" icon="baby" title="Có con nhỏ">
          Khai sinh, thẻ bảo hiểm y tế, nhập thường trú – nộp một lần
        </Tile>
        <Tile href="#" icon="land" title="Nhà và đất">
          Sang tên, tách thửa, cấp đổi sổ, phép xây dựng
        </Tile>
        <Tile href="#" icon="school" title="Học hành" />
      </div>
    ),
  },
]
