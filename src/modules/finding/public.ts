/** What the rest of the house may use. */
export { finding } from './module.ts'
