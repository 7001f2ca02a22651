import { Button, LinkButton } from './button.tsx'
import { Ask } from './ask.tsx'
import { Card } from './card.tsx'
import { Details, DetailsList } from './details.tsx'
import type { Example } from './example.ts'
import { DocumentList, Facts } from './facts.tsx'
import { Known } from './known.tsx'
import { SummaryList } from './summary-list.tsx'

export const examples: readonly Example[] = [
  {
    of: 'SummaryList',
    name: 'Có lối sửa từng mục; giá trị dài',
    show: () => (
      <SummaryList
        of={[
          {
            label: 'Nơi giải quyết',
            value: 'UBND Phường 5, thành phố Mỹ Tho',
            act: { href: '#', label: 'Sửa nơi giải quyết' },
          },
          { label: 'Lệ phí', value: '8.000 đ', act: { href: '#', label: 'Xem biên lai' } },
          {
            label: 'Mã định danh',
            value: <span class="tg-code">000.00.07.H58-250514-0009-BAN-SAO-TRICH-LUC-HO-TICH-DIEN-TU</span>,
          },
          null,
        ]}
      />
    ),
  },
  {
    of: 'SummaryList',
    name: 'Xếp chồng trong cột hẹp',
    show: () => (
      <Card title="Tóm tắt">
        <SummaryList
          stacked
          of={[
            { label: 'Cách nộp', value: 'Trực tuyến' },
            { label: 'Nhận kết quả', value: 'Kho dữ liệu của tôi' },
          ]}
        />
      </Card>
    ),
  },
  {
    of: 'Facts',
    name: 'Bốn điều ai cũng hỏi trước',
    show: () => (
      <Facts
        of={[
          { icon: 'clock', label: 'Bao lâu', value: 'Trong ngày', small: 'nhận sau 15 giờ thì hôm sau' },
          { icon: 'money', label: 'Lệ phí', value: 'Miễn phí', small: 'đăng ký đúng hạn' },
          { icon: 'file', label: 'Giấy tờ', value: '1 loại', small: 'phần còn lại Nhà nước đã có' },
          { icon: 'place', label: 'Nơi làm', value: 'UBND cấp xã bất kỳ trong tỉnh' },
        ]}
      />
    ),
  },
  {
    of: 'DocumentList',
    name: 'Giấy tờ: phải nộp và không phải nộp',
    show: () => (
      <DocumentList
        of={[
          { title: 'Giấy chứng sinh', have: 'Bạn không phải nộp.', text: 'Bệnh viện đã gửi bản ký số.' },
          { title: 'Giấy ủy quyền', icon: 'hand', text: 'Chỉ khi người khác đi thay.' },
        ]}
      />
    ),
  },
  {
    of: 'Known',
    name: 'Hỏi một lần, và nói ai đã cho biết',
    show: () => (
      <Known
        title="Chúng tôi đã có thông tin về mẹ"
        source="Cơ sở dữ liệu quốc gia về dân cư, lấy lúc 09:38 ngày 14/05/2025 khi bạn đăng nhập bằng VNeID."
        wrong="#"
        facts={[
          { label: 'Họ và tên', value: 'NGUYỄN THỊ THU HÀ' },
          { label: 'Số định danh', value: <span class="tg-num">0821 •••• 4127</span> },
          { label: 'Nơi thường trú', value: 'Phường 5, thành phố Mỹ Tho, tỉnh Tiền Giang' },
        ]}
      />
    ),
  },
  {
    of: 'Ask',
    name: 'Xin bổ sung, một lần',
    show: () => (
      <Ask
        title="Xin bổ sung 1 giấy tờ trước 17 giờ, thứ Sáu 23/05/2025"
        facts={[
          { label: 'Giấy tờ', value: 'Bản chụp giấy khai sinh cũ' },
          { label: 'Vì sao', value: 'Ảnh bị lóa, không đọc được dòng “Ngày, tháng, năm đăng ký”.' },
        ]}
        actions={
          <>
            <LinkButton href="#" icon="upload">
              Gửi ảnh chụp lại
            </LinkButton>
            <Button kind="second">Tôi không còn giấy này</Button>
          </>
        }
        note="Đây là lần yêu cầu duy nhất. Trong lúc chờ bạn, thời hạn của cơ quan tạm dừng."
      />
    ),
  },
  {
    of: 'Details',
    name: 'Gấp lại những gì ít người cần',
    show: () => (
      <DetailsList>
        <Details summary="Chúng tôi biết gì về bạn sau khi đăng nhập?" open>
          <p>Họ tên, số định danh, ngày sinh và nơi thường trú.</p>
        </Details>
        <Details summary="Không dùng được điện thoại thông minh?">
          <p>Mang căn cước đến Một cửa gần nhất.</p>
        </Details>
      </DetailsList>
    ),
  },
]
