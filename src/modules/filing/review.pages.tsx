/** Looking everything over once more, and filing it; and what a new version of the form means for a draft. */
import { checkForm } from '#fields/check-form.ts'
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { readForm, type Returned, returned } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { askerFrom } from './browser.pages.ts'
import { isOutdated, type Dossier } from './dossier.store.ts'
import { carriedOver, carryDraftOver } from './fill.commands.ts'
import { fileAssisted } from './assist.commands.ts'
import { fileDraft } from './file.commands.ts'
import { dossierPath, enterDraft, idOf, pathOf, stepsIn } from './fill.pages.tsx'
import { signInPath } from './fill.views.tsx'
import { findReceiverName } from './receiver.store.ts'
import { feesOf, papersOf } from './reckoning.ts'
import { CarriedPage, type Obstacle, ReviewPage } from './review.views.tsx'

function obstacleOf(c: WebContext, { draft, open }: Dossier, receiver: string | null): Obstacle | null {
  const { actor } = c.var.ctx
  if (!open) return { kind: 'not_offered' }
  if (!open.service.channels.includes(draft.channel)) return { kind: 'other_channel' }
  if (draft.receiverId !== null && receiver === null) return { kind: 'receiver_gone' }
  if (draft.accountId !== null) return null
  if (!actor.citizen) return { kind: 'sign_in', href: signInPath(`/to-khai/${draft.id}/xem-lai`) }
  return actor.citizen.assurance < open.service.assurance ? { kind: 'assurance' } : null
}

async function reviewPage(c: WebContext, back?: Returned): Promise<Answer> {
  const dossier = await enterDraft(c)
  if (dossier instanceof Response) return dossier
  if (isOutdated(dossier)) return c.redirect(pathOf(dossier, 'phien-ban-moi'), 303)
  const { draft, service, form, whole, books, knowns } = dossier
  const { problems, warnings, filed: answers } = checkForm(form, whole, books)
  const receiver = draft.receiverId === null ? null : await findReceiverName(c.var.ctx, draft.receiverId)
  const reckoned = { ...draft, answers, today: books.today }
  const page = (
    <ReviewPage
      dossier={dossier}
      steps={stepsIn(dossier)}
      problems={problems}
      warnings={warnings}
      papers={papersOf(service, reckoned, knowns)}
      fees={feesOf(service, reckoned)}
      receiver={receiver}
      obstacle={obstacleOf(c, dossier, receiver)}
      idempotencyKey={newId(c.var.ctx.now)}
      back={back}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerFile(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const { ctx } = c.var
  if (!ctx.actor.citizen && !ctx.actor.accountId) return c.redirect(signInPath(`/to-khai/${idOf(c)}/xem-lai`), 303)
  const dossier = await enterDraft(c)
  if (dossier instanceof Response) return dossier
  const key = typeof raw['_key'] === 'string' && raw['_key'] ? raw['_key'] : undefined
  try {
    const own = { id: idOf(c), tokenHash: askerFrom(c).tokenHash, declared: raw['declared'] }
    const now = { ...ctx, key }
    const { id } = await (ctx.actor.accountId ? perform(now, fileAssisted, own) : perform(now, fileDraft, own))
    return go(c, dossierPath(c, id), 'filing.file.done')
  } catch (fault) {
    return notFiled(c, dossier, typed, fault)
  }
}

async function notFiled(c: WebContext, dossier: Dossier, typed: Returned['typed'], fault: unknown): Promise<Answer> {
  if (fault instanceof Problem && fault.key === 'filing.file.form_changed')
    return c.redirect(pathOf(dossier, 'phien-ban-moi'), 303)
  // Pressed twice: the first press has filed it.
  if (fault instanceof Problem && fault.kind === 'missing') {
    const filed = await enterDraft(c)
    if (filed instanceof Response) return filed
  }
  return reviewPage(c, returned(typed, fault))
}

async function carriedPage(c: WebContext): Promise<Answer> {
  const dossier = await enterDraft(c)
  if (dossier instanceof Response) return dossier
  if (!isOutdated(dossier)) return c.redirect(`/to-khai/${dossier.draft.id}`, 303)
  const { carried, from, to } = await carriedOver(c.var.ctx, dossier.draft, askerFrom(c).tokenHash)
  return <CarriedPage dossier={dossier} dropped={carried.dropped} from={from} to={to} />
}

async function answerCarry(c: WebContext): Promise<Answer> {
  const own = { id: idOf(c), tokenHash: askerFrom(c).tokenHash }
  await perform({ ...c.var.ctx, key: undefined }, carryDraftOver, own)
  return go(c, `/to-khai/${idOf(c)}`, 'filing.review.carried')
}

export const reviewPages: readonly Route[] = [
  get('/to-khai/:id/xem-lai', 'public', (c) => reviewPage(c)),
  post('/to-khai/:id/nop-ho-so', 'public', answerFile),
  get('/to-khai/:id/phien-ban-moi', 'public', carriedPage),
  post('/to-khai/:id/phien-ban-moi', 'public', answerCarry),
]
