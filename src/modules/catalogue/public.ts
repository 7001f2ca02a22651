/** What the rest of the house may use of this module. */
export { limitUnits, type PublishedChannel, type PublishedLimit } from './channel-table.ts'
export {
  channelText,
  feesText,
  levelsText,
  levelText,
  limitText,
  publishedLimitText,
} from './figure.views.tsx'
export { applyImport, beginImport } from './import.commands.ts'
export { readImport } from './import.jobs.ts'
export { getImport, type Import, listImports } from './import.store.ts'
export { type Report, structuredOf } from './import.ts'
export { Imports } from './import.views.tsx'
export { channels, type Channel, type Offer, type OfferedCase } from './offer.ts'
export { findOffer, setOffer } from './offer.store.ts'
export { localOf, type Local } from './overlay.ts'
export { overlaysOn } from './overlay.store.ts'
export { seedOwners } from './owner.store.ts'
export { levels, type Level, type Procedure } from './procedure.ts'
export {
  findProcedure,
  type ForSearch,
  type FoundProcedure,
  getProcedure,
  isHandedOver,
  listChanged,
  listForSearch,
  listProcedureHeads,
} from './procedure.store.ts'
export { Codes, WholeText } from './procedure-detail.views.tsx'
export { findRevision } from './revision.store.ts'
export { catalogue } from './module.ts'
