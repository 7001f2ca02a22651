import type { messages as vi } from './file.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'kernel.file.empty': 'The file {name} is empty',
  'kernel.file.unknown': 'The file {name} is not a .txt, .html, .docx or .pdf text',
  'kernel.file.old_word': 'The file {name} is of an old Word (.doc). Please save it as .docx and send that.',
  'kernel.file.broken': 'The file {name} is damaged and cannot be opened',
  'kernel.file.locked': 'The file {name} has a password and cannot be read',
  'kernel.file.no_text': 'The file {name} holds no text to read; it may be a scanned picture',
  'kernel.file.encoding': 'The file {name} is not in Unicode, so its Vietnamese cannot be read',
  'kernel.file.too_large': 'The file {name} is too large to read',
}
