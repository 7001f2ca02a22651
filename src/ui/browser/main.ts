/** The small help a browser with JavaScript gives. Nothing here is needed: every page works without it. */
import { focusSummary } from './focus-summary.ts'
import { keepTyped } from './keep-typed.ts'
import { followReview } from './follow-review.ts'
import { sendOnChange } from './send-on-change.ts'

/** Where the larger script for choosing files lies; put in when the script is bundled. */
declare const UPLOAD_SCRIPT: string

/** Asked for only where it is of use. */
function upload(field: HTMLElement) {
  void import(UPLOAD_SCRIPT).then(({ sendInPieces }: typeof import('./upload.ts')) => sendInPieces(field))
}

const enhancements: Readonly<Record<string, (element: HTMLElement) => void>> = {
  focus: focusSummary,
  keep: keepTyped,
  review: followReview,
  'send-on-change': sendOnChange,
  upload,
}

for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]'))
  enhancements[element.dataset['enhance'] ?? '']?.(element)
