/** How a dossier stands, as the index of service must know it: made of its rows and of nothing else. */
import { dayOf } from '#kernel/time.ts'
import type { Channel } from '#modules/services/public.ts'
import { type DossierFact, endOf } from '#modules/scores/public.ts'
import { type Dossier, type DossierState, nationalCode } from './dossier.ts'

/** What is read of a dossier that was received. */
export type Recorded = {
  readonly id: string
  readonly code: string
  readonly procedureCode: string
  readonly competentId: number
  readonly channel: Channel
  readonly state: DossierState
  readonly receivedAt: Date
  readonly receivedBy: string | null
  readonly holderId: string | null
  /** Who worked on it last. */
  readonly handledBy: string | null
  /** As printed, or as whatever but a supplement moved it since. */
  readonly appointedAt: Date | null
  readonly supplementsAsked: readonly Date[]
  /** Since the appointment was made or moved: what came before is in it already. */
  readonly supplementMinutes: number
  /** Each state it came into, the oldest first. */
  readonly states: readonly DossierState[]
  readonly since: readonly Date[]
  readonly hasFee: boolean
  readonly assurance: number | null
  readonly identityChecked: string | null
  /** Papers that came, in a form that can be used again. */
  readonly papersDigitised: number
  /** Those that had to be and were not (NĐ 107/2021 art. 21a). */
  readonly papersNotDigitised: number
  /** Not asked for, because the state holds them. */
  readonly papersHeld: number
  readonly results: number
  readonly resultsElectronic: number
  readonly isOurs: boolean
  readonly sync: string
}

/** As it would stand if it were received now with nothing wanting. */
export const factIfReceived = (
  { id, requestCode, procedureCode, competentId, channel, feeTotal }: Dossier,
  { assurance, isOurs, by, now }: { assurance: number | null; isOurs: boolean; by: string | null; now: Date },
): DossierFact =>
  factOf({
    id,
    code: requestCode,
    procedureCode,
    competentId,
    channel,
    state: 'received',
    receivedAt: now,
    receivedBy: by,
    holderId: null,
    handledBy: null,
    appointedAt: null,
    supplementsAsked: [],
    supplementMinutes: 0,
    states: [],
    since: [],
    hasFee: feeTotal > 0,
    assurance,
    identityChecked: null,
    papersDigitised: 0,
    papersNotDigitised: 0,
    papersHeld: 0,
    results: 0,
    resultsElectronic: 0,
    isOurs,
    sync: 'none',
  })

const channelCode: Readonly<Record<Channel, 1 | 2 | 3>> = { direct: 1, online: 2, post: 3 }

/** Until it is handed over it is with whoever received it; once it is finished, it was whoever worked on it last. */
const answersFor = ({ state, holderId, handledBy, receivedBy }: Recorded): string | null =>
  state === 'received' ? receivedBy : (holderId ?? handledBy)

export function factOf(of: Recorded): DossierFact {
  const end = endOf(
    of.states.flatMap((state, index) => {
      const at = of.since[index]
      return at ? [{ state: nationalCode[state], at }] : []
    }),
  )
  const isElectronic = of.results > 0 && of.resultsElectronic === of.results
  return {
    dossierId: of.id,
    code: of.code,
    procedureCode: of.procedureCode,
    unitId: of.competentId,
    officerId: answersFor(of),
    channel: channelCode[of.channel],
    receivedOn: dayOf(of.receivedAt),
    dueAt: of.appointedAt,
    limitAt: null,
    endedAt: end?.endedAt ?? null,
    endedBy: end?.endedBy ?? null,
    state: nationalCode[of.state],
    supplementsAsked: of.supplementsAsked,
    supplementMinutes: of.supplementMinutes,
    hasFee: of.hasFee,
    // Payments are noted at the desk; what was paid through a platform is told by the platform.
    paidOnline: 0,
    signedInByVneid: of.assurance !== null,
    componentsDigitised: of.papersDigitised,
    componentsTotal: of.papersDigitised + of.papersNotDigitised,
    resultDigitised: isElectronic,
    resultLink: isElectronic,
    resultCodes: of.results,
    reused: of.papersHeld,
    fromShared: of.papersHeld,
    verifiedAgainstPopulation: of.assurance !== null || of.identityChecked === 'electronic',
    complaint: false,
    disliked: false,
    mirrored: !of.isOurs,
    synced: of.sync === 'acknowledged',
  }
}
