/** A draft: a dossier being filled in. Who may see it, who may write, and until when it is kept. */
import type { Actor } from '#kernel/access.ts'
import type { Aside } from '#fields/carry-over.ts'
import type { Typed } from '#fields/filled.ts'
import type { Answers } from '#fields/form.ts'
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { Channel } from '#modules/services/public.ts'

export const relations = ['self', 'child', 'parent', 'ward', 'organisation', 'assisted'] as const
export type Relation = (typeof relations)[number]

export type Draft = {
  readonly id: string
  readonly procedureCode: string
  /** 0: the general form. */
  readonly serviceVersion: number
  readonly caseCode: string
  readonly channel: Channel
  readonly receiverId: number | null
  readonly tokenHash: string | null
  readonly personId: string | null
  readonly partyId: string | null
  readonly relation: Relation
  readonly accountId: string | null
  readonly consentId: string | null
  readonly answers: Answers
  readonly typed: Typed
  readonly setAside: readonly Aside[]
  readonly disputed: readonly string[]
  readonly revision: number
  readonly pen: string
  readonly step: string
  readonly createdAt: Date
  readonly changedAt: Date
  readonly expiresOn: Day
}

/** Whoever asks: by their sign-in, and by the token that their browser carries. */
export type Asker = { readonly actor: Actor; readonly tokenHash: string | null }

/**
 * `open`: it is theirs · `other_party`: theirs, but they act for somebody else now · `sign_in`: may turn out to be theirs
 * · `none`: there is no such draft for them.
 */
export type Door = 'open' | 'other_party' | 'sign_in' | 'none'

type Held = Pick<Draft, 'tokenHash' | 'personId' | 'partyId' | 'accountId'>

/** A draft that does not exist (`undefined`) looks like one that belongs to others. */
export function doorOf(draft: Held | undefined, { actor, tokenHash }: Asker): Door {
  if (draft && draft.personId === null && draft.tokenHash !== null && draft.tokenHash === tokenHash) return 'open'
  const { citizen, accountId } = actor
  if (citizen) {
    if (!draft || draft.personId !== citizen.personId) return 'none'
    return draft.partyId === citizen.partyId ? 'open' : 'other_party'
  }
  if (accountId) return draft?.accountId === accountId ? 'open' : 'none'
  return 'sign_in'
}

/** Of a browser in which somebody has signed in meanwhile: it becomes theirs. */
export const isToBeAdopted = (draft: Held, { actor }: Asker): boolean =>
  draft.personId === null && actor.citizen !== null

/** `pen` names the page that writes; it may write again what it wrote last, whatever became of the answer. */
export type Writing = { readonly revision: number; readonly pen: string }

export const objectionToWrite = (draft: Pick<Draft, 'revision' | 'pen'>, writing: Writing): Key | null =>
  draft.revision === writing.revision || (writing.pen !== '' && draft.pen === writing.pen)
    ? null
    : 'filing.draft.moved_on'
