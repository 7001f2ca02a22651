/** On the first of a month the register of the month before is closed for every unit; run again it adds what was left. */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import type { FileHouse } from '#kernel/file-house.ts'
import { job, type Job, type Schedule } from '#kernel/job.ts'
import { inLocale, t } from '#kernel/text.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { makeSlip } from '#modules/slips/public.ts'
import { type Month, monthBefore, registerSource } from './register.ts'
import { entriesOf, unitsThatReceived } from './register.store.ts'
import { issuerOf, type SlipHouse } from './slip-content.ts'

export type RegisterTools = SlipHouse & { readonly files: FileHouse }

async function closeOne(ctx: Ctx, { files, ...house }: RegisterTools, unitId: number, month: Month): Promise<void> {
  const { from, to } = month
  const units = await listUnits(ctx.db, to)
  const entries = await entriesOf(ctx.db, unitId, month, units)
  const content = inLocale('vi', () => ({
    ...issuerOf(unitId, units, house),
    kind: 'register' as const,
    number: null,
    issuedAt: ctx.now.toISOString(),
    system: t('dossiers.slip.system', { authority: house.province.authority }),
    illustrative: house.demo,
    signer: { title: t('dossiers.slip.signer'), name: null },
    from,
    to,
    book: null,
    entries,
  }))
  await makeSlip(ctx, files, content, registerSource(unitId, month))
}

export const registerJob = (tools: RegisterTools): Job =>
  job({
    name: 'dossiers.register.close',
    input: z.object({}),
    retries: 12,
    run: async (ctx) => {
      const month = monthBefore(ctx.now)
      for (const unitId of await unitsThatReceived(ctx.db, month)) await closeOne(ctx, tools, unitId, month)
    },
  }) as Job

export const dossierSchedules: readonly Schedule[] = [
  { name: 'dossiers.register.close', cron: '15 0 1 * *', tz: 'Asia/Ho_Chi_Minh' },
]
