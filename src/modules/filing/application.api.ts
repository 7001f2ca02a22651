/** Filing a draft and following what was filed, for apps and portals that act as the citizen. */
import { z } from 'zod'
import { act, change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import { Listing, listOfItems, upTo } from '#kernel/listing.ts'
import { getApplication, withdrawApplication } from './application.commands.ts'
import { type Application, nationalState } from './application.ts'
import { getReceiptText, listApplications, listFiles } from './application.store.ts'
import { fileAssisted } from './assist.commands.ts'
import { fileDraft } from './file.commands.ts'
import { progressOf } from './progress.store.ts'
import { Receipt } from './receipt.ts'

export const ApplicationView = z.object({
  id: z.uuid(),
  requestCode: z.string(),
  dossierCode: z.string().nullable(),
  procedure: z.string(),
  serviceVersion: z.int(),
  title: z.string(),
  case: z.string(),
  channel: z.enum(['online', 'direct', 'post']),
  receiver: z.string(),
  state: z.enum(['filed', 'withdrawn', 'at_desk', 'received']),
  /** As national exchange counts it; of one that the desk has, see `progress`. */
  nationalState: z.int(),
  filedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  feeTotal: z.int(),
  receiptHash: z.string(),
})

export const viewOf = (one: Application): z.input<typeof ApplicationView> => ({
  ...one,
  procedure: one.procedureCode,
  case: one.caseCode,
  nationalState: nationalState[one.state],
  filedAt: one.filedAt.toISOString(),
  withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
})

/** How far it has come at the desk. `word` and `next` are keys of sentences. */
const ProgressView = z.object({
  state: z.string(),
  nationalState: z.int(),
  word: z.string(),
  next: z.string(),
  dueAt: z.iso.datetime().nullable(),
  paused: z.boolean(),
  changedAt: z.iso.datetime(),
})

const FileView = z.object({ question: z.string(), name: z.string(), size: z.int(), type: z.string(), hash: z.string() })

const Id = z.object({ id: z.string() })
const Filed = z.object({ id: z.uuid(), code: z.string() })

export const applicationApi = [
  act(
    '/filing/drafts/{id}/file',
    {
      says: 'Files a draft; `declared` says that the person has made the declaration',
      needs: 'citizen',
      input: Id.extend({ declared: z.literal(true) }),
      returns: Filed,
      command: fileDraft.name,
    },
    (ctx, input) => perform(ctx, fileDraft, input),
  ),
  change(
    '/filing/drafts/{id}/file-assisted',
    { says: 'Files a draft for somebody who has agreed to it', returns: Filed },
    fileAssisted,
  ),
  read(
    '/filing/applications',
    {
      says: 'What was filed for the party one acts for, newest first',
      needs: 'citizen',
      input: z.object(Listing),
      returns: listOfItems(ApplicationView),
    },
    async (ctx, { limit, after }) => {
      const seen = { partyId: ctx.actor.citizen?.partyId ?? '' }
      const last = after ? await getApplication(ctx, after) : undefined
      const rows = await listApplications(ctx.db, seen, { limit: limit + 1, ...(last && { before: last }) })
      return upTo(rows.map(viewOf), limit, ({ id }) => id)
    },
  ),
  read(
    '/filing/applications/{id}',
    {
      says: 'One dossier as it was filed',
      needs: 'citizen',
      input: Id,
      returns: ApplicationView.extend({
        answers: z.record(z.string(), z.unknown()),
        files: z.array(FileView),
        progress: ProgressView.nullable(),
      }),
    },
    async (ctx, { id }) => {
      const found = await getApplication(ctx, id)
      const answers = found.answers
      const told = (await progressOf(ctx.db, [id])).get(found.id)
      const progress = told
        ? {
            ...told,
            nationalState: told.national,
            dueAt: told.dueAt?.toISOString() ?? null,
            changedAt: told.changedAt.toISOString(),
          }
        : null
      return { ...viewOf(found), answers, files: await listFiles(ctx.db, found.id), progress }
    },
  ),
  read(
    '/filing/applications/{id}/receipt',
    { says: 'The sealed receipt of a filing', needs: 'citizen', input: Id, returns: Receipt },
    async (ctx, { id }) => Receipt.parse(JSON.parse(await getReceiptText(ctx.db, (await getApplication(ctx, id)).id))),
  ),
  change(
    '/filing/applications/{id}/withdraw',
    { says: 'Takes a dossier back before reception', returns: z.object({ id: z.uuid() }) },
    withdrawApplication,
  ),
]
