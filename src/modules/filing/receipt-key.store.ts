/** Keys that sign receipts: one at a time, the old ones stay to be looked up. */
import { generateKeyPairSync } from 'node:crypto'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import type { SecretBox } from '#kernel/secret-box.ts'
import { keyIdOf, readSecretKey, type SigningKey } from './receipt.ts'

/**
 * Opening and reading a key takes longer than signing with it; of each house, the one last used is kept at hand. After a
 * minute it is looked up again: another process may have ended it.
 */
const atHand = new WeakMap<SecretBox, { key: SigningKey; until: number }>()
const minute = 60_000

const aboutKey = (id: string) => `filing.receipt_key/${id}`

const findCurrent = (db: Db) =>
  db
    .selectFrom('filing.receipt_key')
    .select(['id', 'publicKey', 'sealedKey'])
    .where('validTo', 'is', null)
    .executeTakeFirst()

async function makeKey({ db, now }: Ctx, secrets: SecretBox) {
  const { publicKey: open, privateKey } = generateKeyPairSync('ed25519')
  const publicKey = open.export({ format: 'der', type: 'spki' }).toString('base64')
  const id = keyIdOf(publicKey)
  const sealedKey = secrets.seal(String(privateKey.export({ format: 'pem', type: 'pkcs8' })), aboutKey(id))
  // Somebody else may be making one at this moment: theirs is used then.
  await db
    .insertInto('filing.receipt_key')
    .values({ id, publicKey, sealedKey, validFrom: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The key in force; made with the first receipt. */
export async function signingKey(ctx: Ctx): Promise<SigningKey> {
  const { secrets } = ctx
  if (!secrets) throw new Error('receipts are signed with a key that only requests can open')
  const kept = atHand.get(secrets)
  const now = ctx.now.getTime()
  if (kept && now < kept.until) return kept.key
  const found = await findCurrent(ctx.db)
  if (!found) await makeKey(ctx, secrets)
  const row = found ?? (await findCurrent(ctx.db))
  if (!row) throw new Error('there is no key to sign receipts with')
  const { id, publicKey } = row
  const key = { id, publicKey, secret: readSecretKey(secrets.open(row.sealedKey, aboutKey(id))) }
  // One that was made just now is there only if this transaction ends well.
  if (found) atHand.set(secrets, { key, until: now + minute })
  return key
}

/** Newest first, for everybody to see. */
export const listReceiptKeys = (db: Db) =>
  db
    .selectFrom('filing.receipt_key')
    .select(['id', 'publicKey', 'validFrom', 'validTo'])
    .orderBy('validFrom', 'desc')
    .execute()
