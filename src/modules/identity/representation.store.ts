/** Representations as rows. */
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { mostDeclared, type Basis, type Representation, type Source, type State } from './representation.ts'

export type RepresentationRow = Representation & {
  id: string
  /** As the one who made it wrote the other's name. */
  named: string
  says: string
  evidence: string | null
  madeAt: Date
  actorName: string
  partyName: string
  partyKind: 'person' | 'organisation'
}

const representations = (db: Db) =>
  db
    .selectFrom('identity.representation as r')
    .innerJoin('identity.party as actor', 'actor.id', 'r.actorId')
    .innerJoin('identity.party as party', 'party.id', 'r.partyId')
    .select([
      'r.id',
      'r.actorId',
      'r.partyId',
      'r.named',
      'r.says',
      'r.evidence',
      'r.validFrom',
      'r.validTo',
      'r.madeAt',
    ])
    .select(['actor.name as actorName', 'party.name as partyName'])
    .select((select) => [
      select.ref('r.basis').$castTo<Basis>().as('basis'),
      select.ref('r.source').$castTo<Source>().as('source'),
      select.ref('r.state').$castTo<State>().as('state'),
      select.ref('party.kind').$castTo<'person' | 'organisation'>().as('partyKind'),
    ])
    .orderBy('r.madeAt', 'desc')
    .orderBy('r.id', 'desc')

/** Everything between two parties. */
export const listBetween = (db: Db, actorId: string, partyId: string): Promise<RepresentationRow[]> =>
  representations(db).where('r.actorId', '=', actorId).where('r.partyId', '=', partyId).execute()

export const listActedFor = (db: Db, actorId: string): Promise<RepresentationRow[]> =>
  representations(db).where('r.actorId', '=', actorId).limit(200).execute()

export const listActors = (db: Db, partyId: string): Promise<RepresentationRow[]> =>
  representations(db).where('r.partyId', '=', partyId).limit(200).execute()

/** What somebody declared and nobody has decided: found by the number on the card of whoever stands at the desk. */
export const listDeclaredBy = (db: Db, number: string): Promise<RepresentationRow[]> =>
  representations(db)
    .where('r.state', '=', 'declared')
    .where('actor.kind', '=', 'person')
    .where('actor.number', '=', number)
    .limit(mostDeclared)
    .execute()

export const findRepresentation = (db: Db, id: string): Promise<RepresentationRow | undefined> =>
  representations(db).where('r.id', '=', id).executeTakeFirst()

export async function holdRepresentation(db: Db, id: string): Promise<RepresentationRow> {
  await db.selectFrom('identity.representation').select('id').where('id', '=', id).forUpdate().execute()
  return (await representations(db).where('r.id', '=', id).executeTakeFirst()) ?? refuse('missing', 'kernel.missing')
}

export type NewRepresentation = Representation & {
  id: string
  named: string
  says: string
  evidence: string | null
  madeAt: Date
}

export const insertRepresentation = (db: Db, row: NewRepresentation) =>
  db.insertInto('identity.representation').values(row).execute()

export const updateRepresentation = (
  db: Db,
  id: string,
  change: { state?: State; decidedAt?: Date; decidedBy?: string | null; decidedByParty?: string | null; validTo?: Day },
) => db.updateTable('identity.representation').set(change).where('id', '=', id).execute()

/** Of an organisation, as its provider tells at each sign-in: one that is in force is enough, and of one person alone. */
export async function ensureRepresentative(
  db: Db,
  { actorId, partyId, on, now }: { actorId: string; partyId: string; on: Day; now: Date },
): Promise<void> {
  await db
    .updateTable('identity.representation')
    .set({ validTo: on })
    .where('partyId', '=', partyId)
    .where('source', '=', 'provider')
    .where('actorId', '!=', actorId)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', on)]))
    .execute()
  const known = await listBetween(db, actorId, partyId)
  if (known.some(({ source, validTo }) => source === 'provider' && (validTo === null || validTo > on))) return
  await insertRepresentation(db, {
    id: newId(now),
    actorId,
    partyId,
    basis: 'organisation',
    source: 'provider',
    state: 'confirmed',
    named: '',
    says: '',
    evidence: null,
    validFrom: on,
    validTo: null,
    madeAt: now,
  })
}
