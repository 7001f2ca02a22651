import { Button } from './button.tsx'
import type { Example } from './example.ts'
import { Notice } from './notice.tsx'
import { Mark, MiniField, MiniFields, Review, ReviewItem } from './review.tsx'
import { Status } from './status.tsx'

const source = (
  <>
    <p>
      <strong>2.1. Phát triển Chính quyền số</strong>
    </p>
    <p>
      - <Mark n="2">Tối thiểu 60% hồ sơ trực tuyến toàn trình trên hệ thống Cổng Dịch vụ công của tỉnh.</Mark>
    </p>
    <p>
      -{' '}
      <Mark n="4" now>
        100% kết quả giải quyết TTHC được cấp dưới dạng điện tử
      </Mark>{' '}
      và tạo lập, lưu trữ vào Kho dữ liệu điện tử.
    </p>
    <p>
      <Mark n="8" doubt>
        2.2. Phát triển Kinh tế sổ
      </Mark>
    </p>
  </>
)

export const examples: readonly Example[] = [
  {
    of: 'Review',
    name: 'Văn bản bên trái, mục đọc được bên phải',
    show: () => (
      <Review source={source}>
        <ReviewItem
          n="2"
          title="Hồ sơ trực tuyến toàn trình ≥ 60 %"
          lines="102–103"
          status={<Status tone="done">Đã xác nhận</Status>}
        />
        <ReviewItem
          n="4"
          now
          title="Kết quả điện tử, lưu vào Kho dữ liệu"
          lines="106–107"
          status={<Status tone="new">Chờ xác nhận</Status>}
          actions={
            <>
              <Button name="muc" value="4">
                Xác nhận
              </Button>
              <Button kind="second">Bỏ mục này</Button>
            </>
          }
        >
          <MiniFields>
            <MiniField id="m4-so-sanh" name="m4.op" label="So sánh" value="=" options={[{ value: '=', label: '=' }]} />
            <MiniField id="m4-gia-tri" name="m4.value" label="Giá trị" value="100" />
            <MiniField id="m4-han" name="m4.due" label="Hạn" value="31/12/2025" />
          </MiniFields>
        </ReviewItem>
        <ReviewItem
          n="8"
          title="Tiêu đề nhóm 2.2"
          lines="121"
          status={<Status tone="risk">Chưa chắc</Status>}
          actions={<Button>Dùng “Kinh tế số”</Button>}
        >
          <Notice tone="wait">Văn bản ghi “Kinh tế sổ”. Bản gốc giữ nguyên, tên trên bảng do bạn chọn.</Notice>
        </ReviewItem>
      </Review>
    ),
  },
]
