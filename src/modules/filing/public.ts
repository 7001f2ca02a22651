/** What the rest of the house may use of this module. */
export { filing } from './module.ts'
