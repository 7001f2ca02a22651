/** A file somebody sends in: whose it is, how far it has come, what is asked of it. */
import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { FileType } from '#kernel/file.ts'
import type { Key } from '#kernel/text.ts'

export const uploadStates = ['receiving', 'checking', 'ready', 'refused', 'dropped'] as const
export type UploadState = (typeof uploadStates)[number]

export const scanStates = ['none', 'waiting', 'clean', 'infected'] as const
export type ScanState = (typeof scanStates)[number]

export const Turn = z.literal([0, 90, 180, 270])
export type Turn = z.infer<typeof Turn>

/** `visitor`: a browser in which nobody has signed in, by the hash of its own token. */
export type UploadOwner = { readonly kind: 'account' | 'party' | 'client' | 'visitor'; readonly id: string }

export const ownerText = ({ kind, id }: UploadOwner): string => `${kind}:${id}`
export const OwnerText = z.string().regex(/^(account|party|client|visitor):.+$/)

/**
 * Whose files somebody may look at, the first one being whose the next one will be. What a browser sent in before its
 * person signed in stays within their reach.
 */
export function ownersOf(actor: Actor, visitor: string | null): UploadOwner[] {
  const owners: UploadOwner[] = []
  if (actor.accountId) owners.push({ kind: 'account', id: actor.accountId })
  if (actor.citizen) owners.push({ kind: 'party', id: actor.citizen.partyId })
  if (actor.clientId) owners.push({ kind: 'client', id: actor.clientId })
  if (visitor) owners.push({ kind: 'visitor', id: visitor })
  return owners
}

/** What papers for an office come as. */
export const takenTypes = ['pdf', 'jpeg', 'png', 'heic'] as const satisfies readonly FileType[]
export const takenAccept = '.pdf,.heic,.heif,image/jpeg,image/png,image/heic'

export const isPicture = (type: string | null): boolean => type === 'jpeg' || type === 'png' || type === 'heic'

export const longestName = 200

/** As the person's own computer calls it, without the folders some browsers add. */
export const fileName = (name: string): string =>
  name.normalize('NFC').replaceAll('\0', '').toWellFormed().split(/[\\/]/).at(-1)?.trim().slice(-longestName) || 'tep'

/** `Giấy tờ.HEIC` made into a JPEG is saved as `Giấy tờ.jpg`. */
export function nameOfMade(name: string, type: string): string {
  const ending = type === 'jpeg' ? 'jpg' : type
  const known = type === 'jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, 'i')
  return known.test(name) ? name : `${name.replace(/\.[a-z0-9]{2,5}$/i, '')}.${ending}`
}

export type Settled = { readonly state: UploadState; readonly usedBy: string | null }

/** Why a file may not be used in something, or null when it may. */
export function objectionToUse({ state, usedBy }: Settled, by?: string): Key | null {
  if (usedBy !== null && usedBy !== by) return 'uploads.upload.in_use'
  if (state === 'ready') return null
  if (state === 'refused') return 'uploads.upload.was_refused'
  return state === 'dropped' ? 'uploads.upload.missing' : 'uploads.upload.not_ready'
}

/** Why its owner may not turn, join or drop it. */
export const objectionToChange = ({ usedBy }: Settled): Key | null => (usedBy === null ? null : 'uploads.upload.in_use')

/** Why nothing more may be sent in, or null: what an owner has sent in and not used yet is limited. */
export const objectionToMore = (
  unused: { files: number; bytes: number },
  size: number,
  most: { files: number; megabytes: number },
): Key | null =>
  unused.files >= most.files || unused.bytes + size > most.megabytes * 1_000_000 ? 'uploads.upload.too_many' : null
