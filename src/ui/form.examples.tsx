import { addMessages, type Key } from '#kernel/text.ts'
import { LinkButton } from './button.tsx'
import { Changed } from './changed.tsx'
import { Check, Checkboxes, Radios, Select } from './choice.tsx'
import { DayField } from './day-field.tsx'
import type { Example } from './example.ts'
import { FieldSet } from './field.tsx'
import { FileField } from './file-field.tsx'
import { Form, Hidden, type Returned } from './form.tsx'
import { CodeField, MoneyField, NumberField, PasswordField, TextField } from './text-field.tsx'

/* Words of the examples only, the same in both languages. */
const words = {
  'example.send': 'Lưu và sang phần 3',
  'example.child.family': 'Họ và chữ đệm',
  'example.child.given': 'Tên',
  'example.child.given_hint': 'Viết có dấu, như sẽ ghi trên giấy khai sinh',
  'example.child.given_needed': 'Nhập tên của trẻ',
  'example.child.born': 'Ngày sinh',
  'example.child.sex': 'Giới tính',
  'example.child.nation': 'Dân tộc',
  'example.child.weight': 'Cân nặng khi sinh',
  'example.child.fee': 'Lệ phí',
  'example.child.note': 'Ghi chú cho cán bộ',
  'example.child.copies': 'Cần cấp thêm',
  'example.child.paper': 'Bản chụp giấy chứng sinh',
  'example.child.paper_hint': 'Ảnh hoặc PDF, thấy đủ bốn góc',
  'example.child.agree': 'Tôi cam đoan những gì đã khai là đúng',
  'example.child.agree_needed': 'Xin đánh dấu lời cam đoan trước khi gửi',
  'example.child.rows.place': 'Nơi nhận {n}',
  'example.sign_in.password': 'Mật khẩu',
  'example.sign_in.code': 'Mã xác nhận',
} as const
addMessages('vi', words)
addMessages('en', words)

const send = 'example.send' as Key

const returned: Returned = {
  typed: {
    family: 'Trần Minh',
    given: '',
    'born.day': '31',
    'born.month': '2',
    'born.year': '2025',
    sex: 'nam',
    weight: '3,2 kg',
    copies: ['giay'],
  },
  problems: [
    { path: 'given', key: 'input.needed' },
    { path: 'born', key: 'input.not_a_day' },
    { path: 'weight', key: 'input.not_a_number' },
    { path: 'rows.1.place', key: 'input.needed' },
    { path: 'agree', key: 'input.needed' },
  ],
  key: 'kernel.check_the_form',
}

const Questions = () => (
  <>
    <FieldSet title="Họ và tên của trẻ">
      <TextField name="family" />
      <TextField name="given" />
    </FieldSet>
    <DayField name="born" />
    <Radios
      name="sex"
      options={[
        { value: 'nam', label: 'Nam' },
        { value: 'nu', label: 'Nữ' },
      ]}
    />
    <Select name="nation" options={['Kinh', 'Hoa', 'Khmer'].map((one) => ({ value: one, label: one }))} />
    <NumberField name="weight" unit="kg" />
    <MoneyField name="fee" optional />
    <Checkboxes
      name="copies"
      optional
      options={[
        { value: 'giay', label: 'Bản sao giấy', hint: '8.000 đ mỗi bản' },
        { value: 'dien-tu', label: 'Bản sao điện tử', hint: 'Vào thẳng Kho dữ liệu của bạn' },
      ]}
    />
    <TextField name="rows.0.place" />
    <TextField name="rows.1.place" />
    <FileField
      name="paper"
      accept=".pdf,image/*"
      limit="10 MB"
      now={{ name: 'giay-chung-sinh-ban-chup-lan-1.jpg', href: '#' }}
    />
    <TextField name="note" lines={4} optional />
    <Check name="agree" />
    <Hidden name="step" value="2" />
  </>
)

export const examples: readonly Example[] = [
  {
    of: 'Form',
    name: 'Mọi loại câu hỏi, lúc mới mở',
    show: () => (
      <Form
        id="mau-1"
        action="#"
        words="example.child"
        send={send}
        files
        values={{ family: 'Trần Minh', born: '2025-05-06', sex: 'nu', nation: 'Kinh', weight: 3.2, agree: true }}
        idempotencyKey="0198f2c4"
        hidden={{ _version: '7' }}
        also={
          <LinkButton href="#" kind="second">
            Để làm sau
          </LinkButton>
        }
        after="Đã lưu nháp lúc 09:42. Bản nháp giữ đến 13/06/2025."
      >
        <Questions />
      </Form>
    ),
  },
  {
    of: 'Form',
    name: 'Trả lại vì có lỗi: giữ nguyên những gì đã gõ',
    show: () => (
      <Form id="mau-2" action="#" words="example.child" send={send} back={returned} files>
        <Questions />
      </Form>
    ),
  },
  {
    of: 'Form',
    name: 'Bị từ chối cả biểu mẫu',
    show: () => (
      <Form
        id="mau-3"
        action="#"
        words="example.sign_in"
        send="ui.sign_in"
        back={{ typed: {}, problems: [], key: 'kernel.busy' }}
      >
        <PasswordField name="password" />
        <CodeField name="code" />
      </Form>
    ),
  },
  {
    of: 'Changed',
    name: 'Hai người cùng sửa',
    show: () => (
      <Changed
        by="Lê Minh Tuấn (Sở Khoa học và Công nghệ)"
        at="14:02, 14/05/2025"
        theirs="#"
        form="mau-1"
        differences={[
          { label: 'Giá trị phải đạt', theirs: '≥ 60 %', yours: '≥ 65 %' },
          { label: 'Cơ quan chủ trì', theirs: 'Văn phòng Ủy ban nhân dân tỉnh', yours: 'Sở Khoa học và Công nghệ' },
          { label: 'Ghi chú', theirs: '', yours: 'Theo Thông báo kết luận số 112/TB-UBND' },
        ]}
      />
    ),
  },
  {
    of: 'Changed',
    name: 'Hai bản giống nhau',
    show: () => <Changed by="Lê Minh Tuấn" at="14:02, 14/05/2025" theirs="#" form="mau-1" differences={[]} />,
  },
]
