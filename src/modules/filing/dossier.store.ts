/** A draft with everything that is needed to read it: its form, what it may choose from, what is known already. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Filled } from '#fields/filled.ts'
import type { FormDefinition, QuestionKind } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { type Knowns, withKnown } from '#fields/known.ts'
import { together } from '#kernel/db/together.ts'
import { dayOf } from '#kernel/time.ts'
import type { NamedUpload, Upload, UploadOwner } from '#modules/uploads/public.ts'
import type { PublishedService, Service } from '#modules/services/public.ts'
import { formOfDossier, papersHeld } from './dossier-form.ts'
import type { Asker, Draft } from './draft.ts'
import { uploadsIn, uploadsOf } from './file-names.ts'
import { asAnswers, claimFiles, listNamed, ownersOfDraft } from './file.store.ts'
import { knownsOf } from './known.store.ts'
import { type Whose, whoseIs } from './party.store.ts'
import { noPlaces, placesOf } from './place-book.store.ts'
import { unitsToday } from './receiver.store.ts'
import { findOpenService, getService } from './service.store.ts'

type Opened<File extends NamedUpload> = {
  readonly draft: Draft
  readonly whose: Whose
  /** The one it was begun under. */
  readonly service: Service
  /** The one in force; `null` when it was withdrawn. */
  readonly open: PublishedService | null
  readonly form: FormDefinition
  readonly books: Books
  /** Files that the answers name, whatever became of them. */
  readonly uploads: readonly File[]
  readonly knowns: Knowns
  /** As it was filled in. */
  readonly filled: Filled
  /** With what is known in its place: what would be filed. */
  readonly whole: Filled
}
export type Dossier = Opened<Upload>
/** Its files are claimed for what it becomes. */
export type DossierToFile = Opened<NamedUpload>

const asks = (form: FormDefinition, kind: QuestionKind) =>
  form.sections.some(({ questions }) => questions.some((question) => question.kind === kind))

const filledOf = ({ answers, typed, disputed }: Draft): Filled => ({ answers, unread: typed, wrong: disputed })

/** Other systems name files by their ids alone; what they are is looked up. */
function withFiles(filled: Filled, form: FormDefinition, { uploads }: Books): Filled {
  const names = form.sections.flatMap(({ questions }) =>
    questions.filter(({ kind }) => kind === 'file').map(({ name }) => name),
  )
  const looked = names.flatMap((name) => {
    const ids: unknown = filled.answers[name]
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return []
    return [[name, ids.flatMap((id: string) => uploads.get(id) ?? [])] as const]
  })
  return looked.length ? { ...filled, answers: { ...filled.answers, ...Object.fromEntries(looked) } } : filled
}

export async function booksFor(ctx: Ctx, form: FormDefinition, uploads: readonly NamedUpload[]): Promise<Books> {
  const today = dayOf(ctx.now)
  const units = asks(form, 'unit') ? await unitsToday(ctx) : []
  return {
    today,
    places: asks(form, 'place') ? await placesOf(ctx) : noPlaces,
    units: units.map(({ slug, name }) => ({ value: slug, label: name })),
    uploads: asAnswers(uploads),
  }
}

type More = {
  /** Ids of uploads that a form has just sent, beside those that the draft names. */
  readonly sent?: readonly string[]
  /** The service in force, when it is at hand already. */
  readonly open?: PublishedService
}

export const openDossier = (ctx: Ctx, draft: Draft, asker: Asker, more: More = {}): Promise<Dossier> =>
  openWith(ctx, draft, asker, more, (ids, owners) => listNamed(ctx.db, ids, owners))

/** `usedBy`: what the files become part of, in the same transaction. */
export const openDossierToFile = (
  ctx: Ctx,
  draft: Draft,
  asker: Asker,
  { usedBy, ...more }: More & { readonly usedBy: string },
): Promise<DossierToFile> => openWith(ctx, draft, asker, more, (ids, owners) => claimFiles(ctx, ids, owners, usedBy))

type FilesOf<File> = (ids: readonly string[], owners: readonly UploadOwner[]) => Promise<readonly File[]>

async function openWith<File extends NamedUpload>(
  ctx: Ctx,
  draft: Draft,
  asker: Asker,
  { sent = [], open: atHand }: More,
  filesOf: FilesOf<File>,
): Promise<Opened<File>> {
  const ids = [...new Set([...uploadsOf(draft.answers), ...uploadsIn(draft.typed), ...sent])]
  const [found, whose, uploads] = await together(
    atHand ? Promise.resolve(atHand) : findOpenService(ctx, draft.procedureCode),
    whoseIs(ctx.db, draft),
    filesOf(ids, ownersOfDraft(draft, asker)),
  )
  const open = found ?? null
  const isCurrent = open?.version === draft.serviceVersion
  const service = isCurrent ? open.service : await getService(ctx.db, draft.procedureCode, draft.serviceVersion)
  const knowns = await knownsOf(ctx, draft, formOfDossier(service, draft.caseCode, new Set()), whose)
  const form = formOfDossier(service, draft.caseCode, papersHeld(service, draft.caseCode, knowns))
  const books = await booksFor(ctx, form, uploads)
  const filled = withFiles(filledOf(draft), form, books)
  return {
    draft,
    whose,
    service,
    open,
    form,
    books,
    uploads,
    knowns,
    filled,
    whole: withKnown(form, filled, knowns, books),
  }
}

/** A newer form is in force than the one it was begun under. */
export const isOutdated = ({ draft, open }: Pick<Dossier, 'draft' | 'open'>): boolean =>
  open !== null && open.version !== draft.serviceVersion
