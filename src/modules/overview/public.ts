/** What the rest of the house may use of this module: dossiers tell how they stand and show what was instructed. */
export { instructionsOfDossier } from './instruction.store.ts'
export { InstructionsCard } from './instruction-table.views.tsx'
export { type OpenDossier, type Standing } from './load.ts'
export { listOpenIds, recordOpen, recountLoad, type Told } from './load.store.ts'
export { overview } from './module.ts'
export { accountsIn, namesFor } from './names.store.ts'
