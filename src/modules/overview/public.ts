/** What the rest of the house may use of this module: dossiers tell how they stand. */
export { type OpenDossier, type Standing } from './load.ts'
export { listOpenIds, recordOpen, recountLoad, type Told } from './load.store.ts'
