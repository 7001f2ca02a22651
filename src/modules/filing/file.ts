/** Whether a draft may be filed now, before its answers are looked at. */
import type { Key } from '#kernel/text.ts'
import type { PublishedService } from '#modules/services/public.ts'
import type { Draft } from './draft.ts'

/** `null`: known to an officer who has the person before them. */
export type Ground = { readonly assurance: 1 | 2 | null }

type Filed = Pick<Draft, 'serviceVersion' | 'channel' | 'caseCode' | 'receiverId'>

export function objectionToFile(
  draft: Filed,
  { version, service }: PublishedService,
  { assurance }: Ground,
): Key | null {
  if (draft.serviceVersion !== version) return 'filing.file.form_changed'
  if (!service.channels.includes(draft.channel)) return 'filing.draft.other_channel'
  if (assurance !== null && assurance < service.assurance) return 'filing.file.assurance'
  return draft.receiverId === null ? 'filing.file.no_receiver' : null
}
