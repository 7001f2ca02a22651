/** Filling in, page by page; without JavaScript by sending each page, with it also by each change. */
import { checkForm } from '#fields/check-form.ts'
import type { Typed } from '#fields/filled.ts'
import { readAnswers, typedOf } from '#fields/read-answers.ts'
import { newlyAsked, problemsOn, type Step, stepAfter, stepAt, stepNear, stepsOf } from '#fields/steps.ts'
import { walk } from '#fields/walk.ts'
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { type FieldProblem, Problem, refuse } from '#kernel/problem.ts'
import { readForm } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { momentText } from '#ui/figures.ts'
import { go } from '#ui/go.ts'
import { itemOf } from '#modules/uploads/public.ts'
import { askerFrom, knownBrowser } from './browser.pages.ts'
import { adoptDraft } from './draft.commands.ts'
import { doorOf, isToBeAdopted } from './draft.ts'
import { findDraft, findStash, keepStash, letInto, type Stash } from './draft.store.ts'
import { mustHelp } from './consent.store.ts'
import { type Dossier, isOutdated, openDossier } from './dossier.store.ts'
import { saveDraft } from './fill.commands.ts'
import { takeSentFiles } from './file.pages.ts'
import { seenBooks } from './file.store.ts'
import { FillPage, type Both } from './fill.views.tsx'
import { findApplicationOfDraft } from './filed-draft.store.ts'

export const idOf = (c: WebContext) => c.req.param('id') ?? ''
const stepOfPath = (c: WebContext) => c.req.param('step') ?? ''
export const pathOf = ({ draft }: Pick<Dossier, 'draft'>, step: string) => `/to-khai/${draft.id}/${step}`

const listPath = (c: WebContext): string => (c.var.ctx.actor.accountId ? '/mot-cua/lam-giup' : '/ho-so')

/** Of a dossier that was filed: helpers have pages of their own. */
export const dossierPath = (c: WebContext, id: string): string =>
  c.var.ctx.actor.accountId ? `/mot-cua/lam-giup/${id}` : `/ho-so/${id}`

/** The draft of the address, if it is theirs; one that was filed meanwhile leads to its dossier. */
export async function enterDraft(c: WebContext, sent: readonly string[] = []): Promise<Dossier | Response> {
  const { ctx } = c.var
  const asker = askerFrom(c)
  let draft = await findDraft(ctx.db, idOf(c))
  if (!draft) {
    const filed = await findApplicationOfDraft(ctx, idOf(c))
    if (filed) return c.redirect(dossierPath(c, filed.id), 303)
  }
  draft = letInto(draft, asker)
  if (isToBeAdopted(draft, asker)) {
    await perform({ ...ctx, key: undefined }, adoptDraft, { id: draft.id, tokenHash: asker.tokenHash })
    draft = letInto(await findDraft(ctx.db, draft.id), asker)
  }
  if (ctx.actor.accountId) await mustHelp(ctx, draft)
  return openDossier(ctx, draft, asker, { sent })
}

export const stepsIn = ({ form, whole, books }: Dossier) => stepsOf(form, walk(form, whole.answers, books.today))

/** Where one goes on: the page that was saved last, or the first. */
async function goOn(c: WebContext): Promise<Answer> {
  const dossier = await enterDraft(c)
  if (dossier instanceof Response) return dossier
  if (isOutdated(dossier)) return c.redirect(pathOf(dossier, 'phien-ban-moi'), 303)
  const steps = stepsIn(dossier)
  const step = dossier.draft.step ? stepNear(dossier.form, steps, dossier.draft.step) : steps[0]
  return c.redirect(pathOf(dossier, step?.key ?? 'xem-lai'), 303)
}

type Shown = {
  /** What stands in the controls, when that is not what is kept. */
  readonly typed?: Typed
  readonly problems?: 'all' | 'none'
  /** Beside those of the form. */
  readonly more?: readonly FieldProblem[]
  readonly both?: readonly Both[]
  readonly stash?: Stash | undefined
  readonly status?: number
}

const sentFiles = (c: WebContext, { uploads }: Dossier) => ({
  items: new Map(uploads.map((upload) => [upload.id, itemOf(upload)])),
  megabytes: Math.floor(c.var.intake.most / 1_000_000),
})

function fillPage(c: WebContext, dossier: Dossier, step: Step, shown: Shown = {}): Answer {
  const { form, whole, filled } = dossier
  const books = seenBooks(dossier)
  const { problems, warnings } = checkForm(form, whole, books)
  const page = (
    <FillPage
      dossier={{ ...dossier, books: { ...books, sent: sentFiles(c, dossier) } }}
      steps={stepsIn(dossier)}
      step={step}
      typed={{ ...typedOf(form, filled), ...shown.typed }}
      problems={[...(shown.more ?? []), ...(shown.problems === 'all' ? problemsOn(step, problems) : [])]}
      warnings={problemsOn(step, warnings)}
      both={shown.both ?? []}
      restoredAt={shown.stash?.keptAt ?? null}
      newQuestions={c.req.query('them') !== undefined}
      isSignedIn={c.var.ctx.actor.citizen !== null}
      pen={newId(c.var.ctx.now)}
    />
  )
  return shown.status === undefined ? page : { status: shown.status, page }
}

async function showStep(c: WebContext): Promise<Answer> {
  const dossier = await enterDraft(c)
  if (dossier instanceof Response) return dossier
  if (isOutdated(dossier)) return c.redirect(pathOf(dossier, 'phien-ban-moi'), 303)
  const steps = stepsIn(dossier)
  const step = stepAt(steps, stepOfPath(c))
  if (!step) {
    const near = stepNear(dossier.form, steps, stepOfPath(c))
    return c.redirect(pathOf(dossier, near?.key ?? 'xem-lai'), 303)
  }
  const { tokenHash } = askerFrom(c)
  const found = tokenHash === null ? undefined : await findStash(c.var.ctx.db, tokenHash, dossier.draft.id)
  const stash = found?.step === step.key ? found : undefined
  const problems = c.req.query('loi') === undefined ? 'none' : 'all'
  return fillPage(c, dossier, step, { problems, ...(stash && { typed: stash.typed, stash }) })
}

/** What the page adds to what was filled in. */
const own = new Set(['_revision', '_pen', '_key', '_later'])
const withoutOwn = (typed: Typed): Typed => Object.fromEntries(Object.entries(typed).filter(([name]) => !own.has(name)))

const one = (typed: Typed, name: string): string => [typed[name] ?? ''].flat()[0] ?? ''

/**
 * A session that has ended must cost nothing: what was typed is kept for this browser, and given back once its owner has
 * signed in again. Nobody learns from it whether there is such a draft.
 */
async function keepForLater(c: WebContext, typed: Typed, step: string): Promise<void> {
  const { ctx } = c.var
  const draft = await findDraft(ctx.db, idOf(c))
  if (doorOf(draft, askerFrom(c)) !== 'sign_in') return
  const tokenHash = knownBrowser(c)
  if (draft) await keepStash(ctx.db, { tokenHash, draftId: draft.id, step, typed, now: ctx.now })
}

const writing = (c: WebContext, typed: Typed) => ({
  id: idOf(c),
  tokenHash: askerFrom(c).tokenHash,
  revision: one(typed, '_revision') || '0',
  pen: one(typed, '_pen'),
})

async function saveStep(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const step = stepOfPath(c)
  await keepForLater(c, withoutOwn(typed), step)
  const before = await enterDraft(c)
  if (before instanceof Response) return before
  const { sent, problems, acted } = await takeSentFiles(c, before, withoutOwn(typed), raw)
  try {
    const input = { ...writing(c, typed), step, sent, whole: true }
    const { at } = await perform({ ...c.var.ctx, key: undefined }, saveDraft, input)
    const after = await enterDraft(c)
    if (after instanceof Response) return after
    if (acted || problems.length) return filesAgain(c, after, step, problems)
    if (at !== null) return c.redirect(`${pathOf(after, step)}${at && `#${at}`}`, 303)
    return typed['_later'] === undefined ? afterSaving(c, before, after) : go(c, listPath(c), 'filing.fill.kept')
  } catch (fault) {
    if (fault instanceof Problem && fault.key === 'filing.draft.moved_on') return movedOn(c, before, sent)
    throw fault
  }
}

/** Something was done to a file, or one was not taken: the page once more, with what is kept of the others. */
function filesAgain(c: WebContext, dossier: Dossier, key: string, problems: readonly FieldProblem[]): Answer {
  const step = stepAt(stepsIn(dossier), key)
  if (!step || problems.length === 0) return c.redirect(pathOf(dossier, key), 303)
  return fillPage(c, dossier, step, { more: problems, status: 422 })
}

/** The next page; this one again when something on it is to be put right, or has come up by what was answered. */
function afterSaving(c: WebContext, before: Dossier, after: Dossier): Answer {
  const { form, whole, books } = after
  const steps = stepsIn(after)
  const step = stepAt(steps, stepOfPath(c))
  if (!step) return c.redirect(pathOf(after, stepNear(form, steps, stepOfPath(c))?.key ?? 'xem-lai'), 303)
  const brought = newlyAsked(
    step,
    walk(form, before.whole.answers, books.today),
    walk(form, whole.answers, books.today),
  )
  const problems = problemsOn(step, checkForm(form, whole, seenBooks(after)).problems)
  const isNew = (path: string) => brought.some((name) => path === name || path.startsWith(`${name}.`))
  if (problems.length > 0 && problems.every(({ path }) => isNew(path)))
    return c.redirect(`${pathOf(after, step.key)}?them=1#${brought[0] ?? ''}`, 303)
  if (problems.length > 0) return fillPage(c, after, step, { problems: 'all', status: 422 })
  return c.redirect(pathOf(after, stepAfter(steps, step.key)?.key ?? 'xem-lai'), 303)
}

/** Both are shown: what stands there now, and what was just typed, which would take its place. */
function movedOn(c: WebContext, dossier: Dossier, sent: Typed): Answer {
  const step = stepAt(stepsIn(dossier), stepOfPath(c))
  if (!step) return refuse('conflict', 'filing.draft.moved_on')
  return fillPage(c, dossier, step, { typed: sent, both: differences(dossier, step, sent), status: 409 })
}

function differences({ form, filled, knowns, books }: Dossier, step: Step, sent: Typed): Both[] {
  const there = typedOf(form, filled)
  const here = typedOf(form, readAnswers({ form, filled, knowns, books, page: step.questions }, sent))
  const text = (typed: Typed, name: string) => [typed[name] ?? ''].flat().join(', ')
  const names = [...new Set([...Object.keys(there), ...Object.keys(here)])]
  return names.flatMap((name) => {
    const both = { name, here: text(here, name), there: text(there, name) }
    return both.here === both.there ? [] : [both]
  })
}

/** JSON for the browser's own saving: what was saved and when, or why not. */
async function autosave(c: WebContext): Promise<Response> {
  const { typed } = await readForm(c)
  const step = c.req.query('phan') ?? ''
  const sent = withoutOwn(typed)
  try {
    await keepForLater(c, sent, step)
    const saved = await perform({ ...c.var.ctx, key: undefined }, saveDraft, {
      ...writing(c, typed),
      step,
      sent,
      whole: false,
    })
    const after = await enterDraft(c)
    if (after instanceof Response) return c.json({ code: 'filing.draft.missing' }, 404)
    const { problems } = checkForm(after.form, after.whole, seenBooks(after))
    const about = problems.filter(({ path }) =>
      Object.keys(sent).some((name) => name === path || name.startsWith(`${path}.`)),
    )
    return c.json({
      savedAt: momentText(c.var.ctx.now),
      revision: saved.revision,
      problems: about.map(({ path, key }) => ({ path, code: key })),
    })
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault
    return c.json(
      { code: fault.key, problems: fault.fields.map(({ path, key }) => ({ path, code: key })) },
      fault.status,
    )
  }
}

export const fillPages: readonly Route[] = [
  get('/to-khai/:id', 'public', goOn),
  get('/to-khai/:id/:step', 'public', showStep),
  post('/to-khai/:id/tu-luu', 'public', autosave),
  post('/to-khai/:id/:step', 'public', saveStep),
]
