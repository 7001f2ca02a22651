/** What the rest of the house may use of this module. */
export { type HeldFact, type Paper, type Papers, papersFor, papersLacking } from './component.ts'
export { classesOf, type FeeLine, feeLines, type Fees, type FeeWhy, isInForce } from './fee.ts'
export { generalService, type Unmodelled } from './general.ts'
export type { Saying } from './saying.ts'
export { Service, type Case, type Channel, type Component, type FeeRule, type Limit, type Step } from './service.ts'
export { findServiceInForce, findServiceVersion, type PublishedService } from './version.store.ts'
export { services } from './module.ts'
