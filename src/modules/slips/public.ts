/** What the rest of the house may use of this module. */
export { makeSlip } from './slip.jobs.ts'
export { slipPages } from './slip.pages.tsx'
export { type ContentOf, SlipContent } from './slip.ts'
export { listSlips, listSlipsFrom, type Slip } from './slip.store.ts'
export { slips } from './module.ts'
