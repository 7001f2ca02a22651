/** Writing about a target or a task. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { Evidence } from './evidence.ts'
import type { NoteKind } from './note.ts'
import { findNote, insertNote, notesOf } from './note.store.ts'
import { openRisksOf } from './note.ts'
import { ShareInput } from './number-input.ts'
import { objectionToWork } from './standpoint.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { objectionToChange } from './task.ts'
import { holdTarget } from './target.store.ts'
import { holdTask } from './task.store.ts'

const things = ['target', 'task'] as const
type Thing = (typeof things)[number]

const Wording = z.string().trim().min(1).max(4000)

/** Lets nobody write but who works on the thing, while it is open. */
async function enter(ctx: Ctx, thing: Thing, id: string) {
  if (thing === 'task') {
    const task = await holdTask(ctx.db, id)
    return heed(objectionToChange(await standpointOf(ctx, task), task))
  }
  return heed(objectionToWork(await standpointOf(ctx, await holdTarget(ctx.db, id))))
}

type Said = { kind: NoteKind; wording: string; shareDone?: number | undefined; answers?: string }

/** Adds a note in the name of the actor's unit; returns its id. */
export async function writeNote(ctx: Ctx, thingId: string, said: Said, evidence?: Evidence): Promise<string> {
  const id = newId(ctx.now)
  await insertNote(ctx.db, {
    id,
    thingId,
    unitId: ctx.actor.unitId ?? refuse('forbidden', 'kernel.not_permitted'),
    accountId: ctx.actor.accountId,
    at: ctx.now,
    kind: said.kind,
    wording: said.wording,
    shareDone: said.shareDone ?? null,
    answers: said.answers ?? null,
    fileHash: evidence?.fileHash ?? null,
    fileName: evidence?.fileName ?? null,
  })
  return id
}

export const addNote = command({
  name: 'plan.note.add',
  needs: 'plan.work',
  input: z.object({
    thing: z.enum(things),
    id: z.uuid(),
    kind: z.enum(['progress', 'risk']),
    wording: Wording,
    shareDone: ShareInput,
    ...Evidence,
  }),
  run: async (ctx, { thing, id, fileHash, fileName, ...said }) => {
    await enter(ctx, thing, id)
    return { noteId: await writeNote(ctx, id, said, { fileHash, fileName }) }
  },
  about: (_, { thing, id }) => `plan.${thing}/${id}`,
  detail: (_, { kind, shareDone }) => ({ kind, shareDone: shareDone ?? null }),
})

export const closeRisk = command({
  name: 'plan.risk.close',
  needs: 'plan.work',
  input: z.object({ thing: z.enum(things), noteId: z.uuid(), wording: Wording }),
  run: async (ctx, { thing, noteId, wording }) => {
    const risk = (await findNote(ctx.db, noteId)) ?? refuse('missing', 'plan.note.missing')
    await enter(ctx, thing, risk.thingId)
    const notes = (await notesOf(ctx.db, [risk.thingId])).get(risk.thingId) ?? []
    if (!openRisksOf(notes).some(({ id }) => id === noteId)) refuse('conflict', 'plan.note.risk_closed_already')
    await writeNote(ctx, risk.thingId, { kind: 'risk_closed', wording, answers: noteId })
    return { thingId: risk.thingId }
  },
  about: ({ thingId }, { thing }) => `plan.${thing}/${thingId}`,
})

export const noteCommands = [addNote, closeRisk] as const
