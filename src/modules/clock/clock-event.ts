/** What moves the clock of a dossier: a history that is only added to. */

export const pauseReasons = ['supplement', 'payment'] as const
export type PauseReason = (typeof pauseReasons)[number]

export const clockEventKinds = [
  'received',
  'reached_competent',
  'supplemented',
  'paid',
  'supplement_asked',
  'payment_asked',
  'restarted',
  'extended',
  'finished',
  'refused',
  'withdrawn',
  'stopped',
] as const

export type ClockEventKind = (typeof clockEventKinds)[number]

/** `newDue`: the moment people were told when it happened. It holds, whatever a calendar says later. */
export type ClockEvent = { readonly at: Date; readonly kind: ClockEventKind; readonly newDue?: Date | undefined }

const asks: Partial<Record<ClockEventKind, PauseReason>> = { supplement_asked: 'supplement', payment_asked: 'payment' }
const answers: Partial<Record<ClockEventKind, PauseReason>> = { supplemented: 'supplement', paid: 'payment' }

export const askedBy = ({ kind }: ClockEvent): PauseReason | undefined => asks[kind]
export const answeredBy = ({ kind }: ClockEvent): PauseReason | undefined => answers[kind]

export const isEnd = ({ kind }: ClockEvent): boolean =>
  kind === 'finished' || kind === 'refused' || kind === 'withdrawn' || kind === 'stopped'

/** By time; the law says nothing about one and the same minute, so there the order of the kinds decides and not chance. */
export const inOrder = (history: readonly ClockEvent[]): readonly ClockEvent[] =>
  history.toSorted(
    (one, other) =>
      one.at.getTime() - other.at.getTime() ||
      clockEventKinds.indexOf(one.kind) - clockEventKinds.indexOf(other.kind) ||
      (other.newDue?.getTime() ?? 0) - (one.newDue?.getTime() ?? 0),
  )
