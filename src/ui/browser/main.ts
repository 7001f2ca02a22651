/** The small help a browser with JavaScript gives. Nothing here is needed: every page works without it. */
import { autosave } from './autosave.ts'
import { focusSummary } from './focus-summary.ts'
import { keepTyped } from './keep-typed.ts'
import { followReview } from './follow-review.ts'
import { sendOnChange } from './send-on-change.ts'
import { watch } from './watch.ts'

/** Where the larger script for choosing files lies; put in when the script is bundled. */
declare const UPLOAD_SCRIPT: string

/** Asked for only where it is of use. */
function upload(field: HTMLElement) {
  void import(UPLOAD_SCRIPT).then(({ sendInPieces }: typeof import('./upload.ts')) => sendInPieces(field))
}

export type Enhancements = Readonly<Record<string, (element: HTMLElement) => void>>

const own: Enhancements = {
  autosave,
  focus: focusSummary,
  keep: keepTyped,
  review: followReview,
  'send-on-change': sendOnChange,
  upload,
  watch: (part) => watch(part),
}

/** `others` are what parts of the house beside this one help with. */
export function enhance(others: Enhancements) {
  const all = { ...own, ...others }
  for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]'))
    for (const name of element.dataset['enhance']?.split(' ') ?? []) all[name]?.(element)
}
