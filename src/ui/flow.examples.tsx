import type { Example } from './example.ts'
import { Flow, type FlowNode, type FlowWay } from './flow.tsx'

const nodes: readonly FlowNode[] = [
  { id: 'a', title: 'Tiếp nhận, kiểm tra hồ sơ', note: 'Một cửa · 4 giờ', tone: 'start', layer: 0, lane: 0 },
  { id: 'b', title: 'Thẩm định, kiểm tra thực địa', note: 'Chuyên môn · 32 giờ', tone: 'work', layer: 1, lane: 0 },
  {
    id: 'c',
    title: 'Lấy ý kiến về phòng cháy và chữa cháy',
    note: 'Cảnh sát PCCC · 40 giờ',
    tone: 'ask',
    layer: 1,
    lane: 1,
  },
  { id: 'd', title: 'Lãnh đạo ký', note: 'Lãnh đạo · 8 giờ', tone: 'decide', layer: 2, lane: 0 },
  { id: 'e', title: 'Trả kết quả', note: 'Một cửa · 4 giờ', tone: 'end', layer: 3, lane: 0 },
  { id: 'f', title: 'Thông báo từ chối', note: 'Một cửa · 4 giờ', tone: 'stop', layer: 3, lane: 1 },
]
const ways: readonly FlowWay[] = [
  { from: 'a', to: 'b', kind: 'next' },
  { from: 'a', to: 'c', kind: 'next' },
  { from: 'b', to: 'd', kind: 'next' },
  { from: 'c', to: 'd', kind: 'next' },
  { from: 'd', to: 'e', kind: 'next' },
  { from: 'b', to: 'a', kind: 'back' },
  { from: 'a', to: 'a', kind: 'back' },
  { from: 'b', to: 'f', kind: 'stop' },
]

export const examples: readonly Example[] = [
  {
    name: 'hai việc song song, có đường bổ sung và từ chối',
    of: 'Flow',
    show: () => <Flow says="6 bước, dài nhất 56 giờ làm việc" nodes={nodes} ways={ways} />,
  },
  {
    name: 'một bước, tên dài',
    of: 'Flow',
    show: () => (
      <Flow
        says="Một bước"
        nodes={[
          {
            id: 'a',
            title: 'Tiếp nhận hồ sơ đề nghị cấp giấy phép xây dựng đối với công trình không theo tuyến',
            note: 'Một cửa · 1 giờ',
            tone: 'start',
            layer: 0,
            lane: 0,
          },
        ]}
        ways={[]}
      />
    ),
  },
]
