import type { Example } from './example.ts'
import { Month, type MonthDay } from './month.tsx'

const plain = (number: number, worked = true): MonthDay => ({ number, worked })

const weeks = [
  [null, null, null, plain(1), plain(2), plain(3, false), plain(4, false)],
  [plain(5), { ...plain(6), today: true }, plain(7), plain(8), plain(9), plain(10, false), plain(11, false)],
  [
    plain(12),
    plain(13),
    { number: 14, worked: false, special: { says: 'nghỉ: Lễ của tỉnh', mark: 'lễ', href: '#' } },
    { number: 15, worked: false, special: { says: 'nghỉ bù', mark: 'nghỉ' } },
    plain(16),
    { number: 17, worked: true, special: { says: 'làm bù cho thứ Năm', mark: 'làm' } },
    plain(18, false),
  ],
]

export const examples: readonly Example[] = [
  {
    of: 'Month',
    name: 'một tháng có ngày lễ, ngày nghỉ bù, ngày làm bù',
    show: () => <Month caption="Tháng 5/2025" weeks={weeks} />,
  },
]
