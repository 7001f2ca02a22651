/** Reading a file that was brought in: some lines at a time, so that it can be watched and cut off. */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import { job } from '#kernel/job.ts'
import { mostInVain, mostRejectedKept, readLine, type Rejected } from './import.ts'
import { linesOf } from './import-line.ts'
import { countChanges, failImport, finishReading, stageLines, takeImport, type Staged } from './import.store.ts'
import { addStructure, emptyStructure, structureOf } from './structure.ts'

const linesAtOnce = 100

type Progress = (lines: number) => void

/** What has come of the lines so far. */
const openTally = () => {
  const seen = new Map<string, number>()
  const rejected: Rejected[] = []
  let [total, structure, last] = [0, emptyStructure, 0]
  const reject = (one: Rejected) => {
    total++
    if (rejected.length < mostRejectedKept) rejected.push(one)
  }
  return {
    take: (no: number, text: string | null): Staged | null => {
      last = no
      const read = text === null ? ({ key: 'catalogue.rejected.too_long' } as const) : readLine(text)
      if ('key' in read) return reject({ line: no, key: read.key }), null
      const before = seen.get(read.procedure.code)
      if (before) return reject({ line: no, key: 'catalogue.rejected.twice', params: { line: before } }), null
      seen.set(read.procedure.code, no)
      structure = addStructure(structure, structureOf(read.procedure))
      return { ...read, line: no }
    },
    isInVain: () => seen.size === 0 && total >= mostInVain,
    isEmpty: () => seen.size === 0,
    end: () => ({ lines: seen.size + total, rejected: { total, kept: rejected }, structure }),
    read: () => seen.size + total,
    last: () => last,
  }
}

async function* pieceOf(bytes: Uint8Array) {
  yield bytes
}

/** Read anew from the beginning when it was cut off before. */
export async function readImport(ctx: Pick<Ctx, 'db' | 'now'>, id: string, tell: Progress = () => {}): Promise<void> {
  const { db, now } = ctx
  const file = await takeImport(db, id)
  if (!file) return
  const tally = openTally()
  let waiting: Staged[] = []
  const stage = async () => {
    await stageLines(db, id, waiting, tally.read())
    tell(tally.read())
    waiting = []
  }
  try {
    for await (const { no, text } of linesOf(pieceOf(file))) {
      const staged = tally.take(no, text)
      if (staged) waiting.push(staged)
      if (tally.isInVain()) break
      if (waiting.length >= linesAtOnce) await stage()
    }
  } catch (fault) {
    if (!isBroken(fault)) throw fault
    return failImport(db, id, 'catalogue.import.broken_file', now)
  }
  await stage()
  if (tally.isEmpty()) return failImport(db, id, 'catalogue.import.no_catalogue', now)
  await finishReading(db, id, { ...tally.end(), counts: await countChanges(db, id) })
}

/** Not to be unpacked. */
const isBroken = (fault: unknown) => /^Z_|^ERR_/.test(String((fault as { code?: unknown }).code))

export const importJobs = [
  job({
    name: 'catalogue.import.read',
    input: z.object({ id: z.uuid() }),
    retries: 3,
    run: (ctx, { id }) => readImport(ctx, id),
  }),
]
