/** Slips of a dossier: asked for in the transaction of the change, found beside the lines of the log they are made for. */
import { isId } from '#kernel/id.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { enqueue } from '#kernel/job.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { listSlips } from '#modules/slips/public.ts'
import type { Dossier } from './dossier.ts'
import { type SlipKind, slipsDue, sourceOf } from './slip-due.ts'
import { listLog } from './step-log.store.ts'

export const slipJobName = 'dossiers.slip.make'

/** With the change or not at all; a process that dies before it is made leaves the job for the next one. */
export async function askForSlips(ctx: Ctx, dossier: Dossier, action: string, seq: number): Promise<void> {
  for (const kind of slipsDue(action, dossier)) await enqueue(ctx, slipJobName, { id: dossier.id, seq, kind })
}

export type SlipOf = {
  readonly kind: SlipKind
  readonly at: Date /** Null while it is being made. */
  readonly id: string | null
}

/** Newest first. */
export async function slipsOf(db: Db, dossier: Pick<Dossier, 'id' | 'code' | 'requestCode'>): Promise<SlipOf[]> {
  const made = await listSlips(db, dossier.requestCode)
  const log = await listLog(db, dossier.id)
  // Asked of each line with the code of then: what had none before it was received has none in that line.
  const received = log.find(({ action }) => action === 'receive')?.seq ?? Infinity
  return log
    .flatMap(({ action, seq, at }) =>
      slipsDue(action, { code: seq >= received ? dossier.code : null }).map((kind) => {
        const source = sourceOf(dossier.id, seq)
        return { kind, at, id: made.find((slip) => slip.kind === kind && slip.source === source)?.id ?? null }
      }),
    )
    .toReversed()
}

/** Which dossier a slip was made for. */
export const dossierIdIn = (source: string | null): string | null => {
  const id = /^dossiers\.dossier\/([^#]+)#/.exec(source ?? '')?.[1]
  return id && isId(id) ? id : null
}
