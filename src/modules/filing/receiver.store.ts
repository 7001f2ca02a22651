/** The receiving unit, as it is called today. */
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'

export async function getReceiverName({ db, now }: Ctx, unitId: number): Promise<string> {
  const today = dayOf(now)
  const row = await db
    .selectFrom('kernel.unit_version')
    .select('name')
    .where('unitId', '=', unitId)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', today)]))
    .executeTakeFirst()
  return row?.name ?? refuse('conflict', 'filing.file.receiver_gone')
}
