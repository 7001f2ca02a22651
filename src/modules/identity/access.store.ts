/** Who read the data of a party, when and what for. Only added to; shown to its owner. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'

export const accessPurposes = ['assist', 'confirm', 'handle', 'partner', 'check'] as const
export const accessKinds = ['identity', 'dossier', 'documents', 'representation'] as const

export type Access = {
  readonly partyId: string
  readonly purpose: (typeof accessPurposes)[number]
  /** What was read. */
  readonly what: (typeof accessKinds)[number]
  /** The thing it was read for: `filing.dossier/…`. */
  readonly about?: string | null
  readonly consentId?: string | null
}

/** Whoever reads their own data leaves no line. */
export async function recordAccess(ctx: Ctx, access: Access): Promise<void> {
  const { actor } = ctx
  if (actor.citizen?.personId === access.partyId || actor.citizen?.partyId === access.partyId) return
  await ctx.db
    .insertInto('identity.access')
    .values({
      id: newId(ctx.now),
      at: ctx.now,
      accountId: actor.accountId,
      unitId: actor.unitId,
      personId: actor.citizen?.personId ?? null,
      clientId: actor.clientId ?? null,
      requestId: ctx.requestId,
      partyId: access.partyId,
      purpose: access.purpose,
      what: access.what,
      about: access.about ?? null,
      consentId: access.consentId ?? null,
    })
    .execute()
}

export type AccessRow = {
  id: string
  at: Date
  purpose: string
  what: string
  /** Who it was, as far as the owner is told: the unit, a partner system, a person who acts for them. */
  unit: string | null
  client: string | null
  person: string | null
}

/** Newest first, with the names that units had at the time. */
export async function listAccess(db: Db, partyId: string, limit = 50): Promise<AccessRow[]> {
  return db
    .selectFrom('identity.access as a')
    .leftJoin('kernel.unit_version as u', (join) =>
      join
        .onRef('u.unitId', '=', 'a.unitId')
        .on(sql<boolean>`u.valid_from <= (a.at at time zone 'Asia/Ho_Chi_Minh')::date`)
        .on(sql<boolean>`coalesce(u.valid_to, 'infinity') > (a.at at time zone 'Asia/Ho_Chi_Minh')::date`),
    )
    .leftJoin('identity.client as c', 'c.id', 'a.clientId')
    .leftJoin('identity.party as p', 'p.id', 'a.personId')
    .select(['a.id', 'a.at', 'a.purpose', 'a.what', 'u.name as unit', 'c.name as client', 'p.name as person'])
    .where('a.partyId', '=', partyId)
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
}
