/** Drafts as rows. Every reading goes through `doorOf`; an id alone opens nothing. */
import { isId } from '#kernel/id.ts'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Aside } from '#fields/carry-over.ts'
import type { Typed } from '#fields/filled.ts'
import type { Answers } from '#fields/form.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { statement } from '#kernel/db/statement.ts'
import type { Day } from '#kernel/time.ts'
import { type Asker, type Draft, doorOf, type Relation } from './draft.ts'
import { refuse } from '#kernel/problem.ts'
import type { Channel } from '#modules/services/public.ts'

const plain = [
  ...(['id', 'procedureCode', 'serviceVersion', 'caseCode', 'receiverId', 'tokenHash', 'personId', 'partyId'] as const),
  ...(['accountId', 'consentId', 'disputed', 'revision', 'pen', 'step', 'createdAt', 'changedAt'] as const),
  'expiresOn' as const,
]
const narrowed = (of: ExpressionBuilder<Tables, 'filing.draft'>) => [
  of.ref('channel').$castTo<Channel>().as('channel'),
  of.ref('relation').$castTo<Relation>().as('relation'),
  of.ref('answers').$castTo<Answers>().as('answers'),
  of.ref('typed').$castTo<Typed>().as('typed'),
  of.ref('setAside').$castTo<readonly Aside[]>().as('setAside'),
]

const drafts = (db: Db) => db.selectFrom('filing.draft').select(plain).select(narrowed)

type Row<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
const asDraft = (row: Row<ReturnType<typeof drafts>>): Draft => row

/** Of an id that anybody may have typed: see `letInto`. */
export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return refuse('missing', 'filing.draft.missing')
  const row = await drafts(db).where('id', '=', id).executeTakeFirst()
  return row && asDraft(row)
}

/** The draft, if it is theirs; a refusal that tells nothing about whether there is one otherwise. */
export function letInto(draft: Draft | undefined, asker: Asker): Draft {
  const door = doorOf(draft, asker)
  if (door === 'sign_in') refuse('unauthenticated', 'kernel.citizen_sign_in_first')
  if (door === 'other_party') refuse('forbidden', 'filing.draft.other_party')
  return door === 'open' && draft ? draft : refuse('missing', 'filing.draft.missing')
}

export async function holdDraft(db: Db, id: string, asker: Asker): Promise<Draft> {
  if (!isId(id)) return refuse('missing', 'filing.draft.missing')
  const row = await drafts(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return letInto(row && asDraft(row), asker)
}

const taken = statement((db, { id }: { id: string }) =>
  db.deleteFrom('filing.draft').where('id', '=', id).returning(plain).returning(narrowed),
)

/** To be filed: nobody else finds it any more, unless this transaction ends badly; then it is as it was. */
export async function takeDraft(db: Db, id: string, asker: Asker): Promise<Draft> {
  if (!isId(id)) return refuse('missing', 'filing.draft.missing')
  const [row] = await taken(db, { id })
  return letInto(row && asDraft(row), asker)
}

type NewDraft = Omit<
  Draft,
  'answers' | 'typed' | 'setAside' | 'disputed' | 'revision' | 'pen' | 'step' | 'changedAt'
> & {
  answers?: Answers
}

export const insertDraft = ({ answers = {}, ...draft }: NewDraft, db: Db) =>
  db
    .insertInto('filing.draft')
    .values({ ...draft, answers: JSON.stringify(answers), changedAt: draft.createdAt })
    .execute()

export type DraftChange = {
  serviceVersion?: number
  caseCode?: string
  receiverId?: number | null
  channel?: Channel
  answers?: Answers
  typed?: Typed
  setAside?: readonly Aside[]
  disputed?: readonly string[]
  pen?: string
  step?: string
}

/** Raises the revision by one and keeps the draft for longer. Returns the new revision. */
export async function updateDraft(
  db: Db,
  id: string,
  { answers, typed, setAside, disputed, ...plain }: DraftChange,
  { now, expiresOn }: { now: Date; expiresOn: Day },
): Promise<number> {
  const { revision } = await db
    .updateTable('filing.draft')
    .set({
      ...plain,
      ...(answers && { answers: JSON.stringify(answers) }),
      ...(typed && { typed: JSON.stringify(typed) }),
      ...(setAside && { setAside: JSON.stringify(setAside) }),
      ...(disputed && { disputed: [...disputed] }),
      changedAt: now,
      expiresOn,
      revision: sql`revision + 1`,
    })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

export const giveDraft = (db: Db, id: string, to: { personId: string; partyId: string; relation: Relation }) =>
  db
    .updateTable('filing.draft')
    .set({ ...to, tokenHash: null })
    .where('id', '=', id)
    .execute()

export const deleteDraft = (db: Db, id: string) => db.deleteFrom('filing.draft').where('id', '=', id).execute()

/** Of the asker, the last one worked on first; of a helper those they fill in for others. */
export async function listDrafts(db: Db, { actor, tokenHash }: Asker): Promise<Draft[]> {
  if (!actor.citizen && !actor.accountId && !tokenHash) return []
  const rows = await drafts(db)
    .where((where) =>
      where.or([
        ...(actor.citizen ? [where('personId', '=', actor.citizen.personId)] : []),
        ...(actor.accountId ? [where('accountId', '=', actor.accountId)] : []),
        ...(tokenHash ? [where.and([where('tokenHash', '=', tokenHash), where('personId', 'is', null)])] : []),
      ]),
    )
    .orderBy('changedAt', 'desc')
    .limit(50)
    .execute()
  return rows.map(asDraft)
}

/** Those whose time is over, with what was kept of ended sessions. Returns how many. */
export async function deleteExpired(db: Db, today: Day, stashedBefore: Date): Promise<number> {
  await db.deleteFrom('filing.stash').where('keptAt', '<', stashedBefore).execute()
  const gone = await db.deleteFrom('filing.draft').where('expiresOn', '<', today).returning('id').execute()
  return gone.length
}

export type Stash = { readonly step: string; readonly typed: Typed; readonly keptAt: Date }

/** What was typed when the session had ended; nothing when there is no such draft. */
export async function keepStash(
  db: Db,
  stash: Omit<Stash, 'keptAt'> & { tokenHash: string; draftId: string; now: Date },
): Promise<void> {
  const { tokenHash, draftId, step, now: keptAt } = stash
  const typed = JSON.stringify(stash.typed)
  await sql`insert into filing.stash (token_hash, draft_id, step, typed, kept_at)
    select ${tokenHash}, id, ${step}, ${typed}::jsonb, ${keptAt} from filing.draft where id = ${draftId}
    on conflict (token_hash, draft_id) do update set step = excluded.step, typed = excluded.typed, kept_at = excluded.kept_at`.execute(
    db,
  )
}

export async function findStash(db: Db, tokenHash: string, draftId: string): Promise<Stash | undefined> {
  const row = await db
    .selectFrom('filing.stash')
    .select(['step', 'typed', 'keptAt'])
    .where('tokenHash', '=', tokenHash)
    .where('draftId', '=', draftId)
    .executeTakeFirst()
  return row && { ...row, typed: row.typed as Typed }
}

export const dropStash = (db: Db, tokenHash: string, draftId: string) =>
  db.deleteFrom('filing.stash').where('tokenHash', '=', tokenHash).where('draftId', '=', draftId).execute()
