/** What the rest of the house may use of this module. */
export { exchangeJobs, exchangeSchedules } from './exchange.jobs.ts'
export { exchange } from './module.ts'
export { queueMessage, syncStates } from './message.store.ts'
export { nationalLineOf, nationalSystem } from './national-line.jobs.ts'
export type { ExchangeDossier, ExchangeProgress } from './dossier.ts'
export type { NewMessage, SyncState } from './message.ts'
export type { DossierListing } from './reconcile.jobs.ts'
export type { Ours } from './reconciliation.ts'
