/** Asking once for everything that is wanting, and taking what comes. */
import { countsAnew, objectionToAskSupplement } from '#modules/clock/public.ts'
import { z } from 'zod'
import { checkForm } from '#fields/check-form.ts'
import { nothingYet } from '#fields/filled.ts'
import type { Answers, FileAnswer, FormDefinition } from '#fields/form.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { type FieldProblem, Problem, refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { dayText } from '#ui/figures.ts'
import { asAnswers, booksFor, formOfDossier } from '#modules/filing/public.ts'
import { claimUploads, type UploadOwner } from '#modules/uploads/public.ts'
import { change, type Changed, refuseIf } from './act.store.ts'
import type { Docket } from './docket.store.ts'
import { askedBack, firstObjection, objectionToHandle, objectionToMove, type Resume } from './dossier.ts'
import { citing } from './grounds.ts'
import { about, hold, holdOwn, One, Reason } from './hold.commands.ts'
import { holdAtDesk } from './reception.commands.ts'
import { answerSupplement, findOpenSupplement, insertFiles, insertSupplement } from './supplement.store.ts'
import { askedAgain, Defects, formOfAnswer, objectionToDueOn, type Supplement } from './supplement.ts'
import { findDossier } from './dossier.store.ts'

const Asking = z.object({ ...One, defects: Defects, dueOn: DayInput })
type Asking = z.output<typeof Asking>

/** Before reception it is the desk's; afterwards of whoever has it. */
async function holdToAsk(ctx: Ctx, one: { id: string; revision?: number | undefined }): Promise<Docket> {
  const dossier = await findDossier(ctx.db, one.id)
  if (!dossier?.receivedAt) return (await holdAtDesk(ctx, one)).docket
  const docket = await hold(ctx, one)
  if (docket.dossier.state === 'processing') refuseIf(objectionToHandle(docket.dossier, ctx.actor))
  return docket
}

async function ask(ctx: Ctx, { defects, dueOn, ...one }: Asking, again: { reason: string } | null): Promise<Changed> {
  const docket = await holdToAsk(ctx, one)
  const { dossier, clock, rules, calendar } = docket
  refuseIf(firstObjection(objectionToMove(dossier, 'awaiting_supplement'), askedBack(dossier)))
  refuseIf(objectionToAskSupplement({ clock, rules, bySupervisor: again !== null }))
  const late = objectionToDueOn(dueOn, dayOf(ctx.now))
  if (late) refuseField('dueOn', late)
  const asked = {
    id: newId(ctx.now),
    no: clock.supplements + 1,
    askedAt: ctx.now,
    askedBy: ctx.actor.accountId ?? '',
    unitId: ctx.actor.unitId ?? dossier.unitId,
    stage: dossier.receivedAt ? ('after_reception' as const) : ('before_reception' as const),
    dueOn,
    reason: again?.reason ?? null,
    restarts: countsAnew({ startsAt: clock.startsAt, askedAt: ctx.now, rules, calendar }),
  }
  await insertSupplement(ctx.db, dossier.id, asked, defects)
  const text = defects.map(({ label, what }) => `${label}: ${what}`).join(' ')
  return change(ctx, docket, {
    action: 'ask_supplement',
    to: 'awaiting_supplement',
    set: { resume: dossier.state as Resume, awaitedUntil: dueOn },
    clock: [{ kind: 'supplement_asked' }],
    note: again?.reason ?? null,
    detail: { supplement: asked.no, defects: defects.length, due: dueOn, restarts: asked.restarts },
    params: { count: defects.length, until: dayText(dueOn), text },
  })
}

export const askSupplement = command({
  name: 'dossiers.supplement.ask',
  needs: 'dossiers.ask',
  input: Asking,
  rule: citing('supplement'),
  run: (ctx, input) => ask(ctx, input, null),
  about,
  detail: (_, { defects }) => ({ defects: defects.map(({ at, kind }) => ({ at, kind })) }),
})

/** A second time: only by whoever answers for it, with a reason, having seen what it costs (index 766, 2.1). */
export const askSupplementAgain = command({
  name: 'dossiers.supplement.ask_again',
  needs: 'dossiers.supervise',
  input: Asking.extend({ reason: Reason.min(10), seen: z.union([z.literal(true), z.literal('true')]) }),
  rule: citing('supplement'),
  run: (ctx, { reason, ...input }) => ask(ctx, input, { reason }),
  about,
  detail: (_, { defects, reason }) => ({ reason, defects: defects.map(({ at, kind }) => ({ at, kind })) }),
})

/** The form as it was filed, papers among its questions. */
export const formOf = ({ service, application }: Pick<Docket, 'service' | 'application'>): FormDefinition =>
  formOfDossier(service, application.caseCode, new Set())

const Said = z.record(z.string().max(80), z.string().trim().max(2000)).default({})

type Given = { readonly answers: Answers; readonly said: Supplement['said'] }

/** What was asked for and is neither answered nor explained. */
function silentOn(supplement: Supplement, form: FormDefinition, said: Supplement['said']): FieldProblem[] {
  const again = askedAgain(form, supplement.defects)
  return supplement.defects.flatMap(({ at }, index) =>
    again.has(at) || said[at] ? [] : [{ path: `said.${index}`, key: 'input.needed' as const }],
  )
}

/** Files are named by their ids and become part of the dossier, in the transaction of the answer. */
async function judged(
  ctx: Ctx,
  docket: Docket,
  supplement: Supplement,
  { answers, said }: Given,
  owners: UploadOwner[],
) {
  const whole = formOf(docket)
  const form = formOfAnswer(whole, supplement.defects, said)
  const silent = silentOn(supplement, whole, said)
  if (!form) {
    if (silent.length > 0) throw new Problem('invalid', 'kernel.check_the_form', {}, silent)
    return { filed: {}, files: [] }
  }
  const asked = form.sections.flatMap(({ questions }) => questions)
  const isFile = (name: string) => asked.some((one) => one.name === name && one.kind === 'file')
  const idsOf = (name: string): string[] => [answers[name] ?? []].flat().filter((id) => typeof id === 'string')
  const ids = asked.filter(({ kind }) => kind === 'file').flatMap(({ name }) => idsOf(name))
  const claimed = ids.length ? await claimUploads(ctx, ids, owners, about(docket.dossier)) : []
  const uploads = asAnswers(claimed)
  const read = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      isFile(name) ? idsOf(name).flatMap((id) => uploads.get(id) ?? []) : value,
    ]),
  )
  const books = await booksFor(ctx, form, claimed)
  const { problems, filed } = checkForm(form, { ...nothingYet, answers: read }, books)
  if (problems.length + silent.length > 0)
    throw new Problem('invalid', 'kernel.check_the_form', {}, [...problems, ...silent])
  const files = asked
    .filter(({ kind }) => kind === 'file')
    .flatMap(({ name }) => ((filed[name] ?? []) as readonly FileAnswer[]).map((file) => ({ ...file, question: name })))
  return { filed, files }
}

async function finishSupplement(
  ctx: Ctx,
  docket: Docket,
  supplement: Supplement,
  done: Given & { how: string; files: readonly (FileAnswer & { question: string })[]; note?: string | null },
): Promise<Changed> {
  const { dossier } = docket
  const { answers, said, how, files } = done
  await answerSupplement(ctx.db, supplement.id, { answers, said, how, at: ctx.now })
  const rows = files.map((file) => ({ ...file, supplementId: supplement.id, at: ctx.now }))
  await insertFiles(ctx.db, dossier.id, rows)
  return change(ctx, docket, {
    action: 'answer_supplement',
    to: dossier.resume ?? 'processing',
    set: { resume: null, awaitedUntil: null },
    clock: [{ kind: 'supplemented' }, ...(supplement.restarts ? [{ kind: 'restarted' as const }] : [])],
    note: done.note ?? null,
    detail: { supplement: supplement.no, how, files: files.length, restarts: supplement.restarts },
  })
}

async function openSupplementOf(ctx: Ctx, { dossier }: Docket): Promise<Supplement> {
  if (dossier.state !== 'awaiting_supplement') return refuse('conflict', 'dossiers.supplement.not_asked')
  return (await findOpenSupplement(ctx.db, dossier.id)) ?? refuse('conflict', 'dossiers.supplement.not_asked')
}

export const completeDossier = command({
  name: 'dossiers.supplement.complete',
  needs: 'citizen',
  input: z.object({ id: One.id, answers: z.record(z.string(), z.unknown()).default({}), said: Said }),
  rule: citing('supplement'),
  run: async (ctx, { id, answers, said }): Promise<Changed> => {
    const docket = await holdOwn(ctx, id)
    const supplement = await openSupplementOf(ctx, docket)
    const owners: UploadOwner[] = [{ kind: 'party', id: docket.dossier.partyId }]
    const given = { answers: answers as Answers, said }
    const { filed, files } = await judged(ctx, docket, supplement, given, owners)
    return finishSupplement(ctx, docket, supplement, { answers: filed, said, how: 'online', files })
  },
  about,
})

/** Brought to the desk, or by post: the desk says what came, and may add what it photographed. */
export const takeSupplement = command({
  name: 'dossiers.supplement.take',
  needs: 'dossiers.receive',
  input: z.object({
    ...One,
    how: z.enum(['direct', 'post']),
    note: Reason.min(5),
    files: z.array(z.uuid()).max(50).default([]),
  }),
  rule: citing('supplement'),
  run: async (ctx, { how, note, files: ids, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'receiving')
    const supplement = await openSupplementOf(ctx, docket)
    const owners: UploadOwner[] = [{ kind: 'account', id: ctx.actor.accountId ?? '' }]
    const claimed = ids.length ? await claimUploads(ctx, ids, owners, about(docket.dossier)) : []
    const uploads = asAnswers(claimed)
    const files = ids.flatMap((id) => {
      const file = uploads.get(id)
      return file ? [{ ...file, question: '' }] : []
    })
    return finishSupplement(ctx, docket, supplement, { answers: {}, said: {}, how, files, note })
  },
  about,
})
