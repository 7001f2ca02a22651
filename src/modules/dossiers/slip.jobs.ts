/** Making the statutory forms of a dossier: after the change, by a job that may be cut off and run again. */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import { job, type Job } from '#kernel/job.ts'
import { inLocale } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { profileOf } from '#modules/identity/public.ts'
import { makeSlip } from '#modules/slips/public.ts'
import { listComponents } from './component.store.ts'
import { openDocket } from './docket.store.ts'
import { getDossier } from './dossier.store.ts'
import { registerJob, type RegisterTools } from './register.jobs.ts'
import { contentOf, type Facts, type SlipHouse } from './slip-content.ts'
import { sourceOf } from './slip-due.ts'
import { slipJobName } from './slip.store.ts'
import { listLog } from './step-log.store.ts'
import { listSupplements } from './supplement.store.ts'

const kinds = ['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control'] as const

async function factsOf(ctx: Ctx, id: string, seq: number, house: SlipHouse): Promise<Facts> {
  const docket = await openDocket(ctx, await getDossier(ctx.db, id))
  const log = (await listLog(ctx.db, id)).filter((line) => line.seq <= seq)
  const line = log.at(-1)
  if (line?.seq !== seq) throw new Error(`the log of ${id} has no line ${seq}`)
  const { dossier, application, process } = docket
  return {
    dossier,
    application,
    process,
    log,
    line,
    house,
    party: await profileOf(ctx.db, dossier.partyId),
    units: await listUnits(ctx.db, dayOf(line.at)),
    papers: await listComponents(ctx.db, id),
    supplements: await listSupplements(ctx.db, id),
  }
}

/** About a day of trying, so that a full disk can be seen to. */
const retries = 16

export const dossierJobs = ({ files, ...house }: RegisterTools): Job[] => [
  registerJob({ files, ...house }),
  job({
    name: slipJobName,
    input: z.object({ id: z.uuid(), seq: z.int().min(1), kind: z.enum(kinds) }),
    retries,
    run: async (ctx, { id, seq, kind }) => {
      const facts = await factsOf(ctx, id, seq, house)
      await makeSlip(
        ctx,
        files,
        inLocale('vi', () => contentOf(kind, facts)),
        sourceOf(id, seq),
      )
    },
  }) as Job,
]
