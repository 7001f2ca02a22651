/** An application: a dossier as it was filed. Where it stands, who may see it, and when it may be taken back. */
import type { Actor } from '#kernel/access.ts'
import type { Key } from '#kernel/text.ts'
import type { Answers } from '#fields/form.ts'
import type { Channel, FeeLine } from '#modules/services/public.ts'
import type { Relation } from './draft.ts'

/**
 * `at_desk`: the desk has it before it and has not received it; `received`: it has a dossier code. From `at_desk` on, what
 * happens is the desk's to tell (`progress.ts`).
 */
export type ApplicationState = 'filed' | 'withdrawn' | 'at_desk' | 'received'

/** Whose word counts, unless a ministry files through us. */
export const ownSystem = 'tgs'

export type Application = {
  readonly id: string
  readonly requestCode: string
  readonly draftId: string | null
  readonly procedureCode: string
  readonly serviceVersion: number
  readonly title: string
  readonly caseCode: string
  readonly channel: Channel
  readonly partyId: string
  readonly personId: string | null
  readonly relation: Relation | 'partner'
  readonly accountId: string | null
  readonly consentId: string | null
  readonly clientId: string | null
  readonly clientReference: string | null
  readonly assurance: number | null
  /** Which system's word counts: ours, or that of a ministry that files through us. */
  readonly authoritativeSystem: string
  readonly receiverId: number
  readonly receiver: string
  readonly answers: Answers
  readonly fees: readonly FeeLine[]
  readonly feeTotal: number
  readonly state: ApplicationState
  readonly filedAt: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnBecause: string | null
  readonly receivedAt: Date | null
  readonly dossierCode: string | null
  readonly receiptHash: string
}

export type ApplicationFile = {
  readonly question: string
  readonly uploadId: string
  readonly name: string
  readonly hash: string
  readonly size: number
  readonly type: string
}

type Owned = Pick<Application, 'partyId' | 'accountId' | 'clientId'>

/** Whoever acts for its party now, the member of staff who filed it for them, the system that filed it; nobody else. */
export function maySee(application: Owned, { citizen, accountId, clientId }: Actor): boolean {
  if (citizen) return application.partyId === citizen.partyId
  if (clientId) return application.clientId === clientId
  return accountId !== null && application.accountId === accountId
}

/** Before reception it is taken back by a word; afterwards the desk has to stop its work. */
export function objectionToWithdraw({ state }: Pick<Application, 'state'>): Key | null {
  if (state === 'withdrawn') return 'filing.application.withdrawn_already'
  return state === 'filed' ? null : 'filing.application.received_already'
}

/** The way of every dossier, as far as it is known before the desk takes over; for the drawing. */
export const stages = ['filed', 'received', 'processed', 'returned'] as const

/** How many of the stages are behind it. */
export const stagesDone = ({ state }: Pick<Application, 'state'>): number => (state === 'received' ? 2 : 1)

/** As national exchange counts them (mã trạng thái hồ sơ): 1 newly filed, 2 received, 7 withdrawn. */
export const nationalState: Readonly<Record<ApplicationState, 1 | 2 | 7>> = {
  filed: 1,
  at_desk: 1,
  received: 2,
  withdrawn: 7,
}

export { maskedNumber } from '#ui/figures.ts'

export const lastFour = (number: string): string => number.replace(/\D/g, '').slice(-4)
