import { Chart } from './chart.tsx'
import type { Example } from './example.ts'
import { percentText } from './figures.ts'

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']

export const examples: readonly Example[] = [
  {
    of: 'Chart',
    name: 'Đường, có dự báo và chỉ tiêu, thiếu một tháng',
    show: () => (
      <Chart
        kind="line"
        title="Hồ sơ trực tuyến toàn trình, 2025"
        says="Tăng từ 49 % lên 57,4 % trong 5 tháng; giữ đà này sẽ vượt chỉ tiêu 60 % vào tháng 9."
        axis={{ name: 'Tháng', places: months }}
        target={60}
        format={percentText}
        series={[
          {
            name: 'Toàn tỉnh',
            values: [49, 51.3, null, 54.1, 57.4, 58, 58.6, 59.4, 60.2, 61, 62.1, 63],
            forecastFrom: 5,
          },
          {
            name: 'Huyện Tân Phú Đông',
            values: [35.2, 36.8, 38, 39.9, 41.2, null, null, null, null, null, null, null],
          },
        ]}
      />
    ),
  },
  {
    of: 'Chart',
    name: 'Cột, hai dãy',
    show: () => (
      <Chart
        kind="bar"
        title="Hồ sơ nhận và trả mỗi quý"
        says="Quý II nhận 63.410 hồ sơ, trả 61.022; quý III là số dự báo."
        axis={{ name: 'Quý', places: ['III/2024', 'IV/2024', 'I/2025', 'II/2025', 'III/2025'] }}
        series={[
          { name: 'Nhận', values: [51200, 55870, 58904, 63410, 65000], forecastFrom: 4 },
          { name: 'Trả', values: [50810, 55102, 57551, 61022, 64200], forecastFrom: 4 },
        ]}
      />
    ),
  },
  {
    of: 'Chart',
    name: 'Chưa có số nào',
    show: () => (
      <Chart
        kind="line"
        title="Diễn tập thực chiến"
        says="Chưa đến kỳ đo đầu tiên, 18/09/2025."
        axis={{ name: 'Quý', places: ['I', 'II', 'III', 'IV'] }}
        series={[{ name: 'Toàn tỉnh', values: [null, null, null, null] }]}
      />
    ),
  },
]
