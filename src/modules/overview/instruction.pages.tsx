/** Instructions: the list, a new one, and one with its receipt and answer. */
import { reaches, scopeOf } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import { calendarOf } from '#kernel/calendar.store.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { isId, newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { unitAsked } from './board-whole.store.ts'
import { answerInstruction, hrefOf, readerOf, readInstruction, sendInstruction } from './instruction.commands.ts'
import { defaultDay, isAddressed, objectionToAnswer } from './instruction.ts'
import { getInstruction, type InstructionRow, instructionViews, listInstructions } from './instruction.store.ts'
import { InstructionPage, InstructionsPage, NewInstructionPage, path } from './instruction.views.tsx'
import { findOpen } from './load.store.ts'
import { accountsIn, namesFor } from './names.store.ts'
import { overviewRulesOn } from './overview-rule.ts'

/** Both may see it: the unit that was told, and the one that told it. */
async function getSeen(ctx: Ctx, id: string): Promise<InstructionRow> {
  const instruction = await getInstruction(ctx.db, id)
  const isSeen =
    instruction.toAccount === ctx.actor.accountId ||
    (await reaches(ctx, instruction.unitId)) ||
    (await reaches(ctx, instruction.senderUnit))
  return isSeen ? instruction : refuse('forbidden', 'kernel.outside_your_unit')
}

async function list(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const mayInstruct = may(ctx.actor, 'overview.instruct')
  const asked = instructionViews.find((one) => one === c.req.query('xem'))
  const view = asked ?? (may(ctx.actor, 'overview.answer') ? 'received' : 'sent')
  const rows = await listInstructions(ctx.db, view, await scopeOf(ctx))
  return (
    <InstructionsPage {...{ view, rows, mayInstruct }} names={await namesFor(ctx, accountsIn(rows))} now={ctx.now} />
  )
}

/** What a link or a form that came back speaks of. */
async function target(ctx: Ctx, dossier: string, slug: string) {
  const open = isId(dossier) ? await findOpen(ctx.db, dossier) : undefined
  if (dossier && !open) refuse('conflict', 'overview.instruction.not_open')
  if (open && !(await reaches(ctx, open.unitId))) refuse('forbidden', 'kernel.outside_your_unit')
  const unit = open ? null : await unitAsked(ctx, slug || undefined)
  const { units, people } = await namesFor(ctx, [open?.holderId ?? null])
  const unitId = open?.unitId ?? unit?.id ?? 0
  return {
    unitId,
    to: { dossier: open?.dossierId ?? '', unit: unit?.slug ?? '' },
    code: open?.code ?? null,
    addressee: [open?.holderId && people.get(open.holderId), units.get(unitId)].filter(Boolean).join(', '),
  }
}

async function newPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const typed = (name: string) => String(back?.typed[name] ?? '')
  const dossier = c.req.query('ho-so') ?? typed('dossier')
  const { unitId, code, ...rest } = await target(ctx, dossier, c.req.query('don-vi') ?? typed('unit'))
  const today = dayOf(ctx.now)
  const calendar = await calendarOf(ctx.db, await listAncestors(ctx.db, unitId, today))
  const page = (
    <NewInstructionPage
      {...rest}
      code={code}
      dueOn={defaultDay(today, calendar, overviewRulesOn(today))}
      back={back}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerNew(c: WebContext): Promise<Answer> {
  const done = await submit(c, sendInstruction)
  return done.ok ? go(c, hrefOf(done.result.id), 'overview.instruction.sent') : newPage(c, done)
}

const idOf = (c: WebContext): string => c.req.param('id') ?? ''

/** The first look of somebody it was sent to is the receipt. */
async function opened(ctx: Ctx, id: string): Promise<InstructionRow> {
  const seen = await getSeen(ctx, id)
  const isReceipt = !seen.readAt && may(ctx.actor, 'overview.answer') && isAddressed(seen, readerOf(ctx, seen))
  if (!isReceipt) return seen
  await perform({ ...ctx, key: undefined }, readInstruction, { id })
  return getInstruction(ctx.db, id)
}

async function show(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const instruction = await opened(ctx, idOf(c))
  const mayAnswer =
    may(ctx.actor, 'overview.answer') && objectionToAnswer(instruction, readerOf(ctx, instruction)) === null
  const page = (
    <InstructionPage
      {...{ instruction, mayAnswer, back }}
      names={await namesFor(ctx, accountsIn([instruction]))}
      mayOpen={may(ctx.actor, 'dossiers.read')}
      now={ctx.now}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerOne(c: WebContext): Promise<Answer> {
  const done = await submit(c, answerInstruction, { id: idOf(c) })
  return done.ok ? go(c, hrefOf(idOf(c)), 'overview.instruction.answered') : show(c, done)
}

export const instructionPages: readonly Route[] = [
  get(path, 'overview.instructions', list),
  get(`${path}/moi`, 'overview.instruct', (c) => newPage(c)),
  post(`${path}/moi`, 'overview.instruct', answerNew),
  get(`${path}/:id`, 'overview.instructions', (c) => show(c)),
  post(`${path}/:id/tra-loi`, 'overview.answer', answerOne),
]
