/** What the rest of the house may use: `dossiers` tells how a dossier stands, and asks what an act would cost. */
export { type DossierFact, endings, endOf } from './fact.ts'
export { costsOfFact, type CostOfAct } from './cost.store.ts'
export { CostNotice } from './cost.views.tsx'
export { recordFact, recordFacts } from './fact.store.ts'
export { recompute } from './tally.store.ts'
export { scores } from './module.ts'
export { endedByOfficer, unitsUnder } from './sums.store.ts'
export { findOfficer, type OfficerName, officerNames } from './names.store.ts'
