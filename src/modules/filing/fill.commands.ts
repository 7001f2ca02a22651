/** Writing in a draft: a page as it was sent, one answer of it, or answers that another system gives. */
import { z } from 'zod'
import { carryOver } from '#fields/carry-over.ts'
import { blanksOf, type Filled, nameOf, put, rowsOf, type Typed } from '#fields/filled.ts'
import { actionOf, afterAction } from '#fields/form-action.ts'
import type { Answer, Answers } from '#fields/form.ts'
import { readAnswers } from '#fields/read-answers.ts'
import { allSteps, stepAt } from '#fields/steps.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { type Dossier, openDossier } from './dossier.store.ts'
import { formOfDossier, papersHeld } from './dossier-form.ts'
import { aboutDraft, askerOf, Own, updated } from './draft.commands.ts'
import { type Asker, type Draft, objectionToWrite } from './draft.ts'
import { dropStash, holdDraft, updateDraft } from './draft.store.ts'
import { uploadsIn } from './file-names.ts'
import { keepFiles } from './file.store.ts'
import { getOpenService } from './service.store.ts'

/** More than the longest form of ours holds; what is larger is a file. */
const mostText = 400_000

const Sent = z.record(z.string().max(200), z.union([z.string(), z.array(z.string())]))

const Writing = {
  revision: z.coerce.number().int(),
  /** Of the page that writes; the one that wrote last may write again. */
  pen: z.string().max(60).default(''),
}

async function holdToWrite(
  ctx: Ctx,
  { id, tokenHash }: z.output<typeof Own>,
  writing: { revision: number; pen: string },
) {
  const draft = await holdDraft(ctx.db, id, askerOf(ctx, tokenHash))
  const objection = objectionToWrite(draft, writing)
  if (objection) refuse('conflict', objection)
  return draft
}

type More = { readonly pen: string; readonly step: string; readonly asker: Asker }

async function keep(ctx: Ctx, draft: Draft, { answers, unread, wrong }: Filled, { asker, ...more }: More) {
  const change = { answers, typed: unread, disputed: wrong }
  if (JSON.stringify(change).length > mostText) refuse('too_large', 'kernel.too_large')
  const moved = updated(ctx)
  await keepFiles(ctx, { ...draft, answers, typed: unread }, asker, moved.expiresOn)
  return updateDraft(ctx.db, draft.id, { ...change, ...more }, moved)
}

/** What a page sent, read into the draft. `at`: where on the page one goes on after a button inside of it. */
function readPage(dossier: Dossier, sent: Typed, step: string, whole: boolean): { filled: Filled; at: string | null } {
  const { form, filled, knowns, books } = dossier
  const page = whole ? (stepAt(allSteps(form), step)?.questions ?? new Set<string>()) : undefined
  const read = readAnswers({ form, filled, knowns, books, page }, sent)
  const action = actionOf(form, sent)
  return action ? afterAction(form, read, action, knowns) : { filled: read, at: null }
}

/** `whole`: the page itself was sent, so what it left empty is empty; else only what is named was changed. */
export const saveDraft = command({
  name: 'filing.draft.save',
  needs: 'public',
  input: Own.extend({ ...Writing, step: z.string().max(60), sent: Sent, whole: z.boolean() }),
  run: async (ctx, { tokenHash, revision, pen, step, sent, whole, ...own }) => {
    const draft = await holdToWrite(ctx, { ...own, tokenHash }, { revision, pen })
    const dossier = await openDossier(ctx, draft, askerOf(ctx, tokenHash), { sent: uploadsIn(sent) })
    const { filled, at } = readPage(dossier, sent, step, whole)
    if (tokenHash && whole) await dropStash(ctx.db, tokenHash, draft.id)
    const asker = askerOf(ctx, tokenHash)
    return { id: draft.id, revision: await keep(ctx, draft, filled, { pen, step, asker }), at }
  },
  about: aboutDraft,
  detail: ({ revision }, { step }) => ({ revision, step }),
})

/** Answers as they are kept; `null` takes one away. Unknown names are refused, wrong answers are told when it is filed. */
export const answerDraft = command({
  name: 'filing.draft.answer',
  needs: 'public',
  input: Own.extend({ ...Writing, answers: z.record(z.string(), z.unknown()) }),
  run: async (ctx, { tokenHash, revision, pen, answers, ...own }) => {
    const draft = await holdToWrite(ctx, { ...own, tokenHash }, { revision, pen })
    const { form, filled } = await openDossier(ctx, draft, askerOf(ctx, tokenHash))
    const sections = form.sections.filter(({ repeat, name }) => repeat && Object.hasOwn(answers, name))
    const rows = sections.map(({ name }) => [name, answers[name] ?? undefined] as const)
    const blanks = blanksOf(form, (section) => rowsOf(section, filled.answers).length).filter(({ row }) => row === null)
    const known = new Set([...sections.map(({ name }) => name), ...blanks.map(nameOf)])
    const unknown = Object.keys(answers).find((name) => !known.has(name))
    if (unknown !== undefined) refuse('invalid', 'filing.draft.no_question', { name: unknown })
    const plain = blanks
      .filter((blank) => Object.hasOwn(answers, nameOf(blank)))
      .reduce<Answers>((so, blank) => put(blank, so, (answers[nameOf(blank)] ?? undefined) as Answer), filled.answers)
    const next = { ...plain, ...Object.fromEntries(rows) } as Answers
    const more = { pen, step: draft.step, asker: askerOf(ctx, tokenHash) }
    return { id: draft.id, revision: await keep(ctx, draft, { ...filled, answers: next }, more) }
  },
  about: aboutDraft,
  detail: ({ revision }) => ({ revision }),
})

/** Under the form as it is now. What it no longer asks is set aside and named; nothing is lost. */
export const carryDraftOver = command({
  name: 'filing.draft.carry_over',
  needs: 'public',
  input: Own,
  run: async (ctx, { tokenHash, id }) => {
    const asker = askerOf(ctx, tokenHash)
    const draft = await holdDraft(ctx.db, id, asker)
    const { version } = await getOpenService(ctx, draft.procedureCode)
    const { carried, caseCode } = await carriedOver(ctx, draft, tokenHash)
    const { answers, unread: typed, wrong: disputed } = carried.filled
    const change = { serviceVersion: version, caseCode, answers, typed, disputed, setAside: carried.aside }
    const moved = updated(ctx)
    await keepFiles(ctx, { ...draft, ...change }, asker, moved.expiresOn)
    return { id, revision: await updateDraft(ctx.db, id, change, moved) }
  },
  about: aboutDraft,
  detail: ({ revision }) => ({ revision }),
})

/** What the draft becomes under the form in force; a case that is no longer there falls to the first. */
export async function carriedOver(ctx: Ctx, draft: Draft, tokenHash: string | null) {
  const { form: from, filled, books, knowns } = await openDossier(ctx, draft, askerOf(ctx, tokenHash))
  const { service } = await getOpenService(ctx, draft.procedureCode)
  const kept = service.cases.find(({ code }) => code === draft.caseCode) ?? service.cases[0]
  const caseCode = kept?.code ?? draft.caseCode
  const to = formOfDossier(service, caseCode, papersHeld(service, caseCode, knowns))
  return { carried: carryOver({ from, to }, filled, draft.setAside, books), caseCode, from, to }
}
