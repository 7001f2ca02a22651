import { addMessages, type Key } from '#kernel/text.ts'
import type { Example } from './example.ts'
import { Form, type Returned } from './form.tsx'
import { UploadField, type UploadItem } from './upload-field.tsx'

/* Words of the examples only, the same in both languages. */
const words = {
  'example.upload.send': 'Lưu và sang phần 3',
  'example.upload.paper': 'Giấy chứng sinh',
  'example.upload.paper_hint': 'Ảnh hoặc PDF, thấy đủ bốn góc',
  'example.upload.blurred': 'Ảnh có vẻ mờ. Hãy xem lại; nếu khó đọc, xin chụp lại.',
  'example.upload.wrong': 'Tệp {name} không phải ảnh hay PDF',
} as const
addMessages('vi', words)
addMessages('en', words)

const key = (name: keyof typeof words) => name as Key
const id = (last: number) => `0198f2c4-0000-7000-8000-00000000000${last}`
const file = { picture: false, pages: 3, size: 1_430_000, state: 'ready' } as const

const items: readonly UploadItem[] = [
  { ...file, id: id(1), name: 'giấy chứng sinh.pdf' },
  { ...file, id: id(2), name: 'IMG_2044.jpg', pages: 1, size: 640_000, hints: [key('example.upload.blurred')] },
  { ...file, id: id(3), name: 'sổ hộ khẩu cũ của gia đình ông bà ngoại, chụp ngày 12 tháng 5.pdf', state: 'checking' },
  { ...file, id: id(4), name: 'IMG_2045.jpg', size: 9_100_000, state: 'receiving' },
  {
    ...file,
    id: id(5),
    name: 'don.pdf',
    size: 80_000,
    state: 'refused',
    refusal: { key: key('example.upload.wrong') },
  },
]

const needed: Returned = { typed: {}, problems: [{ path: 'paper', key: 'input.needed' }], key: 'kernel.check_the_form' }

type Shown = { form: string; several?: boolean; shown: readonly UploadItem[]; back?: Returned }

const Shown = ({ form, several = false, shown, back }: Shown) => (
  <Form id={form} action="#" words="example.upload" send={key('example.upload.send')} files back={back}>
    <UploadField name="paper" items={shown} several={several} accept=".pdf,image/*" megabytes={30} />
  </Form>
)

export const examples: readonly Example[] = [
  { of: 'UploadField', name: 'Trống', show: () => <Shown form="tep-1" shown={[]} /> },
  {
    of: 'UploadField',
    name: 'Nhiều tệp, mỗi tệp một trạng thái',
    show: () => <Shown form="tep-2" several shown={items} />,
  },
  { of: 'UploadField', name: 'Một tệp', show: () => <Shown form="tep-3" shown={items.slice(0, 1)} /> },
  { of: 'UploadField', name: 'Bị trả lại', show: () => <Shown form="tep-4" shown={[]} back={needed} /> },
]
