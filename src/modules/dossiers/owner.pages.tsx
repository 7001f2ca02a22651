/** What the owner of a dossier does after the desk has it: completes it, asks for it back, sees what came of it. */
import { nothingYet } from '#fields/filled.ts'
import { formPage } from '#fields/page.ts'
import { readAnswers } from '#fields/read-answers.ts'
import { stepsOf } from '#fields/steps.ts'
import { walk } from '#fields/walk.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { type FieldProblem, refuse } from '#kernel/problem.ts'
import { readForm, type Returned, returned, submit, type Typed } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { asAnswers, booksFor, getApplication } from '#modules/filing/public.ts'
import { findUploads, giveUsedUpload, itemOf, readUploads } from '#modules/uploads/public.ts'
import { openDocket } from './docket.store.ts'
import { isEnded, objectionToAskWithdrawal } from './dossier.ts'
import { getDossier } from './dossier.store.ts'
import { askWithdrawal } from './ending.commands.ts'
import { megabytesOf } from './dossier.pages.tsx'
import { CompletePage, ResultsPage, WithdrawalPage } from './owner.views.tsx'
import { listResults } from './result.store.ts'
import { completeDossier, formOf } from './supplement.commands.ts'
import { findOpenSupplement } from './supplement.store.ts'
import { askedAgain, formOfAnswer } from './supplement.ts'

const idOf = (c: WebContext): string => c.req.param('id') ?? ''

/** Theirs, or none. */
async function own(ctx: Ctx, id: string) {
  await getApplication(ctx, id)
  return getDossier(ctx.db, id)
}

type Shown = { typed?: Typed; problems?: readonly FieldProblem[]; status?: number }

async function openAnswer(c: WebContext, said: Record<string, string> = {}) {
  const { ctx } = c.var
  const dossier = await own(ctx, idOf(c))
  const supplement = await findOpenSupplement(ctx.db, dossier.id)
  if (!supplement) return refuse('conflict', 'dossiers.supplement.not_asked')
  const docket = await openDocket(ctx, dossier)
  const whole = formOf(docket)
  return {
    dossier,
    supplement,
    docket,
    form: formOfAnswer(whole, supplement.defects, said),
    again: askedAgain(whole, supplement.defects),
  }
}

type Opened = Awaited<ReturnType<typeof openAnswer>>

/** What stands in the controls: what was filed for a question, what was typed when the page comes back. */
async function answerPage(c: WebContext, opened: Opened, shown: Shown = {}): Promise<Answer> {
  const { ctx } = c.var
  const { dossier, supplement, docket, form, again } = opened
  const typed = shown.typed ?? {}
  const names = form?.sections.flatMap(({ questions }) => questions) ?? []
  const ids = names.flatMap(({ name, kind }) => (kind === 'file' ? [typed[name] ?? []].flat() : []))
  const uploads = ids.length ? await findUploads(ctx.db, ids, [{ kind: 'party', id: dossier.partyId }]) : []
  const items = new Map(uploads.map((upload) => [upload.id, itemOf(upload)]))
  const books = form && { ...(await booksFor(ctx, form, uploads)), sent: { items, megabytes: megabytesOf(c) } }
  const filed = names.filter(({ kind }) => kind !== 'file').map(({ name }) => [name, docket.application.answers[name]])
  const before = { ...nothingYet, answers: Object.fromEntries(filed.filter(([, value]) => value !== undefined)) }
  const filled =
    form && books && shown.typed ? readAnswers({ form, filled: before, knowns: {}, books }, shown.typed) : before
  const step = form && books ? stepsOf(form, walk(form, filled.answers, books.today))[0] : undefined
  const page = (
    <CompletePage
      {...{ dossier, supplement, again }}
      page={form && books && step ? formPage({ form, filled, knowns: {}, books, step }) : null}
      typed={typed}
      problems={shown.problems ?? []}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return shown.status === undefined ? page : { status: shown.status, page }
}

const saidIn = (raw: Record<string, unknown>, opened: Opened): Record<string, string> => {
  const said = raw['said']
  const list = said !== null && typeof said === 'object' ? (said as Record<string, unknown>) : {}
  return Object.fromEntries(
    opened.supplement.defects.flatMap(({ at }, row) => {
      const text = list[String(row)]
      return typeof text === 'string' && text.trim() !== '' ? [[at, text.trim()]] : []
    }),
  )
}

async function answerComplete(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const first = await openAnswer(c)
  const said = saidIn(raw, first)
  const opened = await openAnswer(c, said)
  const { form, dossier } = opened
  const sent: Record<string, string | readonly string[]> = { ...typed }
  const problems: FieldProblem[] = []
  let acted = false
  for (const { name, kind } of form?.sections.flatMap(({ questions }) => questions) ?? []) {
    if (kind !== 'file') continue
    const taken = await readUploads(c, name)
    sent[name] = [...taken.ids]
    problems.push(...taken.problems)
    acted ||= taken.acted
  }
  if (acted || problems.length > 0)
    return answerPage(c, opened, { typed: sent, problems, status: problems.length > 0 ? 422 : 200 })
  const key = typeof raw['_key'] === 'string' && raw['_key'] ? raw['_key'] : undefined
  try {
    const answers = form ? await answersIn(c.var.ctx, opened, sent) : {}
    await perform({ ...c.var.ctx, key }, completeDossier, { id: dossier.id, answers, said })
    return go(c, `/ho-so/${dossier.id}`, 'dossiers.answering.done')
  } catch (fault) {
    const back = returned(typed, fault)
    return answerPage(c, opened, { typed: sent, problems: back.problems, status: back.status })
  }
}

/** As a machine would send them: files by their ids. */
async function answersIn(ctx: Ctx, { form, dossier }: Opened, typed: Typed): Promise<Record<string, unknown>> {
  if (!form) return {}
  const questions = form.sections.flatMap((section) => section.questions)
  const ids = questions.flatMap(({ name, kind }) => (kind === 'file' ? [typed[name] ?? []].flat() : []))
  const uploads = ids.length ? await findUploads(ctx.db, ids, [{ kind: 'party', id: dossier.partyId }]) : []
  const books = { ...(await booksFor(ctx, form, uploads)), uploads: asAnswers(uploads) }
  const { answers } = readAnswers({ form, filled: nothingYet, knowns: {}, books }, typed)
  const files = questions.filter(({ kind }) => kind === 'file').map(({ name }) => [name, [typed[name] ?? []].flat()])
  return { ...answers, ...Object.fromEntries(files) }
}

async function results(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const dossier = await own(ctx, idOf(c))
  return <ResultsPage dossier={dossier} results={await listResults(ctx.db, dossier.id)} />
}

/** Of a result, or of what they sent in later. */
async function giveFile(c: WebContext): Promise<Response> {
  const dossier = await own(c.var.ctx, idOf(c))
  const usedBy = `dossiers.dossier/${dossier.id}`
  return giveUsedUpload(c, c.req.param('upload') ?? '', 'show', { usedBy, purpose: usedBy })
}

async function withdrawalPage(c: WebContext, back?: Returned): Promise<Answer> {
  const dossier = await own(c.var.ctx, idOf(c))
  const objection = objectionToAskWithdrawal(dossier)
  if (objection && !back) refuse('conflict', isEnded(dossier) ? 'dossiers.dossier.ended' : objection)
  const page = <WithdrawalPage dossier={dossier} back={back} idempotencyKey={newId(c.var.ctx.now)} />
  return back ? { status: back.status, page } : page
}

async function answerWithdrawal(c: WebContext): Promise<Answer> {
  const done = await submit(c, askWithdrawal, { id: idOf(c) })
  return done.ok ? go(c, `/ho-so/${idOf(c)}`, 'dossiers.withdrawing.done') : withdrawalPage(c, done)
}

export const ownerPages: readonly Route[] = [
  get('/ho-so/:id/bo-sung', 'citizen', async (c) => answerPage(c, await openAnswer(c))),
  post('/ho-so/:id/bo-sung', 'citizen', answerComplete),
  get('/ho-so/:id/ket-qua', 'citizen', results),
  get('/ho-so/:id/ket-qua/:upload', 'citizen', giveFile),
  get('/ho-so/:id/xin-rut', 'citizen', (c) => withdrawalPage(c)),
  post('/ho-so/:id/xin-rut', 'citizen', answerWithdrawal),
]
