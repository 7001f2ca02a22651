/** What the rest of the house may use: `dossiers` tells how a dossier stands, and asks what an act would cost. */
export { type DossierFact, endings } from './fact.ts'
export { recordFact } from './fact.store.ts'
export { scores } from './module.ts'
