/** Low ratings that are looked into, as rows. Those in reach of a post, the one that is due first first. */
import { sql } from 'kysely'
import type { Scope } from '#kernel/access.store.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { Answers } from './rating.ts'

export type FollowUp = {
  readonly id: string
  readonly ratingId: string
  readonly unitId: number
  readonly ownerId: string | null
  readonly openedOn: Day
  readonly dueOn: Day
  readonly escalatedOn: Day | null
  readonly answer: string | null
  readonly answeredOn: Day | null
  /** Null when it was given without a name. */
  readonly dossierId: string | null
  readonly partyId: string | null
  readonly handledBy: string | null
  readonly month: Day
  readonly text: string | null
  readonly rule: string
  readonly answers: Answers
}

const followUps = (db: Db) =>
  db
    .selectFrom('rating.follow_up as f')
    .innerJoin('rating.rating as r', 'r.id', 'f.ratingId')
    .select(['f.id', 'f.ratingId', 'f.unitId', 'f.ownerId', 'f.openedOn', 'f.dueOn', 'f.escalatedOn', 'f.answer'])
    .select(['f.answeredOn', 'r.dossierId', 'r.partyId', 'r.handledBy', 'r.month', 'r.text', 'r.rule'])
    .select((c) => c.ref('r.answers').$castTo<Answers>().as('answers'))

export type Asked = { readonly within: Scope; readonly limit: number; readonly after?: Pick<FollowUp, 'dueOn' | 'id'> }

export const listOpen = async (db: Db, { within, limit, after }: Asked): Promise<FollowUp[]> =>
  within.length === 0
    ? []
    : followUps(db)
        .where('f.unitId', 'in', within)
        .where('f.answeredOn', 'is', null)
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(f.due_on, f.id) > (${after?.dueOn}::date, ${after?.id}::uuid)`),
        )
        .orderBy('f.dueOn')
        .orderBy('f.id')
        .limit(limit)
        .execute()

export const findFollowUp = (db: Db, id: string): Promise<FollowUp | undefined> =>
  followUps(db).where('f.id', '=', id).executeTakeFirst()

/** As `findFollowUp`; and nobody else answers it meanwhile. */
export const holdFollowUp = (db: Db, id: string): Promise<FollowUp | undefined> =>
  followUps(db).where('f.id', '=', id).forUpdate('f').executeTakeFirst()

export const findOfDossier = (db: Db, dossierId: string): Promise<FollowUp | undefined> =>
  followUps(db).where('r.dossierId', '=', dossierId).orderBy('f.openedOn', 'desc').limit(1).executeTakeFirst()

type Opened = Pick<FollowUp, 'ratingId' | 'unitId' | 'openedOn' | 'dueOn'>

export const insertFollowUp = async (db: Db, opened: Opened): Promise<string> =>
  (await db.insertInto('rating.follow_up').values(opened).returning('id').executeTakeFirstOrThrow()).id

type Changed = Partial<Pick<FollowUp, 'ratingId' | 'ownerId' | 'escalatedOn' | 'answer' | 'answeredOn'>> & {
  answeredBy?: string | null
}

export const updateFollowUp = (db: Db, id: string, set: Changed) =>
  db.updateTable('rating.follow_up').set(set).where('id', '=', id).execute()

export type Waiting = { readonly id: string; readonly unitId: number; readonly handledBy: string | null }

/** Low ratings that nobody looks into yet. Held, so that two workers open none twice. */
export const listUnopened = (db: Db, limit: number): Promise<Waiting[]> =>
  db
    .selectFrom('rating.rating as r')
    .select(['r.id', 'r.unitId', 'r.handledBy'])
    .where('r.low', '=', true)
    .where('r.replaced', '=', false)
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('rating.follow_up as f').select('f.id').whereRef('f.ratingId', '=', 'r.id')),
      ),
    )
    .orderBy('r.id')
    .limit(limit)
    .forUpdate('r')
    .skipLocked()
    .execute()

/** Past their day, unanswered, and nobody above knows. */
export const listToEscalate = (db: Db, today: Day, limit: number): Promise<Waiting[]> =>
  db
    .selectFrom('rating.follow_up as f')
    .select(['f.id', 'f.unitId', sql<null>`null`.as('handledBy')])
    .where('f.answeredOn', 'is', null)
    .where('f.escalatedOn', 'is', null)
    .where('f.dueOn', '<', today)
    .orderBy('f.dueOn')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
