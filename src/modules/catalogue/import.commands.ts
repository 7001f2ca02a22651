/** Bringing a file of the catalogue in: begun, looked at, applied or dropped. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { enqueue } from '#kernel/job.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { largestFile, objectionToApply, objectionToDrop } from './import.ts'
import { countChanges, endImport, holdImport, insertImport, writeLines } from './import.store.ts'
import { bumpRevision } from './revision.store.ts'

const about = ({ id }: { id: string }) => `catalogue.import/${id}`
const needs = 'catalogue.manage'

/** `read: 'now'`: whoever began it reads it at once, instead of leaving it to the worker. */
export const beginImport = command({
  name: 'catalogue.import.begin',
  needs,
  input: z.object({
    name: z.string().trim().min(1).max(300),
    file: z
      .base64()
      .min(1)
      .max(Math.ceil((largestFile * 4) / 3) + 4),
    read: z.enum(['later', 'now']).default('later'),
  }),
  run: async (ctx, { name, file: sent, read }) => {
    const file = Buffer.from(sent, 'base64')
    if (file.length === 0) refuseField('file', 'catalogue.import.no_file')
    const id = newId(ctx.now)
    const fileHash = createHash('sha256').update(file).digest('hex')
    await insertImport(ctx.db, { id, fileName: name, fileHash, file, begunAt: ctx.now, begunBy: ctx.actor.accountId })
    if (read === 'later') await enqueue(ctx, 'catalogue.import.read', { id })
    return { id }
  },
  about,
  detail: (_, { name }) => ({ name }),
})

const Id = z.object({ id: z.uuid() })

/** All of it or nothing, in a few statements; procedures that are not in the file stay. */
export const applyImport = command({
  name: 'catalogue.import.apply',
  needs,
  input: Id,
  run: async (ctx, { id }) => {
    await bumpRevision(ctx.db)
    const objection = objectionToApply(await holdImport(ctx.db, id))
    if (objection) refuse('conflict', objection)
    const counts = await countChanges(ctx.db, id)
    await writeLines(ctx.db, id, ctx.now)
    await endImport(ctx.db, id, 'applied', counts, ctx.now)
    return { id, ...counts }
  },
  about,
})

export const dropImport = command({
  name: 'catalogue.import.drop',
  needs,
  input: Id,
  run: async (ctx, { id }) => {
    const objection = objectionToDrop(await holdImport(ctx.db, id))
    if (objection) refuse('conflict', objection)
    await endImport(ctx.db, id, 'dropped', null, ctx.now)
    return { id }
  },
  about,
})

export const importCommands = [beginImport, applyImport, dropImport]
