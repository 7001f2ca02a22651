import '#kernel/text.ts'

export const messages = {
  'catalogue.procedure.national': 'Xem trên Cổng Dịch vụ công quốc gia',
  'catalogue.procedure.full': 'Làm trọn vẹn qua mạng',
  'catalogue.procedure.partial': 'Làm một phần qua mạng',
  'catalogue.procedure.codes': 'Mã và nguồn',
  'catalogue.procedure.code': 'Mã thủ tục',
  'catalogue.procedure.decision': 'Quyết định công bố',
  'catalogue.procedure.level': 'Cấp thực hiện',
  'catalogue.procedure.field': 'Lĩnh vực',
  'catalogue.procedure.authority': 'Cơ quan có thẩm quyền',
  'catalogue.procedure.cooperating': 'Cơ quan phối hợp',
  'catalogue.procedure.subjects': 'Đối tượng thực hiện',
  'catalogue.procedure.kind': 'Loại thủ tục',
  'catalogue.procedure.results': 'Kết quả',
  'catalogue.procedure.version': 'Phiên bản',
  'catalogue.procedure.version_of': '{no, number}, từ {on}',
  'catalogue.procedure.unstructured': 'Phần chưa tách được',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
