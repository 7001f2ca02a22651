/** What the rest of the house may use of this module. */
export { channels, type Channel, type Offer, type OfferedCase, type ServiceLevel, type TimeLimit } from './offer.ts'
export { findOffer, setOffer } from './offer.store.ts'
export { catalogue } from './module.ts'
