/** The small help a browser with JavaScript gives. Nothing here is needed: every page works without it. */
import { focusSummary } from './focus-summary.ts'
import { keepTyped } from './keep-typed.ts'
import { followReview } from './follow-review.ts'
import { sendOnChange } from './send-on-change.ts'

const enhancements: Readonly<Record<string, (element: HTMLElement) => void>> = {
  focus: focusSummary,
  keep: keepTyped,
  review: followReview,
  'send-on-change': sendOnChange,
}

for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]'))
  enhancements[element.dataset['enhance'] ?? '']?.(element)
