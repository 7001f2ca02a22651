/** What the rest of the house may use. */
export { drafting } from './module.ts'
