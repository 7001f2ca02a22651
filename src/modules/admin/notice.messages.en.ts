import type { messages as vi } from './notice.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'admin.notice.title': 'Notices',
  'admin.notice.lead':
    '{count, plural, =0 {No unread notices.} one {# unread notice, shown first.} other {# unread notices, shown first.}}',
  'admin.notice.what': 'What',
  'admin.notice.at': 'At',
  'admin.notice.state': 'State',
  'admin.notice.is_new': 'Unread',
  'admin.notice.is_read': 'Read',
  'admin.notice.read_all': 'Mark all as read',
  'admin.notice.all_read': 'All notices are marked as read',
  'admin.notice.none': 'No notices yet',
  'admin.notice.none_why':
    'When work is given to you, you are reminded, or there is a result to know about, it is told here.',
  'admin.notice.unknown': 'A notice of an earlier version; open it to see what it is about',
  'kernel.notice.read': 'Read a notice',
  'kernel.notice.read_all': 'Mark all notices as read',
}
