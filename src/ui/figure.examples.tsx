import type { Example } from './example.ts'
import { Figures, Source, Value } from './figure.tsx'
import { moneyText, numberText, percentText } from './figures.ts'
import { Meter } from './meter.tsx'
import { ShareBar } from './share.tsx'
import { Spark } from './spark.tsx'

export const examples: readonly Example[] = [
  {
    of: 'Figures',
    name: 'Số có giấy khai sinh: tử số, mẫu số, nguồn, lối xuống',
    show: () => (
      <Figures
        of={[
          {
            label: 'Làm trọn vẹn qua mạng',
            value: percentText(57.4),
            of: '123.058 trên 214.386 hồ sơ',
            href: '#',
            source: 'Hệ thống một cửa, 13/05/2025',
            trend: (
              <Spark values={[49, 50.4, 51.3, 52.9, 54.1, 57.4]} target={60} says="Từ 49 % lên 57,4 %, mục tiêu 60 %" />
            ),
          },
          { label: 'Dự báo đạt khi hết năm', value: '11', unit: 'trên 21', of: 'nếu giữ đà hiện nay' },
          { label: 'Hồ sơ đã nhận', value: numberText(214386), of: 'Tuần này 9.871 hồ sơ' },
          { label: 'Lệ phí đã thu', value: moneyText(1_284_500_000) },
          { label: 'Diễn tập thực chiến', value: null, of: 'Chưa đến kỳ; lịch 18/09/2025' },
        ]}
      />
    ),
  },
  {
    of: 'Spark',
    name: 'Đã đo, dự báo, chỉ tiêu; một điểm; chưa có số',
    show: () => (
      <div class="tg-row">
        <Spark
          values={[86, 87.5, 88.4, 90.1, 91.8]}
          forecast={[93.4, 96.1]}
          target={95}
          says="Từ 86 đến 91,8, dự báo 96,1, chỉ tiêu 95"
        />
        <Spark values={[12.9]} says="Một lần đo: 12,9 %" />
        <Spark values={[]} says="" />
      </div>
    ),
  },
  {
    of: 'Meter',
    name: 'Đã được bao nhiêu, phải được bao nhiêu',
    show: () => (
      <div class="tg-stack">
        <div>
          <Value>57,4 %</Value>
          <Meter value={57.4} target={60} />
          <Source>123.058 / 214.386 hồ sơ, 13/05</Source>
        </div>
        <div>
          <Value>100 %</Value>
          <Meter value={100} target={100} />
        </div>
      </div>
    ),
  },
  {
    of: 'ShareBar',
    name: 'Bao nhiêu mỗi loại',
    show: () => (
      <ShareBar
        of={[
          { tone: 'done', label: 'Đạt', count: 3, href: '#' },
          { tone: 'run', label: 'Đúng tiến độ', count: 7, icon: 'up' },
          { tone: 'risk', label: 'Có nguy cơ', count: 7 },
          { tone: 'late', label: 'Chậm', count: 3 },
          { tone: 'new', label: 'Chưa có số', count: 1, icon: 'minus' },
        ]}
      />
    ),
  },
  {
    of: 'ShareBar',
    name: 'Trống',
    show: () => <ShareBar of={[{ tone: 'done', label: 'Đạt', count: 0 }]} />,
  },
]
