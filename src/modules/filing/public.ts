/** What the rest of the house may use of this module. */
export type { Application, ApplicationFile, ApplicationState } from './application.ts'
export { countByChannel, findApplication, listApplications, listFiles } from './application.store.ts'
export { filing } from './module.ts'
