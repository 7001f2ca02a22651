import { ReportCell } from './cell.tsx'
import type { Example } from './example.ts'
import { Table } from './table.tsx'

export const examples: readonly Example[] = [
  {
    of: 'ReportCell',
    name: 'Tự tính, nhập tay, ước, trống, sai, không áp dụng',
    show: () => (
      <Table
        caption="Biểu 01, phần I"
        rows={[{ name: 'Hồ sơ tiếp nhận trực tuyến' }]}
        empty="–"
        columns={[
          { key: 'name', label: 'Chỉ số', head: true, cell: (row) => row.name },
          {
            key: 'auto',
            label: 'Cấp tỉnh',
            cell: () => <ReportCell kind="auto" label="Cấp tỉnh" value="123.058" source="Một cửa, 13/05" />,
          },
          {
            key: 'hand',
            label: 'Cấp huyện',
            cell: () => <ReportCell kind="hand" name="o-1" label="Cấp huyện" value="41.220" />,
          },
          {
            key: 'est',
            label: 'Ước tháng 6',
            cell: () => <ReportCell kind="est" name="o-2" label="Ước tháng 6" value="9.800" />,
          },
          { key: 'empty', label: 'Cấp xã', cell: () => <ReportCell kind="empty" name="o-3" label="Cấp xã" /> },
          {
            key: 'error',
            label: 'Toàn trình',
            cell: () => (
              <ReportCell
                kind="error"
                name="o-4"
                label="Toàn trình"
                value="130.000"
                error="Lớn hơn tổng hồ sơ trực tuyến (123.058)"
              />
            ),
          },
          { key: 'na', label: 'Bưu chính', cell: () => <ReportCell kind="na" label="Bưu chính" /> },
        ]}
      />
    ),
  },
]
