import type { messages as vi } from './messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'uploads.nav': 'Files',
  'uploads.page.title': 'My files',
  'uploads.page.lead':
    'Photograph or choose papers first, use them when you file. Files nobody used are kept for {days, plural, one {# day} other {# days}}.',
  'uploads.page.visitor': 'You have not signed in: these files are seen in this browser only.',
  'uploads.page.not_scanned': 'This house has no malware scanner; the kind and content of files are checked.',
  'uploads.page.send': 'Send files',
  'uploads.page.tep': 'Papers',
  'uploads.page.tep_hint': 'Photos or PDF; several at once if you like',
  'uploads.upload.missing': 'There is no such file',
  'uploads.upload.in_use': 'This file is used in an application already',
  'uploads.upload.was_refused': 'This file was not taken; please send another',
  'uploads.upload.not_ready': 'This file is still being checked; please try again in a few minutes',
  'uploads.upload.too_many':
    'Too many unused files are kept already ({files, number} files, {megabytes, number} MB at most). Please remove some first.',
  'uploads.upload.too_often':
    'Too many files were sent from here; please try again in {seconds, number} seconds, or sign in first',
  'uploads.upload.no_owner': 'Please allow the cookies of this site, load the page again and send the file',
  'uploads.upload.not_taken': 'The file {name} is no JPG, PNG, HEIC or PDF (told by its content, not its name)',
  'uploads.upload.differs': 'The file {name} was altered on its way; please send it again',
  'uploads.upload.lost': 'The file {name} has not come whole; please send it again',
  'uploads.upload.infected':
    'The file {name} holds malware and was not taken. Please scan your device and send another copy.',
  'uploads.upload.too_few_to_join': 'At least two received files are needed to join',
  'uploads.upload.too_many_to_join': 'Too many files to join at once',
  'uploads.upload.too_large_to_join': 'Together these files are too large to join at once',
  'uploads.hint.small': 'The picture is rather small; if it shows a whole page, it may be hard to read.',
  'uploads.hint.blurred': 'The picture looks blurred. Please look at it; if it is hard to read, take it again.',
  'uploads.hint.dark': 'The picture is rather dark. If it is hard to read, take it again in better light.',
  'uploads.hint.glare': 'The picture has glare. If it covers words, take it again away from direct light.',
  'uploads.hint.active':
    'This PDF holds commands that run by themselves; it is taken, but saved only and not opened here.',
  'uploads.scan.waiting': 'Not scanned for malware yet; it will be as soon as the scanner is back.',
  'uploads.notice.infected': 'A file with malware ({virus}) was just stopped on its way in',
}
