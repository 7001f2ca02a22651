/** What the rest of the house may use of this module. */
export type { Case, Channel, Component, FeeRule, Limit, Service, Step } from './service.ts'
export { findServiceInForce, findServiceVersion, type PublishedService } from './version.store.ts'
export { services } from './module.ts'
