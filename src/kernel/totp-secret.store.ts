/** The secrets of second factors: sealed for their account, so that one copied to another account opens nothing. */
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { refuse } from './problem.ts'
import type { SecretBox } from './secret-box.ts'

const about = (accountId: string) => `kernel.account/${accountId}/totp`

const boxOf = ({ secrets }: Ctx): SecretBox => {
  if (!secrets) throw new Error('this work was given no secret box')
  return secrets
}

export const sealTotp = (ctx: Ctx, accountId: string, secret: string): string =>
  boxOf(ctx).seal(secret, about(accountId))

/** Unreadable with the keys of this house: the person is told to have the second factor reset. */
export function openTotp(ctx: Ctx, account: { id: string; totpSecret: string | null }): string {
  try {
    return account.totpSecret === null ? '' : boxOf(ctx).open(account.totpSecret, about(account.id))
  } catch {
    return refuse('unavailable', 'kernel.account.secret_unreadable')
  }
}

/**
 * Seals anew what was kept plainly or with an older key. Returns how many were, and how many cannot be read: their keys
 * are missing, and their owners need a new link.
 */
export async function resealTotps(db: Db, box: SecretBox): Promise<{ sealed: number; unreadable: number }> {
  const rows = await db
    .selectFrom('kernel.account')
    .select(['id', 'totpSecret'])
    .where('totpSecret', 'is not', null)
    .execute()
  let [sealed, unreadable] = [0, 0]
  for (const { id, totpSecret: kept } of rows) {
    if (kept === null || box.isCurrent(kept)) continue
    const plain = opened(box, kept, about(id))
    if (plain === null) unreadable++
    else {
      const change = { totpSecret: box.seal(plain, about(id)) }
      // Only what was read: its owner may have changed it meanwhile.
      await db.updateTable('kernel.account').set(change).where('id', '=', id).where('totpSecret', '=', kept).execute()
      sealed++
    }
  }
  return { sealed, unreadable }
}

function opened(box: SecretBox, kept: string, name: string): string | null {
  try {
    return box.open(kept, name)
  } catch {
    return null
  }
}
