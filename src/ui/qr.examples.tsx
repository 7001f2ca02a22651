import type { Example } from './example.ts'
import { Qr } from './qr.tsx'

export const examples: readonly Example[] = [
  {
    of: 'Qr code',
    name: 'Mã để điện thoại đọc',
    show: () => <Qr of="https://tinh.test/ho-so/082-250514-0007" label="Mã tra cứu hồ sơ" />,
  },
]
