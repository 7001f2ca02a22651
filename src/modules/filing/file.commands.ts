/** Filing: the draft becomes an application, with its receipt, once; its owner is told. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { checkForm } from '#fields/check-form.ts'
import { inWords } from '#fields/words.ts'
import { command, Lastly } from '#kernel/command.ts'
import { together } from '#kernel/db/together.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { Problem, refuse } from '#kernel/problem.ts'
import { inLocale, t } from '#kernel/text.ts'
import { type Application, maskedNumber, ownSystem } from './application.ts'
import { insertApplication } from './application.store.ts'
import { type DossierToFile, openDossierToFile } from './dossier.store.ts'
import { askerOf, Own } from './draft.commands.ts'
import { takeDraft } from './draft.store.ts'
import { objectionToFile, type Ground } from './file.ts'
import { releaseRest } from './file.store.ts'
import { listFiled } from './receipt-content.ts'
import { sealReceipt, type ReceiptHead } from './receipt.ts'
import { signingKey } from './receipt-key.store.ts'
import { feesOf } from './reckoning.ts'
import { chanceNeeded, requestCode } from './request-code.ts'
import { tellOwner } from './telling.store.ts'
import { getProfile } from './party.store.ts'
import type { Profile } from '#modules/identity/public.ts'
import { getReceiverName } from './receiver.store.ts'
import { mustActFor } from './representation.store.ts'

/** Whose it is, by whom, on what ground. */
export type Filer = Pick<
  Application,
  'partyId' | 'personId' | 'relation' | 'accountId' | 'consentId' | 'clientId' | 'clientReference' | 'assurance'
>

export const aboutFiled = ({ id }: { id: string }) => `filing.application/${id}`

/** All that stands against it is told at once, each at its field. `id`: the application its files were claimed for. */
export async function fileDossier(ctx: Ctx, id: string, dossier: DossierToFile, filer: Filer) {
  const { draft, service, form, books, whole } = dossier
  const { problems, filed: answers } = checkForm(form, whole, books)
  if (problems.length) throw new Problem('invalid', 'kernel.check_the_form', {}, problems)
  const receiverId = draft.receiverId ?? refuse('conflict', 'filing.file.no_receiver')
  const fees = feesOf(service, { ...draft, answers, today: books.today })
  const { content, files } = listFiled(form, answers, books, fees)
  const code = requestCode(randomBytes(chanceNeeded))
  const receiver = await getReceiverName(ctx, receiverId)
  const owner = dossier.whose?.party ?? (await getProfile(ctx.db, filer.partyId))
  const head = headOf(ctx, { dossier, filer, owner, code, receiver, feeTotal: fees.total })
  const receipt = sealReceipt({ head, ...content }, await signingKey(ctx))
  const rows = {
    ...filer,
    id,
    requestCode: code,
    draftId: draft.id || null,
    procedureCode: draft.procedureCode,
    serviceVersion: draft.serviceVersion,
    title: head.procedure.title,
    caseCode: draft.caseCode,
    channel: draft.channel,
    authoritativeSystem: ownSystem,
    receiverId,
    answers,
    fees: fees.lines,
    feeTotal: fees.total,
    filedAt: ctx.now,
    receipt: receipt.text,
    receiptHash: receipt.hash,
    files,
  }
  const told = { id, requestCode: code, title: head.procedure.title }
  const uploads = new Set(files.map(({ uploadId }) => uploadId))
  return new Lastly({ id, code }, () =>
    together(
      insertApplication(ctx.db, rows),
      tellOwner(ctx, owner, told, 'filing.notice.filed'),
      releaseRest(ctx, dossier.uploads, uploads, aboutFiled({ id })),
    ),
  )
}

type Headed = { dossier: DossierToFile; filer: Filer; owner: Profile; code: string; receiver: string; feeTotal: number }

const headOf = (ctx: Ctx, { dossier, filer, owner, code, receiver, feeTotal }: Headed): ReceiptHead =>
  inLocale('vi', () => {
    const { draft, service, whose } = dossier
    const by = filer.personId === null ? ctx.actor.name : (whose?.person.name ?? ctx.actor.name)
    const chosen = service.cases.find((one) => one.code === draft.caseCode)
    return {
      assurance: filer.assurance,
      case: { code: draft.caseCode, title: chosen ? inWords(chosen.title) : draft.caseCode },
      channel: draft.channel,
      declaration: t('filing.file.declaration'),
      feeTotal,
      filedAt: ctx.now.toISOString(),
      filedBy: { name: by, relation: filer.relation },
      party: { name: owner.name, number: maskedNumber(owner.number) },
      procedure: { code: draft.procedureCode, title: inWords(service.title) },
      receiver,
      requestCode: code,
      serviceVersion: draft.serviceVersion,
    }
  })

/** The draft goes with the filing, so that two presses of the button are one. */
export async function openToFile(
  ctx: Ctx,
  own: z.output<typeof Own>,
  ground: Ground,
  id: string,
): Promise<DossierToFile> {
  const asker = askerOf(ctx, own.tokenHash)
  const draft = await takeDraft(ctx.db, own.id, asker)
  const dossier = await openDossierToFile(ctx, draft, asker, { usedBy: aboutFiled({ id }) })
  if (!dossier.open) return refuse('missing', 'filing.draft.not_offered')
  const objection = objectionToFile(draft, dossier.open, ground)
  if (objection) refuse('conflict', objection)
  return dossier
}

const noHelp = { accountId: null, consentId: null, clientId: null, clientReference: null }
export const Declared = { declared: z.literal([true, 'true']) }

export const fileDraft = command({
  name: 'filing.application.file',
  needs: 'citizen',
  input: Own.extend(Declared),
  run: async (ctx, own) => {
    const { citizen } = ctx.actor
    if (!citizen) return refuse('unauthenticated', 'kernel.citizen_sign_in_first')
    const { personId, partyId, assurance } = citizen
    const id = newId(ctx.now)
    const dossier = await openToFile(ctx, own, { assurance }, id)
    await mustActFor(ctx, citizen)
    const filer = { personId, partyId, relation: dossier.draft.relation, assurance, ...noHelp }
    return fileDossier(ctx, id, dossier, filer)
  },
  about: aboutFiled,
})
