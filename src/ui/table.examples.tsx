import type { Day } from '#kernel/time.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Chips, Tabs } from './chips.tsx'
import { Due } from './due.tsx'
import type { Example } from './example.ts'
import { Value } from './figure.tsx'
import { Filters } from './filters.tsx'
import { Meter } from './meter.tsx'
import { Pager } from './pager.tsx'
import { Spark } from './spark.tsx'
import { Status, type StatusTone } from './status.tsx'
import { Bulk, type Column, Table } from './table.tsx'

type Target = {
  no: number
  name: string
  lead: string
  must: string
  now: number
  of: string
  tone: StatusTone
  word: string
}

const targets: readonly Target[] = [
  {
    no: 1,
    name: 'Thủ tục đủ điều kiện được cung cấp toàn trình',
    lead: 'Văn phòng UBND tỉnh',
    must: '≥ 95 %',
    now: 91.8,
    of: '1.482 / 1.614 thủ tục',
    tone: 'run',
    word: 'Đúng tiến độ',
  },
  {
    no: 7,
    name: 'Hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng, trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước',
    lead: 'Sở Nội vụ, phối hợp Ủy ban nhân dân các huyện, thị xã Gò Công, thị xã Cai Lậy, thành phố Mỹ Tho',
    must: '≥ 70 %',
    now: 61.2,
    of: '15.912 / 26.000 hồ sơ',
    tone: 'late',
    word: 'Chậm',
  },
]

const columns: readonly Column<Target>[] = [
  { key: 'no', label: 'Số', number: true, cell: (row) => row.no },
  {
    key: 'name',
    label: 'Chỉ tiêu và cơ quan chủ trì',
    head: true,
    sort: true,
    cell: (row) => (
      <>
        <a href="#">{row.name}</a>
        <small>{row.lead}</small>
      </>
    ),
  },
  { key: 'must', label: 'Chỉ tiêu năm', size: 'sm', cell: (row) => <b class="tg-num">{row.must}</b> },
  {
    key: 'now',
    label: 'Hiện nay',
    size: 'lg',
    sort: true,
    cell: (row) => (
      <>
        <Value>{String(row.now).replace('.', ',')} %</Value>
        <Meter value={row.now} target={70} />
        <small class="tg-num">{row.of}</small>
      </>
    ),
  },
  {
    key: 'trend',
    label: 'Xu hướng',
    size: 'md',
    cell: (row) => (
      <Spark values={[row.now - 6, row.now - 3, row.now]} forecast={[row.now + 2]} says={`${row.name}: đang tăng`} />
    ),
  },
  {
    key: 'tone',
    label: 'Tình trạng',
    size: 'md',
    cell: (row) => <Status tone={row.tone}>{row.word}</Status>,
  },
]

const dossiers = [
  { code: 'H58.07.04-250514-0009', name: 'Đăng ký khai sinh', who: 'Nguyễn Thị Thu Hà', days: -1, on: '2025-05-13' },
  {
    code: 'H58.07.04-250512-0031',
    name: 'Cấp bản sao trích lục hộ tịch',
    who: 'Trần Văn Bảy',
    days: 2,
    on: '2025-05-16',
  },
]

export const examples: readonly Example[] = [
  {
    of: 'Table',
    name: 'Trong thẻ, xếp được, có lối tải về; tên dài',
    show: () => (
      <Card flush title="2.1. Chính quyền số" aside="1 đúng tiến độ · 1 chậm">
        <Table
          caption="Chỉ tiêu Chính quyền số"
          captionHidden
          columns={columns}
          rows={targets}
          empty="Chưa có chỉ tiêu."
          fixed
          sorting={{ by: 'now', down: true, href: (by, down) => `?xep=${by}${down ? '&nguoc=1' : ''}` }}
          exports={
            <>
              <a href="#">CSV</a> <a href="#">Excel</a>
            </>
          }
        />
      </Card>
    ),
  },
  {
    of: 'Table',
    name: 'Chọn nhiều dòng, lọc, xem nhanh, trang',
    show: () => (
      <div class="tg-stack">
        <Chips
          of={[
            { href: '#', label: 'Tất cả', count: 38, current: true },
            { href: '#', label: 'Quá hạn', count: 1 },
            { href: '#', label: 'Hạn hôm nay', count: 4 },
            { href: '#', label: 'Chờ bổ sung', count: 3 },
          ]}
        />
        <Card flush>
          <div class="tg-panel">
            <Filters
              id="loc-vi-du"
              action="#"
              clear="#"
              filters={[
                { name: 'q', label: 'Mã hoặc người nộp' },
                {
                  name: 'thu-tuc',
                  label: 'Thủ tục',
                  any: 'Mọi thủ tục',
                  value: 'ht',
                  options: [{ value: 'ht', label: 'Hộ tịch' }],
                },
              ]}
            />
            <Bulk id="chon-vi-du" action="#">
              <Button kind="second">Chuyển cho người khác</Button>
            </Bulk>
            <Table
              caption="Hàng đợi"
              captionHidden
              rows={dossiers}
              empty="Không có hồ sơ nào."
              pick={{
                form: 'chon-vi-du',
                name: 'ma',
                value: (row) => row.code,
                label: (row) => row.code,
                picked: ['H58.07.04-250512-0031'],
              }}
              columns={[
                {
                  key: 'code',
                  label: 'Hồ sơ',
                  head: true,
                  cell: (row) => (
                    <>
                      <a href="#">{row.name}</a>
                      <small class="tg-code">{row.code}</small>
                    </>
                  ),
                },
                { key: 'who', label: 'Người nộp', cell: (row) => row.who },
                { key: 'due', label: 'Thời hạn', cell: (row) => <Due days={row.days} on={row.on as Day} /> },
              ]}
            />
            <Pager from={1} to={2} total={38} next="#" />
          </div>
        </Card>
      </div>
    ),
  },
  {
    of: 'Table',
    name: 'Trống: nói vì sao và đi tiếp đâu',
    show: () => (
      <Card flush title="Báo cáo chờ duyệt">
        <Table
          caption="Báo cáo chờ duyệt"
          rows={[] as Target[]}
          columns={columns}
          empty={
            <p>
              Chưa đơn vị nào gửi báo cáo kỳ này; hạn gửi là 20/06/2025. <a href="#">Xem kỳ trước</a>
            </p>
          }
        />
      </Card>
    ),
  },
  {
    of: 'Table',
    name: 'Rộng, cuộn ngang',
    show: () => (
      <Table
        wide
        caption="Hồ sơ theo tháng"
        rows={[{ unit: 'Huyện Gò Công Tây' }, { unit: 'Thành phố Mỹ Tho' }]}
        empty="–"
        columns={[
          { key: 'unit', label: 'Đơn vị', head: true, cell: (row) => row.unit },
          ...Array.from({ length: 12 }, (_, at) => ({
            key: `t${at}`,
            label: `Tháng ${at + 1}`,
            align: 'end' as const,
            cell: () => '12.345',
          })),
        ]}
      />
    ),
  },
  {
    of: 'Pager',
    name: 'Ở giữa, không đếm tổng',
    show: () => <Pager from={51} to={100} previous="#" next="#" label="Trang của danh sách thứ hai" />,
  },
  {
    of: 'Tabs',
    name: 'Các phần của một việc',
    show: () => (
      <Tabs
        of={[
          { href: '#', label: 'Tổng quan', current: true },
          { href: '#', label: 'Đơn vị', count: 11 },
          { href: '#', label: 'Minh chứng', count: 4 },
          { href: '#', label: 'Lịch sử' },
        ]}
      />
    ),
  },
]
