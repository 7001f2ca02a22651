/** A message to another system: what became of it, and what an officer may do with it. */
import type { Key } from '#kernel/text.ts'
import type { ExchangeDossier, ExchangeProgress, MessageKind } from './dossier.ts'

export const messageStates = [
  'rejected',
  'dead',
  'waiting',
  'sending',
  'sent',
  'acknowledged',
  'replaced',
  'set_aside',
] as const
/**
 * `sent`: it went out and no answer came, so it is looked for before it goes out again. `dead`: tried too often. `replaced`:
 * a mended one stands in its place.
 */
export type MessageState = (typeof messageStates)[number]

/** Holds up what comes after it of the same dossier. */
export const openStates = ['waiting', 'sending', 'sent', 'rejected', 'dead'] as const
/** Waits for somebody. */
export const stuckStates = ['rejected', 'dead'] as const

/** Why it is stuck: the end of a key of a sentence. */
export const reasons = ['faulty', 'refused', 'no_answer'] as const
export type Reason = (typeof reasons)[number]

export type Message = {
  id: string
  place: number
  system: string
  kind: MessageKind
  about: string
  /** The dossier code. */
  code: string
  revision: number
  amendment: number
  unitId: number
  body: unknown
  state: MessageState
  unsure: boolean
  attempts: number
  nextAt: Date
  createdAt: Date
  changedAt: Date
  reason: Reason | null
  reasonFields: readonly string[]
  reasonCode: string | null
  answer: string | null
  note: string | null
  replacedBy: string | null
}

/** What whoever changes a dossier wants told of it. */
export type NewMessage = {
  readonly system: string
  /** `dossiers.dossier/…` */
  readonly about: string
  /** Counts up with each change of the dossier that is told; the same again is the same message. */
  readonly revision: number
  /** Whose desk it comes to when it is stuck. */
  readonly unitId: number
  /**
   * Who is in charge of the dossier, where that is not this house: a mirrored dossier is shown here and never sent back.
   */
  readonly mirrorOf?: string | null
} & (
  | { readonly kind: 'dossier'; readonly body: ExchangeDossier }
  | { readonly kind: 'progress'; readonly body: ExchangeProgress }
)

const isStuck = (state: MessageState) => stuckStates.some((one) => one === state)

type Touched = Pick<Message, 'state'>
/** To sending it again, as it is or mended. */
export const objectionToMend = ({ state }: Touched): Key | null =>
  isStuck(state) ? null : 'exchange.message.not_stuck'
/** Also what still waits: somebody may know that the other side must not be told. */
export const objectionToSetAside = ({ state }: Touched): Key | null =>
  isStuck(state) || state === 'waiting' ? null : 'exchange.message.on_its_way'

/** How a dossier stands with another system, over all of its messages. */
export type SyncState = 'none' | 'waiting' | 'sent' | 'acknowledged' | 'failed'

export function syncStateOf(states: readonly MessageState[]): SyncState {
  const has = (...wanted: MessageState[]) => states.some((state) => wanted.includes(state))
  if (has('rejected', 'dead')) return 'failed'
  if (has('sending', 'sent')) return 'sent'
  if (has('waiting')) return 'waiting'
  return has('acknowledged') ? 'acknowledged' : 'none'
}

/** Where a message stands in the list of all. */
export type Place = { readonly place: number; readonly amendment: number }
export function placeIn(text: string | undefined): Place | undefined {
  const [, place, amendment] = /^(\d{1,15})\.(\d{1,6})$/.exec(text ?? '') ?? []
  return place === undefined ? undefined : { place: Number(place), amendment: Number(amendment) }
}
export const placeText = ({ place, amendment }: Place): string => `${place}.${amendment}`
