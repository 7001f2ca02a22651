/**
 * What somebody sent when their session had just ended: kept for an hour, sealed, so that coming in again loses nothing.
 * Only for whoever had the session, so nobody can fill the table and nobody sees what another typed.
 */
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import type { Kept } from '#kernel/onward.ts'

const keptFor = 60 * 60_000
const mostOfOne = 5
const largest = 300_000
const aboutForm = (personId: string) => `identity.kept_form/${personId}`

/** `tokenHash`: of the session that has ended. `null`: there was none, or the form is too large. */
export async function keepForm(ctx: Ctx, tokenHash: string, path: string, fields: Kept): Promise<string | null> {
  const session = await ctx.db
    .selectFrom('identity.session')
    .select(['personId', 'partyId'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  const text = JSON.stringify(fields)
  if (!session || !ctx.secrets || text.length > largest) return null
  const { personId, partyId } = session
  const id = newId(ctx.now)
  const sealed = ctx.secrets.seal(text, aboutForm(personId))
  await ctx.db.transaction().execute(async (db) => {
    await db
      .deleteFrom('identity.kept_form')
      .where('at', '<', new Date(ctx.now.getTime() - keptFor))
      .execute()
    const others = db
      .selectFrom('identity.kept_form')
      .select('id')
      .where('personId', '=', personId)
      .orderBy('at', 'desc')
    await db
      .deleteFrom('identity.kept_form')
      .where('id', 'in', others.offset(mostOfOne - 1))
      .execute()
    await db
      .insertInto('identity.kept_form')
      .values({ id, personId, partyId, path, fields: sealed, at: ctx.now })
      .execute()
  })
  return id
}

export async function findKeptForm(ctx: Ctx, personId: string, id: string) {
  const row = await ctx.db
    .selectFrom('identity.kept_form as k')
    .innerJoin('identity.party as p', 'p.id', 'k.partyId')
    .select(['k.path', 'k.fields', 'k.partyId', 'p.name as partyName'])
    .where('k.id', '=', id)
    .where('k.personId', '=', personId)
    .where('k.at', '>=', new Date(ctx.now.getTime() - keptFor))
    .executeTakeFirst()
  if (!row || !ctx.secrets) return undefined
  return { ...row, fields: JSON.parse(ctx.secrets.open(row.fields, aboutForm(personId))) as Kept }
}
