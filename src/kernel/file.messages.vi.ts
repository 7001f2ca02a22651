import './text.ts'

export const messages = {
  'kernel.file.empty': 'Tệp {name} không có nội dung',
  'kernel.file.unknown': 'Tệp {name} không phải là văn bản .txt, .html, .docx hay .pdf',
  'kernel.file.old_word': 'Tệp {name} là Word đời cũ (.doc). Xin lưu lại thành .docx rồi gửi.',
  'kernel.file.broken': 'Tệp {name} bị hỏng, không mở được',
  'kernel.file.locked': 'Tệp {name} có mật khẩu nên không đọc được',
  'kernel.file.no_text': 'Tệp {name} không có chữ để đọc; có thể là bản quét ảnh',
  'kernel.file.encoding': 'Tệp {name} không dùng bảng mã Unicode nên không đọc được tiếng Việt',
  'kernel.file.too_large': 'Tệp {name} quá lớn để đọc',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
