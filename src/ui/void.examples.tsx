import { LinkButton } from './button.tsx'
import { Chips } from './chips.tsx'
import type { Example } from './example.ts'
import { Hero, Search } from './hero.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { SummaryList } from './summary-list.tsx'
import { Void } from './void.tsx'

export const examples: readonly Example[] = [
  {
    of: 'Void',
    name: 'Trống',
    show: () => (
      <Void
        title="Bạn chưa nộp hồ sơ nào"
        actions={
          <>
            <LinkButton href="#">Tìm thủ tục</LinkButton>
            <LinkButton href="#" kind="second">
              Tôi đã nộp nhưng không thấy
            </LinkButton>
          </>
        }
      >
        <p>Khi bạn nộp, hồ sơ hiện ở đây cùng ngày hẹn và mọi thay đổi.</p>
      </Void>
    ),
  },
  {
    of: 'Void',
    name: 'Không có quyền',
    show: () => (
      <Void title="Vai trò đang dùng không xem được kế hoạch này" code="Lỗi 403 · lần mở này đã được ghi lại">
        <p>
          Bạn đang làm việc với vai trò <strong>Chuyên viên, Sở Nội vụ</strong>. Kế hoạch nháp chỉ mở cho đơn vị soạn.
        </p>
        <ul>
          <li>
            <a href="#">Đổi vai trò</a>
          </li>
          <li>
            <a href="#">Xin quyền xem từ Văn phòng UBND tỉnh</a>
          </li>
        </ul>
      </Void>
    ),
  },
  {
    of: 'Hero',
    name: 'Dòng sông và câu hỏi',
    show: () => (
      <Hero title="Bạn cần làm gì?" level={2} lead="Gõ bằng lời của bạn, có dấu hay không dấu đều được.">
        <Search id="tim-vi-du" action="#" label="Bạn cần làm gì?" example="Ví dụ: làm khai sinh cho con" />
        <Chips
          label="Nhiều người tìm"
          of={[
            { href: '#', label: 'Khai sinh' },
            { href: '#', label: 'Tạm trú' },
            { href: '#', label: 'Chứng thực bản sao' },
          ]}
        />
      </Hero>
    ),
  },
  {
    of: 'PrintSheet',
    name: 'Giấy hẹn A5',
    show: () => (
      <PrintSheet
        level={2}
        title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
        issuer={{ above: 'ỦY BAN NHÂN DÂN PHƯỜNG 5', name: 'BỘ PHẬN MỘT CỬA', number: 'Số: 0031/TNHS' }}
        placeAndDay="Mỹ Tho, ngày 08 tháng 5 năm 2025"
        code={{ label: 'Mã hồ sơ', value: 'H58.07.04-250508-0031' }}
        sign={[<b>Người nộp hồ sơ</b>, <b>Người tiếp nhận hồ sơ</b>]}
      >
        <SummaryList
          of={[
            { label: 'Nội dung', value: 'Đăng ký lại khai sinh' },
            { label: 'Hẹn trả', value: '17 giờ, thứ Năm 15/05/2025' },
          ]}
        />
      </PrintSheet>
    ),
  },
]
