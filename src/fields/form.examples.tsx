import { addMessages, type Key } from '#kernel/text.ts'
import { day } from '#kernel/time.ts'
import type { Example } from '#ui/example.ts'
import { checkForm } from './check-form.ts'
import type { Filled } from './filled.ts'
import type { FormDefinition } from './form.ts'
import { QuestionForm } from './form.views.tsx'
import type { Books } from './kind.ts'
import { type Knowns, withKnown } from './known.ts'
import { formPage } from './page.ts'
import { type Area, placeBook } from './place-book.ts'
import { stepAt, stepsOf } from './steps.ts'
import { FormProgress, SetAside, Summary } from './summary.views.tsx'
import { Doubts, ToMend } from './to-mend.views.tsx'
import { walk } from './walk.ts'

const words = { 'example.next': 'Lưu và sang phần sau' } as const
addMessages('vi', words)
addMessages('en', words)
const next = 'example.next' as Key

const area = (id: string, kind: string, parent: string | null, name: string, code: string): Area => ({
  id,
  kind,
  parent,
  name,
  shortName: null,
  code,
  validFrom: null,
  validTo: null,
})

const books: Books = {
  today: day('2025-05-14'),
  places: placeBook([
    area('tinh', 'province', null, 'Tỉnh Tiền Giang', '82'),
    area('my-tho', 'district', 'tinh', 'Thành phố Mỹ Tho', '815'),
    area('cai-be', 'district', 'tinh', 'Huyện Cái Bè', '819'),
    area('p5', 'commune', 'my-tho', 'Phường 5', '28249'),
    area('p6', 'commune', 'my-tho', 'Phường 6', '28252'),
    area('cb', 'commune', 'cai-be', 'Thị trấn Cái Bè', '28360'),
  ]),
  units: [{ value: 'so-tu-phap', label: 'Sở Tư pháp' }],
  uploads: new Map([
    ['u1', { upload: 'u1', name: 'giay-chung-sinh-mat-truoc.jpg', hash: 'a1', size: 1_843_200, type: 'image/jpeg' }],
  ]),
}

const person = (prefix: string, who: string) => [
  { name: `${prefix}_name`, kind: 'text' as const, label: { vi: `Họ và tên ${who}` } },
  { name: `${prefix}_birth_day`, kind: 'day' as const, label: { vi: `Ngày sinh ${who}` }, max: 'today' },
]

const form: FormDefinition = {
  layout: 'sections',
  sections: [
    {
      name: 'mother',
      title: { vi: 'Người mẹ', en: 'The mother' },
      questions: [
        { name: 'mother_name', kind: 'text', label: { vi: 'Họ và tên mẹ', en: 'Name' }, known: 'person.name' },
        { name: 'mother_number', kind: 'person_number', label: { vi: 'Số định danh của mẹ' }, known: 'person.number' },
        { name: 'mother_home', kind: 'place', label: { vi: 'Nơi thường trú của mẹ' }, known: 'person.residence' },
        { name: 'phone', kind: 'phone', label: { vi: 'Điện thoại' }, hint: { vi: 'Để báo khi có kết quả' } },
        { name: 'email', kind: 'email', label: { vi: 'Thư điện tử' }, required: false },
      ],
    },
    {
      name: 'child',
      title: { vi: 'Thông tin của trẻ', en: 'The child' },
      intro: { vi: 'Viết như sẽ ghi trên giấy khai sinh.' },
      questions: [
        { name: 'child_name', kind: 'text', label: { vi: 'Họ và tên của trẻ' }, needed: { vi: 'Nhập tên của trẻ' } },
        { name: 'child_sex', kind: 'choice', list: 'sex', label: { vi: 'Giới tính' } },
        { name: 'child_birth_day', kind: 'day', label: { vi: 'Ngày sinh' }, min: 'today-16y', max: 'today' },
        { name: 'child_ethnic', kind: 'choice', list: 'ethnic_group', label: { vi: 'Dân tộc' } },
        { name: 'weight', kind: 'number', decimals: 1, unit: { vi: 'kg' }, label: { vi: 'Cân nặng' }, required: false },
        { name: 'born_at', kind: 'place', asOf: 'child_birth_day', label: { vi: 'Nơi sinh' } },
        { name: 'at_home', kind: 'yes_no', label: { vi: 'Sinh ở nhà' } },
        { name: 'witness', kind: 'text', when: "at_home = 'yes'", label: { vi: 'Người làm chứng' } },
        { name: 'paper', kind: 'file', files: { most: 3 }, label: { vi: 'Giấy chứng sinh' }, when: "at_home != 'yes'" },
      ],
    },
    {
      name: 'siblings',
      title: { vi: 'Anh, chị của trẻ', en: 'Brothers and sisters' },
      repeat: { min: 0, max: 4, one: { vi: 'Anh, chị', en: 'Person' } },
      questions: person('sibling', ''),
    },
    {
      name: 'copies_wanted',
      title: { vi: 'Nhận kết quả', en: 'The result' },
      questions: [
        {
          name: 'copies',
          kind: 'choices',
          label: { vi: 'Cần cấp thêm' },
          required: false,
          choices: [
            { value: 'paper', label: { vi: 'Bản sao giấy' } },
            { value: 'electronic', label: { vi: 'Bản sao điện tử' } },
          ],
        },
        { name: 'many', kind: 'number', label: { vi: 'Số bản giấy' }, when: "copies in ('paper')", min: 1, max: 20 },
        { name: 'fee', kind: 'computed', value: 'many * 8000', label: { vi: 'Lệ phí bản sao (đồng)' } },
        { name: 'office', kind: 'unit', label: { vi: 'Nơi nhận' } },
        { name: 'note', kind: 'long_text', label: { vi: 'Ghi chú' }, required: false },
      ],
    },
  ],
}

const paper = books.uploads.get('u1')
const at = new Date('2025-05-14T02:38:00Z')
const says = { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' }
const knowns: Knowns = {
  'person.name': { value: 'NGUYỄN THỊ THU HÀ', says, at },
  'person.number': { value: '082196004127', says, at },
}

const filled: Filled = {
  answers: {
    phone: '0912345678',
    child_name: 'Trần Minh An',
    child_sex: 'female',
    child_birth_day: '2025-05-06',
    at_home: 'yes',
    siblings: [{ sibling_name: 'Trần Minh Khang', sibling_birth_day: '2021-03-02' }, {}],
    copies: ['paper'],
    many: 3,
    office: 'so-tu-phap',
  },
  unread: { 'siblings.1.sibling_birth_day.day': '31', 'siblings.1.sibling_birth_day.month': '2' },
  wrong: [],
}

type Shown = {
  /** The page, by its key. */
  readonly at: string
  readonly id: string
  readonly layout?: FormDefinition['layout']
  /** What is wrong is said. */
  readonly told?: boolean
  readonly draft?: Filled
}

/** One page of the form, as a citizen sees it. */
function Sheet({ at: key, id, layout = 'sections', told = false, draft = filled }: Shown) {
  const asked = { ...form, layout }
  const whole = withKnown(asked, draft, knowns, books)
  const steps = stepsOf(asked, walk(asked, whole.answers, books.today))
  const step = stepAt(steps, key) ?? steps[0]
  if (!step) return <p />
  const problems = told ? checkForm(asked, whole, books).problems : []
  return (
    <div class="tg-stack">
      <FormProgress form={asked} steps={steps} at={step.key} href={() => '#'} after={['Xem lại, gửi']} />
      <QuestionForm
        id={id}
        page={formPage({ form: asked, step, filled: draft, knowns, books }, problems)}
        action="#"
        send={next}
        autosave="#"
        savedAt={at}
        kept="Bản nháp giữ đến 13/06/2025."
      />
    </div>
  )
}

export const examples: readonly Example[] = [
  {
    of: 'QuestionForm',
    name: 'Điều đã biết, và câu hỏi còn lại',
    show: () => <Sheet at="mother" id="khai-1" />,
  },
  {
    of: 'QuestionForm',
    name: 'Báo sai: ô mở ra, có sẵn điều đã biết',
    show: () => (
      <Sheet
        at="mother"
        id="khai-2"
        draft={{ ...filled, wrong: ['mother_name'], answers: { ...filled.answers, mother_name: 'NGUYỄN THỊ THU HÀ' } }}
      />
    ),
  },
  {
    of: 'QuestionForm',
    name: 'Mọi loại câu hỏi, điều kiện, có chỗ phải sửa',
    show: () => (
      <Sheet
        at="child"
        id="khai-3"
        told
        draft={{
          ...filled,
          answers: { ...filled.answers, child_name: undefined, at_home: 'no', ...(paper && { paper: [paper] }) },
        }}
      />
    ),
  },
  { of: 'QuestionForm', name: 'Phần lặp lại', show: () => <Sheet at="siblings" id="khai-4" told /> },
  {
    of: 'QuestionForm',
    name: 'Tất cả trên một trang',
    show: () => <Sheet at="mother" id="khai-5" layout="page" />,
  },
  {
    of: 'QuestionForm',
    name: 'Mỗi trang một câu',
    show: () => <Sheet at="child_birth_day" id="khai-6" layout="questions" />,
  },
  {
    of: 'Summary',
    name: 'Xem lại trước khi gửi',
    show: () => <Summary form={form} filled={filled} knowns={knowns} books={books} href={() => '/to-khai/1'} />,
  },
  {
    of: 'ToMend',
    name: 'Cả tờ khai: còn chỗ phải sửa, và chỗ nên xem lại',
    show: () => {
      const { problems } = checkForm(form, withKnown(form, filled, knowns, books), books)
      const doubt = { path: 'mother_number', key: 'fields.number_of_another_year', params: { year: '1996' } } as const
      const whole = { form, steps: stepsOf(form, walk(form, filled.answers, books.today)), href: () => '/to-khai/1' }
      return (
        <div class="tg-stack">
          <ToMend {...whole} problems={problems} />
          <Doubts {...whole} warnings={[doubt]} />
        </div>
      )
    },
  },
  {
    of: 'SetAside',
    name: 'Mẫu khai đã đổi',
    show: () => (
      <SetAside
        of={[
          {
            name: 'job',
            question: { name: 'job', kind: 'text', label: { vi: 'Nghề nghiệp của mẹ' } },
            answer: 'Giáo viên',
          },
        ]}
        books={books}
      />
    ),
  },
]
