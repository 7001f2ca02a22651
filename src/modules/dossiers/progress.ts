/** How far a dossier has come, as its owner is told. */
import type { Progress, ProgressLink } from '#modules/filing/public.ts'
import { type Dossier, type DossierState, isWaiting, nationalCode, objectionToAskWithdrawal } from './dossier.ts'
import { hasSlips } from './slip-due.ts'

const tones: Readonly<Record<DossierState, Progress['tone']>> = {
  arrived: 'new',
  refused_at_desk: 'stop',
  received: 'run',
  processing: 'run',
  awaiting_supplement: 'wait',
  awaiting_payment: 'wait',
  awaiting_signature: 'run',
  finished: 'done',
  returned: 'done',
  withdrawn: 'stop',
  stopped: 'stop',
}
export const toneOf = ({ state }: Pick<Dossier, 'state'>): Progress['tone'] => tones[state]

const stages: Readonly<Record<DossierState, Progress['stage']>> = {
  arrived: 1,
  refused_at_desk: 1,
  received: 2,
  processing: 2,
  awaiting_supplement: 2,
  awaiting_payment: 2,
  awaiting_signature: 2,
  finished: 3,
  returned: 4,
  withdrawn: 2,
  stopped: 2,
}

function linksOf(dossier: Dossier): ProgressLink[] {
  const at = `/ho-so/${dossier.id}`
  const links: ProgressLink[] = []
  if (dossier.state === 'awaiting_supplement')
    links.push({ href: `${at}/bo-sung`, label: 'dossiers.owner.supplement', main: true })
  if (dossier.state === 'finished' || dossier.state === 'returned')
    links.push({ href: `${at}/ket-qua`, label: 'dossiers.owner.results', main: true })
  if (dossier.state === 'returned') links.push({ href: `${at}/danh-gia`, label: 'dossiers.owner.rate' })
  if (dossier.state === 'refused_at_desk' || dossier.state === 'stopped')
    links.push({ href: `${at}/ket-qua`, label: 'dossiers.owner.why' })
  if (hasSlips(dossier)) links.push({ href: `${at}/phieu`, label: 'dossiers.owner.slips' })
  if (objectionToAskWithdrawal(dossier) === null)
    links.push({ href: `${at}/xin-rut`, label: 'dossiers.owner.withdraw' })
  return links
}

export function progressOf(dossier: Dossier, params: Progress['params']): Omit<Progress, 'changedAt'> {
  const { state, dueAt, receivedAt } = dossier
  const beforeReception = state === 'awaiting_supplement' && receivedAt === null
  return {
    state,
    national: nationalCode[state],
    stage: beforeReception ? 1 : stages[state],
    tone: tones[state],
    word: `dossiers.owner_state.${state}`,
    next: `dossiers.owner_next.${state}`,
    params,
    dueAt: nationalCode[state] < 7 && nationalCode[state] !== 3 ? dueAt : null,
    paused: isWaiting(dossier),
    links: linksOf(dossier),
  }
}
