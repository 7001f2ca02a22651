/** What the rest of the house may use of this module. */
export { uploads } from './module.ts'
