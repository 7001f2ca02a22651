/** What the rest of the house may use of this module. */
export { type ExchangeDossier, type ExchangeProgress } from './dossier.ts'
export { exchange } from './module.ts'
export { queueMessage, syncStates } from './message.store.ts'
export { type NewMessage, type SyncState } from './message.ts'
export { nationalLineOf, nationalSystem } from './national-line.jobs.ts'
export { type DossierListing } from './reconcile.jobs.ts'
export { type Ours } from './reconciliation.ts'
export { exchangeJobs, exchangeSchedules } from './exchange.jobs.ts'
