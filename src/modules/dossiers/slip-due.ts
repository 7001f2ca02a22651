/** Which statutory forms an act calls for, and where in the log that stands (TT 03/2025/TT-VPCP, Phụ lục I). */
import type { ContentOf, SlipContent } from '#modules/slips/public.ts'
import type { Action } from './action.ts'

export type SlipKind = Exclude<SlipContent['kind'], 'register'>
export type ContentOfSlip<Kind extends SlipKind> = ContentOf<Kind>

const byAct: Partial<Record<Action, readonly SlipKind[]>> = {
  receive: ['receipt'],
  ask_supplement: ['supplement'],
  refuse_at_desk: ['refusal'],
  refuse: ['refusal'],
  extend: ['apology'],
  stop: ['stop', 'control'],
  withdraw: ['stop', 'control'],
  return: ['control'],
}

/** What never had a code was not handled: its owner took it back, and no handling is to be accounted for. */
export function slipsDue(action: string, { code }: { code: string | null }): readonly SlipKind[] {
  const kinds = byAct[action as Action] ?? []
  if (code !== null) return kinds
  return action === 'withdraw' ? [] : kinds.filter((kind) => kind !== 'receipt' && kind !== 'control')
}

/** The line of the log a slip is made for: once for each kind. */
export const sourceOf = (dossierId: string, seq: number): string => `dossiers.dossier/${dossierId}#${seq}`

/** Whether there is, or will be in a moment, something to look at. */
export const hasSlips = ({ receivedAt, supplements, state }: Told): boolean =>
  receivedAt !== null || supplements > 0 || state === 'refused_at_desk' || state === 'stopped'

type Told = { readonly receivedAt: Date | null; readonly supplements: number; readonly state: string }
