/** What the rest of the house may use of this module. */
export { dossiers } from './module.ts'
