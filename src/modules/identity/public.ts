/** What the rest of the house may use of this module. */
export { objectionToLevel } from './attempt.ts'
export { findParty, profileOf, type Party, type Profile } from './party.store.ts'
export { checkProvider, checkProviderSchedule } from './provider.jobs.ts'
export {
  findCitizenSession,
  insertCitizenSession,
  updateCitizenSession,
  type CitizenSession,
} from './session.store.ts'
export { citizenSignInFirst, levelPath } from './sign-in.pages.tsx'
export { objectionToActFor } from './representation.ts'
export { listBetween } from './representation.store.ts'
export { identity } from './module.ts'
