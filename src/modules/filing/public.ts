/** What the rest of the house may use of this module. */
export { getApplication } from './application.commands.ts'
export { type Application, lastFour, maySee as isTheirs, ownSystem } from './application.ts'
export {
  assurancesOf,
  findApplication,
  findByRequestCode,
  holdApplication,
  listFiles,
  countUnopened,
  listWaiting,
  markAtDesk,
  markReceived,
  type Waiting,
} from './application.store.ts'
export { booksFor } from './dossier.store.ts'
export { asAnswers } from './file.store.ts'
export { formOfDossier } from './dossier-form.ts'
export type { Progress, ProgressLink } from './progress.ts'
export { tellProgress } from './progress.store.ts'
export { unitsToday } from './receiver.store.ts'
export { readRequestCode } from './request-code.ts'
export { getService } from './service.store.ts'
export { filing } from './module.ts'
