/** What the rest of the house may use of this module. */
export { type ContentOf, SlipContent } from './slip.ts'
export { slips } from './module.ts'
