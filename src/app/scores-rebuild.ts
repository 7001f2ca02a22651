/** `tgs scores rebuild`: what the index of service is made of, made again from the dossiers; the program may go on meanwhile. */
import type { Db } from '#kernel/db/open.ts'
import { rebuildFacts } from '#modules/dossiers/public.ts'
import { recompute } from '#modules/scores/public.ts'

export async function scoresRebuild(db: Db, now: Date) {
  const { dossiers, wrong } = await rebuildFacts(db, now)
  const sums = await recompute(db)
  return { dossiers, wrongFacts: wrong, wrongSums: sums.wrong }
}
