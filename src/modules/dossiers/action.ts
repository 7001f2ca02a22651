/** What may be done with a dossier: under which ground each act stands, and whether its owner is told of it. */
import type { GroundName } from './grounds.ts'

/** `notice`: in their inbox and by e-mail; `moment`: on the page of the dossier; `nothing`: it moves within the agency. */
type Told = 'notice' | 'moment' | 'nothing'

const acts = {
  receive: ['receive', 'notice'],
  refuse_at_desk: ['refuse_at_desk', 'notice'],
  ask_supplement: ['supplement', 'notice'],
  answer_supplement: ['supplement', 'notice'],
  ask_payment: ['payment', 'notice'],
  note_payment: ['payment', 'notice'],
  note_refund: ['withdraw', 'notice'],
  hand_over: ['hand_over', 'notice'],
  reach: ['receive', 'notice'],
  take: ['process', 'nothing'],
  assign: ['process', 'moment'],
  finish_step: ['process', 'moment'],
  record_answer: ['consult', 'moment'],
  record_silence: ['consult', 'moment'],
  put_before_signer: ['process', 'moment'],
  propose_refusal: ['refuse', 'nothing'],
  approve: ['process', 'moment'],
  send_back: ['process', 'nothing'],
  refuse: ['refuse', 'notice'],
  issue: ['issue', 'notice'],
  return: ['return', 'notice'],
  extend: ['extend', 'notice'],
  stop: ['stop', 'notice'],
  ask_withdrawal: ['withdraw', 'moment'],
  decline_withdrawal: ['withdraw', 'notice'],
  withdraw: ['withdraw', 'notice'],
} as const satisfies Record<string, readonly [GroundName, Told]>

export type Action = keyof typeof acts
export const actions = Object.keys(acts) as Action[]
export const groundOf = (action: Action): GroundName => acts[action][0]
export const toldOf = (action: Action): Told => acts[action][1]
