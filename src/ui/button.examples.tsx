import { Button, InlineButton, LinkButton } from './button.tsx'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    of: 'Button',
    name: 'Một nút chính, một nút phụ, một lối ra',
    show: () => (
      <div class="tg-row">
        <Button icon="bell">Gửi đôn đốc</Button>
        <Button kind="second">Lưu nháp</Button>
        <Button kind="plain">Bỏ qua</Button>
      </div>
    ),
  },
  {
    of: 'LinkButton',
    name: 'Lối dẫn đi, trông như nút; bản lớn cho điểm bắt đầu',
    show: () => (
      <div class="tg-row">
        <LinkButton href="#" large icon="shield">
          Đăng nhập bằng VNeID
        </LinkButton>
        <LinkButton href="#" kind="second" icon="receive">
          Tải biểu mẫu
        </LinkButton>
      </div>
    ),
  },
  {
    of: 'Button',
    name: 'Chữ dài xuống dòng',
    show: () => (
      <Button>Xác nhận và chuyển hồ sơ cho Ủy ban nhân dân thị trấn Vĩnh Bình, huyện Gò Công Tây giải quyết</Button>
    ),
  },
  {
    of: 'InlineButton',
    name: 'Trong câu, nơi một lối dẫn sẽ đứng nếu không thay đổi gì',
    show: () => (
      <p>
        Có gì chưa đúng?{' '}
        <InlineButton name="_wrong" value="a">
          Báo sai và tự khai phần này
        </InlineButton>
      </p>
    ),
  },
]
