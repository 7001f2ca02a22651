/** What the rest of the house may use of this module. */
export { recordAccess, type Access } from './access.store.ts'
export { objectionToLevel } from './attempt.ts'
export { findClientActor } from './client.store.ts'
export { readBearer } from './client.ts'
export { isConsentInForce, objectionToHelp } from './consent.ts'
export { consentInForce, listConsentsTo } from './consent.store.ts'
export { type Addressee, notifyAddressee, notifyParty } from './notify.store.ts'
export { ensureParty, findParty, findPartyByNumber, profileOf, type Party, type Profile } from './party.store.ts'
export { checkProvider, checkProviderSchedule } from './provider.jobs.ts'
export { objectionToActFor } from './representation.ts'
export { ensureRepresentative, listBetween } from './representation.store.ts'
export {
  findCitizenSession,
  insertCitizenSession,
  updateCitizenSession,
  type CitizenSession,
} from './session.store.ts'
export { citizenSignInFirst, levelPath } from './sign-in.pages.tsx'
export { tokenPath } from './token.pages.ts'
export { identity } from './module.ts'
