/** What the rest of the house may use of this module. */
export { rebuildFacts } from './fact.store.ts'
export { dossierSchedules } from './register.jobs.ts'
export { dossierJobs } from './slip.jobs.ts'
export { dossiers } from './module.ts'
export { namesOf } from './colleague.store.ts'
export { type Dossier, dossierStates } from './dossier.ts'
export { findDossier } from './dossier.store.ts'
export { lastHandlerOf } from './step.store.ts'
