/** A dossier from reception to return: where it stands, where it may go from there, and who may move it. */
import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { Channel, Limit } from '#modules/services/public.ts'

export const dossierStates = [
  'arrived',
  'refused_at_desk',
  'received',
  'processing',
  'awaiting_supplement',
  'awaiting_payment',
  'awaiting_signature',
  'finished',
  'returned',
  'withdrawn',
  'stopped',
] as const
export type DossierState = (typeof dossierStates)[number]

/** Business, money, delivery and exchange are four matters; none of them says where another stands. */
export type FinanceState = 'none' | 'due' | 'paid' | 'refund_due' | 'refunded'
export type DeliveryState = 'none' | 'ready' | 'sent' | 'delivered'
export type SyncState = 'none' | 'waiting' | 'sent' | 'acknowledged' | 'failed'
/** Where a dossier goes on when what was waited for has come. */
export type Resume = 'arrived' | 'received' | 'processing'

/** A refusal after appraisal, as the signer is asked to sign it. */
export const Grounds = z.object({
  reason: z.string().min(1),
  text: z.string().trim().min(10).max(4000),
  basis: z.string().trim().min(3).max(400),
})
export type Grounds = z.infer<typeof Grounds>

export type Withdrawal = {
  readonly because: string | null
  readonly askedAt: string
  readonly decision: 'asked' | 'granted' | 'declined'
  readonly text: string | null
}

export type Dossier = {
  readonly id: string
  readonly code: string | null
  readonly requestCode: string
  readonly procedureCode: string
  readonly serviceVersion: number
  readonly title: string
  readonly caseCode: string
  readonly channel: Channel
  readonly partyId: string
  readonly applicant: string
  readonly numberTail: string
  readonly unitId: number
  readonly competentId: number
  readonly state: DossierState
  readonly resume: Resume | null
  readonly finance: FinanceState
  readonly delivery: DeliveryState
  readonly sync: SyncState
  readonly authoritativeSystem: string
  readonly feeTotal: number
  readonly holderId: string | null
  readonly timeLimit: Limit | null
  readonly filedAt: Date
  readonly receivedAt: Date | null
  readonly receivedBy: string | null
  readonly backdated: boolean
  readonly startsAt: Date | null
  readonly promisedAt: Date | null
  readonly dueAt: Date | null
  readonly pausedAt: Date | null
  readonly leftMinutes: number | null
  readonly handOverBy: Date | null
  readonly awaitedUntil: Day | null
  readonly supplements: number
  readonly extensions: number
  readonly outcome: 'early' | 'on_time' | 'late' | null
  readonly finishedAt: Date | null
  readonly returnedAt: Date | null
  readonly returnedHow: string | null
  readonly refusal: Grounds | null
  readonly withdrawal: Withdrawal | null
  readonly identityChecked: string | null
  readonly revision: number
  readonly changedAt: Date
}

/** Where a dossier may go from where it stands. */
export const nextStates: Readonly<Record<DossierState, readonly DossierState[]>> = {
  arrived: ['received', 'processing', 'refused_at_desk', 'awaiting_supplement', 'withdrawn'],
  refused_at_desk: [],
  received: [
    'received',
    'processing',
    'awaiting_supplement',
    'awaiting_payment',
    'awaiting_signature',
    'stopped',
    'withdrawn',
  ],
  processing: [
    'processing',
    'awaiting_supplement',
    'awaiting_payment',
    'awaiting_signature',
    'finished',
    'stopped',
    'withdrawn',
  ],
  // Nobody waits for ever: what does not come ends at the desk, or is stopped.
  awaiting_supplement: ['arrived', 'received', 'processing', 'refused_at_desk', 'stopped', 'withdrawn'],
  awaiting_payment: ['received', 'processing', 'stopped', 'withdrawn'],
  awaiting_signature: ['processing', 'awaiting_signature', 'finished', 'stopped', 'withdrawn'],
  finished: ['returned'],
  returned: [],
  withdrawn: [],
  stopped: [],
}

/** As national exchange counts them (mã trạng thái hồ sơ). */
export const nationalCode: Readonly<Record<DossierState, number>> = {
  arrived: 1,
  received: 2,
  refused_at_desk: 3,
  processing: 4,
  awaiting_signature: 4,
  awaiting_supplement: 5,
  awaiting_payment: 6,
  withdrawn: 7,
  stopped: 8,
  finished: 9,
  returned: 10,
}

type Stands = Pick<Dossier, 'state'>
type Held = Pick<Dossier, 'state' | 'holderId'>

export const isEnded = ({ state }: Stands): boolean => nextStates[state].length === 0
export const isWaiting = ({ state }: Stands): boolean => state === 'awaiting_supplement' || state === 'awaiting_payment'

/** Why it may not come to stand there now, or null. */
export function objectionToMove(dossier: Stands, to: DossierState): Key | null {
  if (nextStates[dossier.state].includes(to)) return null
  if (isEnded(dossier)) return 'dossiers.dossier.ended'
  if (isWaiting(dossier)) return 'dossiers.dossier.waits'
  return 'dossiers.dossier.not_now'
}

/** It is being worked on, and by nobody who decides. */
export const objectionToWork = (dossier: Stands): Key | null =>
  dossier.state === 'processing' ? null : (objectionToMove({ state: dossier.state }, 'stopped') ?? waitingOr(dossier))

const waitingOr = (dossier: Stands): Key => {
  if (isWaiting(dossier)) return 'dossiers.dossier.waits'
  return dossier.state === 'awaiting_signature' ? 'dossiers.handling.signer_decides' : 'dossiers.dossier.not_now'
}

/** Whoever has it works on it; somebody else's is left alone, but for whoever answers for the unit. */
export function objectionToHandle({ holderId }: Held, { accountId, permissions }: Actor): Key | null {
  if (holderId === null) return 'dossiers.dossier.take_first'
  return holderId === accountId || permissions.has('dossiers.supervise') ? null : 'dossiers.dossier.held_by_another'
}

const first = (...objections: readonly (Key | null)[]): Key | null => objections.find((one) => one !== null) ?? null
export { first as firstObjection }

/** From the pool of the unit, once its time runs there. */
export const objectionToTake = (dossier: Held): Key | null => {
  if (dossier.state !== 'processing' && dossier.state !== 'awaiting_signature')
    return objectionToMove(dossier, 'processing') ?? 'dossiers.dossier.not_now'
  return dossier.holderId === null ? null : 'dossiers.dossier.held_by_another'
}

export const objectionToHandOver = (dossier: Pick<Dossier, 'state' | 'withdrawal'>): Key | null =>
  dossier.state === 'received'
    ? askedBack(dossier)
    : (objectionToMove(dossier, 'processing') ?? 'dossiers.dossier.handed_over')

/** As long as its owner's wish to have it back is not decided, it goes no further. */
export const askedBack = ({ withdrawal }: Pick<Dossier, 'withdrawal'>): Key | null =>
  withdrawal?.decision === 'asked' ? 'dossiers.withdrawal.decide_first' : null

export function objectionToAskWithdrawal(dossier: Pick<Dossier, 'state' | 'withdrawal'>): Key | null {
  const objection = objectionToMove(dossier, 'withdrawn')
  if (objection) return dossier.state === 'finished' ? 'dossiers.withdrawal.too_late' : objection
  return dossier.withdrawal?.decision === 'asked' ? 'dossiers.withdrawal.asked_already' : null
}

/** Somebody else has changed it since the page was drawn. */
export const objectionToRevision = ({ revision }: Pick<Dossier, 'revision'>, seen: number | undefined): Key | null =>
  seen === undefined || seen === revision ? null : 'dossiers.dossier.moved_on'

/** Money that was paid goes back when the work for it is not done. */
export const financeWhenEnded = (finance: FinanceState): FinanceState =>
  finance === 'paid' ? 'refund_due' : finance === 'due' ? 'none' : finance
