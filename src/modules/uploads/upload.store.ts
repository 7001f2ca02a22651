/** Files that are sent in, as rows. */
import { sql, type Updateable } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { statement } from '#kernel/db/statement.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { refuse } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { Hint } from './legibility.ts'
import { ownerText, type ScanState, type Turn, type UploadOwner, type UploadState } from './upload.ts'

export type Upload = {
  id: string
  owner: string
  name: string
  declaredSize: number
  declaredHash: string | null
  state: UploadState
  refusal: Key | null
  originalHash: string | null
  originalType: string | null
  fileHash: string | null
  fileSize: number | null
  fileType: string | null
  pages: number | null
  turn: Turn
  hints: readonly Hint[]
  scan: ScanState
  createdAt: Date
  changedAt: Date
  finishedAt: Date | null
  usedBy: string | null
  /** Named by something that may still be finished, to the end of this day. */
  keptUntil: Day | null
}

const columns = [
  'id',
  'owner',
  'name',
  'declaredSize',
  'declaredHash',
  'originalHash',
  'originalType',
  'fileHash',
  'fileSize',
  'fileType',
  'pages',
  'createdAt',
  'changedAt',
  'finishedAt',
  'usedBy',
  'keptUntil',
] as const

const uploads = (db: Db) =>
  db
    .selectFrom('uploads.upload')
    .select(columns)
    .select((c) => [
      c.ref('state').$castTo<UploadState>().as('state'),
      c.ref('refusal').$castTo<Key | null>().as('refusal'),
      c.ref('turn').$castTo<Turn>().as('turn'),
      c.ref('hints').$castTo<readonly Hint[]>().as('hints'),
      c.ref('scan').$castTo<ScanState>().as('scan'),
    ])

export const findUpload = (db: Db, id: string): Promise<Upload | undefined> =>
  uploads(db).where('id', '=', id).executeTakeFirst()

/** Of one of these owners; another's is missing, as if there were none. */
export async function getOwnUpload(db: Db, id: string, owners: readonly UploadOwner[]): Promise<Upload> {
  const found = owners.length
    ? await uploads(db).where('id', '=', id).where('owner', 'in', owners.map(ownerText)).executeTakeFirst()
    : undefined
  return found && found.state !== 'dropped' ? found : refuse('missing', 'uploads.upload.missing')
}

/** Nobody else changes them until this transaction ends; always in the same order, so that two never wait for each other. */
export const holdUploads = (db: Db, ids: readonly string[]): Promise<Upload[]> =>
  ids.length ? uploads(db).where('id', 'in', ids).orderBy('id').forUpdate().execute() : Promise.resolve([])

export async function holdUpload(db: Db, id: string): Promise<Upload> {
  const [found] = await holdUploads(db, [id])
  return found ?? refuse('missing', 'uploads.upload.missing')
}

/** What lies there and nothing uses yet, in the order it came. */
export const listUnused = (db: Db, owners: readonly UploadOwner[]): Promise<Upload[]> =>
  owners.length
    ? uploads(db)
        .where('owner', 'in', owners.map(ownerText))
        .where('usedBy', 'is', null)
        .where('state', '<>', 'dropped')
        .orderBy('seq')
        .limit(500)
        .execute()
    : Promise.resolve([])

/** Of these owners, in the order they are named; others are left out. */
export async function findUploads(db: Db, ids: readonly string[], owners: readonly UploadOwner[]): Promise<Upload[]> {
  if (ids.length === 0 || owners.length === 0) return []
  const rows = await uploads(db)
    .where('id', 'in', ids)
    .where('owner', 'in', owners.map(ownerText))
    .where('state', '<>', 'dropped')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Files of some things, each with its thing. Whether somebody may see them is for whoever asks to have made sure. */
export const listUsedIn = (db: Db, usedBy: readonly string[]): Promise<Upload[]> =>
  usedBy.length
    ? uploads(db).where('usedBy', 'in', usedBy).where('state', '=', 'ready').orderBy('seq').execute()
    : Promise.resolve([])

/** How much of an owner's lies there unused. */
export async function unusedOf(db: Db, owner: string): Promise<{ files: number; bytes: number }> {
  const row = await db
    .selectFrom('uploads.upload')
    .select((c) => [c.fn.countAll<number>().as('files'), c.fn.sum<number | string>('declaredSize').as('bytes')])
    .where('owner', '=', owner)
    .where('usedBy', 'is', null)
    .where('state', 'in', ['receiving', 'checking', 'ready'])
    .executeTakeFirstOrThrow()
  return { files: Number(row.files), bytes: Number(row.bytes ?? 0) }
}

export type NewUpload = Pick<Upload, 'id' | 'owner' | 'name' | 'declaredSize' | 'declaredHash'>

export async function insertUpload(ctx: Ctx, row: NewUpload): Promise<void> {
  await ctx.db
    .insertInto('uploads.upload')
    .values({ ...row, state: 'receiving', createdAt: ctx.now, changedAt: ctx.now })
    .execute()
}

export async function updateUpload(ctx: Ctx, id: string, change: Updateable<Tables['uploads.upload']>): Promise<void> {
  await ctx.db
    .updateTable('uploads.upload')
    .set({ ...change, changedAt: ctx.now })
    .where('id', '=', id)
    .execute()
}

type Claim = { readonly usedBy: string; readonly now: Date; readonly ids: string; readonly owners: string[] }

/** What whoever names a file in an answer needs to know of it. */
export type NamedUpload = Pick<Upload, 'id' | 'name' | 'state' | 'fileHash' | 'fileSize' | 'fileType'>

/**
 * Makes part of something those that are ready, of these owners, and used in nothing else; the others are left out. For
 * whoever holds what is left against what it needs (`useUploads` refuses instead).
 */
export async function claimUploads(
  { db, now }: Ctx,
  ids: readonly string[],
  owners: readonly UploadOwner[],
  usedBy: string,
): Promise<NamedUpload[]> {
  if (ids.length === 0 || owners.length === 0) return []
  const rows = await claimed(db, { usedBy, now, ids: JSON.stringify(ids), owners: owners.map(ownerText) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Ids as JSON: of an array the database would plan anew each time, because it sees how long it is. */
const claimed = statement((db, { usedBy, now, ids, owners }: Claim) =>
  db
    .updateTable('uploads.upload')
    .set({ usedBy, changedAt: now })
    .where('id', 'in', sql<string>`(select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`)
    .where('owner', '=', sql<string>`any(${owners}::text[])`)
    .where('state', '=', 'ready')
    .where((where) => where.or([where('usedBy', 'is', null), where('usedBy', '=', usedBy)]))
    .returning(['id', 'name', 'fileHash', 'fileSize', 'fileType'])
    .returning((c) => c.ref('state').$castTo<UploadState>().as('state')),
)

/** In which order a PDF was put together, of which files. */
export async function insertParts(db: Db, uploadId: string, sources: readonly string[]): Promise<void> {
  const rows = sources.map((sourceId, position) => ({ uploadId, position, sourceId }))
  await db.insertInto('uploads.part').values(rows).execute()
}

export const listParts = async (db: Db, uploadId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('uploads.part')
      .select('sourceId')
      .where('uploadId', '=', uploadId)
      .orderBy('position')
      .execute()
  ).map(({ sourceId }) => sourceId)

/** Ids of what stands as it stood since `before`, or waits for the scanner. */
export const listUnsettled = async (db: Db, before: Date): Promise<{ id: string; state: UploadState }[]> =>
  db
    .selectFrom('uploads.upload')
    .select('id')
    .select((c) => c.ref('state').$castTo<UploadState>().as('state'))
    .where((where) =>
      where.or([
        where('state', 'in', ['receiving', 'checking']),
        where.and([where('state', '=', 'ready'), where('scan', '=', 'waiting')]),
      ]),
    )
    .where('changedAt', '<', before)
    .orderBy('changedAt')
    .limit(1000)
    .execute()

/**
 * Something that is not finished names them, and may be finished until the end of that day: they lie there as long. The
 * day only moves on, and a row is written only when it does.
 */
export async function keepUploads(
  db: Db,
  ids: readonly string[],
  owners: readonly UploadOwner[],
  until: Day,
): Promise<void> {
  if (ids.length === 0 || owners.length === 0) return
  await db
    .updateTable('uploads.upload')
    .set({ keptUntil: until })
    .where('id', 'in', ids)
    .where('owner', 'in', owners.map(ownerText))
    .where('usedBy', 'is', null)
    .where('state', '<>', 'dropped')
    .where((where) => where.or([where('keptUntil', 'is', null), where('keptUntil', '<', until)]))
    .execute()
}

export type Limits = { readonly today: Day; readonly unfinishedBefore: Date; readonly unusedBefore: Date }

/** Whether nobody used, finished or names it any more; what was used stays with what uses it. */
export const isForgotten = (
  { usedBy, keptUntil, state, changedAt }: Pick<Upload, 'usedBy' | 'keptUntil' | 'state' | 'changedAt'>,
  { today, unfinishedBefore, unusedBefore }: Limits,
): boolean => {
  if (usedBy !== null || (keptUntil !== null && keptUntil >= today)) return false
  if (state === 'receiving') return changedAt < unfinishedBefore
  return (state === 'ready' || state === 'refused') && changedAt < unusedBefore
}

/** Ids of what may be forgotten: looked at once more under its lock (`isForgotten`). */
export const listForgotten = async (db: Db, { today, unfinishedBefore, unusedBefore }: Limits): Promise<string[]> =>
  (
    await db
      .selectFrom('uploads.upload')
      .select('id')
      .where('usedBy', 'is', null)
      .where((where) => where.or([where('keptUntil', 'is', null), where('keptUntil', '<', today)]))
      .where((where) =>
        where.or([
          where.and([where('state', '=', 'receiving'), where('changedAt', '<', unfinishedBefore)]),
          where.and([where('state', 'in', ['ready', 'refused']), where('changedAt', '<', unusedBefore)]),
        ]),
      )
      .orderBy('id')
      .limit(1000)
      .execute()
  ).map(({ id }) => id)

/** Members of staff who look after the log: they are told when malware came in. */
export const listKeepers = async (db: Db, today: Day): Promise<string[]> =>
  (
    await db
      .selectFrom('kernel.post as p')
      .innerJoin('kernel.role as r', 'r.code', 'p.roleCode')
      .select('p.accountId')
      .distinct()
      .where(sql<boolean>`'admin.log' = any(r.permissions)`)
      .where('p.validFrom', '<=', today)
      .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', today)]))
      .execute()
  ).map(({ accountId }) => accountId)
