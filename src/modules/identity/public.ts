/** What the rest of the house may use of this module. */
export { findCitizenSession, insertCitizenSession } from './session.store.ts'
export { identity } from './module.ts'
