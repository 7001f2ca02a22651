import { z } from 'zod'
import { mustReach } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { notify } from '#kernel/notice.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { dayText } from '#ui/figures.ts'
import { shortened } from '#ui/title.ts'
import { isAddressed, objectionToAnswer, objectionToDay, type Reader } from './instruction.ts'
import { holdInstruction, insertInstruction, type InstructionRow, updateInstruction } from './instruction.store.ts'
import { findOpen } from './load.store.ts'

export const hrefOf = (id: string) => `/dieu-hanh/chi-dao/${id}`
const about = ({ id }: { id: string }) => `overview.instruction/${id}`
const Wording = z.string().trim().min(1).max(2000)

export const readerOf = ({ actor }: Ctx, { unitId }: Pick<InstructionRow, 'unitId'>): Reader => ({
  accountId: actor.accountId,
  isOfUnit: actor.unitId === unitId,
})

/** Whoever it was sent to: the one who has the dossier, or the unit. */
export const addressees = ({ toAccount, unitId }: Pick<InstructionRow, 'toAccount' | 'unitId'>) =>
  toAccount ? [toAccount] : { unitId, permission: 'overview.answer' }

type To = Pick<InstructionRow, 'dossierId' | 'dossierCode' | 'unitId' | 'toAccount'>

/** About an open dossier it goes to whoever has it; else to the unit. */
async function toWhom(ctx: Ctx, { dossier, unit }: { dossier: string; unit: string }): Promise<To> {
  if (dossier === '') {
    const { id } = await getUnit(ctx.db, unit, dayOf(ctx.now))
    return { dossierId: null, dossierCode: null, unitId: id, toAccount: null }
  }
  const open = (await findOpen(ctx.db, dossier)) ?? refuse('conflict', 'overview.instruction.not_open')
  return { dossierId: open.dossierId, dossierCode: open.code, unitId: open.unitId, toAccount: open.holderId }
}

export const sendInstruction = command({
  name: 'overview.instruction.send',
  needs: 'overview.instruct',
  input: z.object({
    /** Of an open dossier; else the unit is told. */
    dossier: z.union([z.uuid(), z.literal('')]).default(''),
    unit: z.string().max(120).default(''),
    wording: Wording,
    dueOn: DayInput,
  }),
  run: async (ctx, { wording, dueOn, ...asked }) => {
    const objection = objectionToDay(dueOn, dayOf(ctx.now))
    if (objection) refuseField('dueOn', objection)
    const to = await toWhom(ctx, asked)
    await mustReach(ctx, to.unitId)
    const { accountId, unitId } = ctx.actor
    if (accountId === null || unitId === null) return refuse('forbidden', 'kernel.not_permitted')
    const id = newId(ctx.now)
    await insertInstruction(ctx.db, {
      id,
      ...to,
      wording,
      dueOn,
      senderUnit: unitId,
      sentAt: ctx.now,
      sentBy: accountId,
    })
    const params = { on: dayText(dueOn), wording: shortened(wording) }
    const told = { key: 'overview.instruction.notice.sent', params, href: hrefOf(id), mail: true } as const
    await notify(ctx, { to: addressees(to), ...told })
    return { id }
  },
  about,
})

const One = z.object({ id: z.uuid() })

/** The receipt: the first time that somebody whom it was sent to opens it; later ones change nothing. */
export const readInstruction = command({
  name: 'overview.instruction.read',
  needs: 'overview.answer',
  input: One,
  run: async (ctx, { id }) => {
    const instruction = await holdInstruction(ctx.db, id)
    if (instruction.readAt || !isAddressed(instruction, readerOf(ctx, instruction))) return { id }
    await updateInstruction(ctx.db, id, { readAt: ctx.now, readBy: ctx.actor.accountId })
    return { id }
  },
  about,
})

export const answerInstruction = command({
  name: 'overview.instruction.answer',
  needs: 'overview.answer',
  input: One.extend({ answer: Wording }),
  run: async (ctx, { id, answer }) => {
    const instruction = await holdInstruction(ctx.db, id)
    const objection = objectionToAnswer(instruction, readerOf(ctx, instruction))
    if (objection) refuse(instruction.doneAt ? 'conflict' : 'forbidden', objection)
    const by = ctx.actor.accountId
    const read = instruction.readAt ? {} : { readAt: ctx.now, readBy: by }
    await updateInstruction(ctx.db, id, { ...read, answer, doneAt: ctx.now, doneBy: by })
    const params = { by: ctx.actor.name, wording: shortened(instruction.wording) }
    const key = 'overview.instruction.notice.answered'
    await notify(ctx, { to: [instruction.sentBy], key, params, href: hrefOf(id) })
    return { id }
  },
  about,
})

export const instructionCommands = [sendInstruction, readInstruction, answerInstruction]
