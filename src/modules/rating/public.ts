/** What the rest of the house may use of this module. */
export { rating } from './module.ts'
