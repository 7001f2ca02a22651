/** What the rest of the house may use of this module. */
export { rebuildFacts } from './fact.store.ts'
export { dossiers } from './module.ts'
