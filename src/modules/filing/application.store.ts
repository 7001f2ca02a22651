/** Applications as rows: written once, whole, with their files; only their state goes on. */
import { isId } from '#kernel/id.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Answers } from '#fields/form.ts'
import type { Db } from '#kernel/db/open.ts'
import { statement } from '#kernel/db/statement.ts'
import type { Channel, FeeLine } from '#modules/services/public.ts'
import type { Application, ApplicationFile, ApplicationState } from './application.ts'

const applications = (db: Db) =>
  db
    .selectFrom('filing.application as a')
    .select(['a.id', 'a.requestCode', 'a.draftId', 'a.procedureCode', 'a.serviceVersion', 'a.title', 'a.caseCode'])
    .select(['a.partyId', 'a.personId', 'a.accountId', 'a.consentId', 'a.clientId', 'a.clientReference', 'a.assurance'])
    .select(['a.authoritativeSystem', 'a.receiverId', 'a.feeTotal', 'a.filedAt', 'a.withdrawnAt', 'a.withdrawnBecause'])
    .select(['a.receivedAt', 'a.dossierCode', 'a.receiptHash'])
    .select((select) => [
      select.ref('a.channel').$castTo<Channel>().as('channel'),
      select.ref('a.relation').$castTo<Application['relation']>().as('relation'),
      select.ref('a.state').$castTo<ApplicationState>().as('state'),
      select.ref('a.answers').$castTo<Answers>().as('answers'),
      select.ref('a.fees').$castTo<readonly FeeLine[]>().as('fees'),
      // As the unit was called when the dossier came to it.
      sql<string>`(select concat_ws(', ', v.name, above.name) from kernel.unit_version v
        left join kernel.unit_version above on above.unit_id = v.parent_id and above.kind = 'district'
          and above.valid_from <= (a.filed_at at time zone 'Asia/Ho_Chi_Minh')::date
          and coalesce(above.valid_to, 'infinity') > (a.filed_at at time zone 'Asia/Ho_Chi_Minh')::date
        where v.unit_id = a.receiver_id and v.valid_from <= (a.filed_at at time zone 'Asia/Ho_Chi_Minh')::date
        order by v.valid_from desc limit 1)`.as('receiver'),
    ])

type Row<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
const asApplication = (row: Row<ReturnType<typeof applications>>): Application => row

export const findApplication = async (db: Db, id: string): Promise<Application | undefined> => {
  const row = isId(id) ? await applications(db).where('a.id', '=', id).executeTakeFirst() : undefined
  return row && asApplication(row)
}

/** How sure the sign-in was of whoever filed each; null: nobody signed in. */
export async function assurancesOf(db: Db, ids: readonly string[]): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('filing.application')
    .select(['id', 'assurance'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, assurance }) => [id, assurance]))
}

export const holdApplication = async (db: Db, id: string): Promise<Application | undefined> => {
  if (!isId(id)) return undefined
  await db.selectFrom('filing.application').select('id').where('id', '=', id).forUpdate().execute()
  return findApplication(db, id)
}

export const findByRequestCode = async (db: Db, code: string): Promise<Application | undefined> => {
  const row = await applications(db).where('a.requestCode', '=', code).executeTakeFirst()
  return row && asApplication(row)
}

export const findByReference = async (
  db: Db,
  clientId: string,
  reference: string,
): Promise<Application | undefined> => {
  const row = await applications(db)
    .where('a.clientId', '=', clientId)
    .where('a.clientReference', '=', reference)
    .executeTakeFirst()
  return row && asApplication(row)
}

/** What became of a draft that is no longer there. */
export const findFiledDraft = async (db: Db, draftId: string): Promise<Application | undefined> => {
  const row = isId(draftId) ? await applications(db).where('a.draftId', '=', draftId).executeTakeFirst() : undefined
  return row && asApplication(row)
}

export type Seen =
  | { readonly partyId: string }
  | { readonly accountId: string }
  | { readonly clientId: string }
  | { readonly unitIds: readonly number[]; readonly state: ApplicationState }

/** Newest first; `before` is the last one of the page before. */
export async function listApplications(
  db: Db,
  seen: Seen,
  { limit = 50, before }: { limit?: number; before?: { filedAt: Date; id: string } } = {},
): Promise<Application[]> {
  const rows = await applications(db)
    .$if('partyId' in seen, (q) => q.where('a.partyId', '=', 'partyId' in seen ? seen.partyId : ''))
    .$if('accountId' in seen, (q) => q.where('a.accountId', '=', 'accountId' in seen ? seen.accountId : ''))
    .$if('clientId' in seen, (q) => q.where('a.clientId', '=', 'clientId' in seen ? seen.clientId : ''))
    .$if('unitIds' in seen, (q) =>
      'unitIds' in seen
        ? q.where('a.receiverId', '=', sql<number>`any(${[...seen.unitIds]}::int[])`).where('a.state', '=', seen.state)
        : q,
    )
    .$if(before !== undefined, (q) => q.where(sql<boolean>`(a.filed_at, a.id) < (${before?.filedAt}, ${before?.id})`))
    .orderBy('a.filedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asApplication)
}

/** As a queue shows what the desk has not opened yet. */
export type Waiting = Pick<
  Application,
  'id' | 'requestCode' | 'procedureCode' | 'title' | 'partyId' | 'channel' | 'filedAt'
>
type WaitingFilter = {
  readonly unitId: number
  readonly procedure?: string | undefined
  readonly channel?: Channel | undefined
}

/** The oldest first; `after` is the last one of the page before. */
export const listWaiting = (
  db: Db,
  { unitId, procedure, channel }: WaitingFilter,
  { limit, after }: { limit: number; after?: { readonly at: Date | null; readonly id: string } | undefined },
): Promise<Waiting[]> =>
  db
    .selectFrom('filing.application')
    .select(['id', 'requestCode', 'procedureCode', 'title', 'partyId', 'filedAt'])
    .select((select) => select.ref('channel').$castTo<Channel>().as('channel'))
    .where('receiverId', '=', unitId)
    .where('state', '=', 'filed')
    .$if(procedure !== undefined, (q) => q.where('procedureCode', '=', procedure ?? ''))
    .$if(channel !== undefined, (q) => q.where('channel', '=', channel ?? ''))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(filed_at, id) > (${after?.at ?? null}, ${after?.id ?? ''})`))
    .orderBy('filedAt')
    .orderBy('id')
    .limit(limit)
    .execute()

/** How many of each unit nobody has opened yet. */
export async function countUnopened(db: Db, units: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ receiverId: number; count: number }>`
    select receiver_id, count(*)::integer as count from filing.application
    where state = 'filed' and receiver_id = any(${[...units]}::integer[]) group by receiver_id`.execute(db)
  return new Map(rows.map(({ receiverId, count }) => [receiverId, count]))
}

export const listFiles = (db: Db, applicationId: string): Promise<ApplicationFile[]> =>
  db
    .selectFrom('filing.application_file')
    .select(['question', 'uploadId', 'name', 'hash', 'size', 'type'])
    .where('applicationId', '=', applicationId)
    .orderBy('position')
    .execute()

export const getReceiptText = async (db: Db, id: string): Promise<string> =>
  (await db.selectFrom('filing.application').select('receipt').where('id', '=', id).executeTakeFirstOrThrow()).receipt

type Filed = Omit<
  Application,
  'receiver' | 'state' | 'withdrawnAt' | 'withdrawnBecause' | 'receivedAt' | 'dossierCode'
> & { readonly receipt: string; readonly files: readonly ApplicationFile[] }

/** All its rows in one round to the database. */
export async function insertApplication(db: Db, filed: Filed): Promise<void> {
  const { files, answers, fees, ...plain } = filed
  const row = { ...plain, state: 'filed', answers: JSON.stringify(answers), fees: JSON.stringify(fees) }
  const list = files.map(({ question, uploadId, ...file }) => ({ question, upload_id: uploadId, ...file }))
  await insertWhole(db, { ...row, list: JSON.stringify(list) })
}

const columns = [
  ...(['id', 'requestCode', 'draftId', 'procedureCode', 'serviceVersion', 'title', 'caseCode', 'channel'] as const),
  ...(['partyId', 'personId', 'relation', 'accountId', 'consentId', 'clientId', 'clientReference'] as const),
  ...(['assurance', 'authoritativeSystem', 'receiverId', 'answers', 'fees', 'feeTotal', 'state', 'filedAt'] as const),
  ...(['receipt', 'receiptHash'] as const),
]
type Whole = Omit<Filed, 'answers' | 'fees' | 'files'> & Record<'state' | 'answers' | 'fees' | 'list', string>

const insertWhole = statement((db, of: Whole) => ({
  compile: () =>
    sql`
      with filed as (
        insert into filing.application (${sql.join(columns.map((name) => sql.ref(name)))})
        values (${sql.join(columns.map((name) => of[name]))}) returning id
      )
      insert into filing.application_file (application_id, position, question, upload_id, name, hash, size, type)
      select filed.id, f.position, f.question, f.upload_id, f.name, f.hash, f.size, f.type from filed,
        rows from (jsonb_to_recordset(${of.list}::jsonb) as
          (question text, upload_id uuid, name text, hash text, size bigint, type text))
        with ordinality as f(question, upload_id, name, hash, size, type, position)`.compile(db),
}))

export const withdraw = (db: Db, id: string, { now, because }: { now: Date; because: string | null }) =>
  db
    .updateTable('filing.application')
    .set({ state: 'withdrawn', withdrawnAt: now, withdrawnBecause: because })
    .where('id', '=', id)
    .execute()

/** The desk has it: from now on `progress` tells how far it has come. */
export const markAtDesk = (db: Db, id: string) =>
  db.updateTable('filing.application').set({ state: 'at_desk' }).where('id', '=', id).execute()

/** Reception has given it a dossier code. */
export const markReceived = (db: Db, id: string, { code, now }: { code: string; now: Date }) =>
  db
    .updateTable('filing.application')
    .set({ state: 'received', dossierCode: code, receivedAt: now })
    .where('id', '=', id)
    .execute()

/** How many were filed by each channel, helped ones apart: nothing of one channel counts for another. */
export const countByChannel = (db: Db, from: Date, to: Date) =>
  db
    .selectFrom('filing.application')
    .select((select) => [
      select.ref('channel').$castTo<Channel>().as('channel'),
      select.fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (where account_id is not null)`.as('helped'),
    ])
    .where('filedAt', '>=', from)
    .where('filedAt', '<', to)
    .groupBy('channel')
    .orderBy('channel')
    .execute()
