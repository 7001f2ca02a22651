/** What the rest of the house may use. */
export { board } from './module.ts'
