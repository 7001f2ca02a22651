/** Everything a citizen can do on a page up to filing, for apps and portals that act as the citizen. */
import { z } from 'zod'
import { checkForm } from '#fields/check-form.ts'
import { jsonSchemaOf } from '#fields/json-schema.ts'
import { act, change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { applicationApi } from './application.api.ts'
import { startAssisted } from './assist.commands.ts'
import { mustHelp } from './consent.store.ts'
import { type Dossier, openDossier } from './dossier.store.ts'
import { formOfDossier } from './dossier-form.ts'
import { askerOf, eraseDraft, redirectDraft, Start, startDraft } from './draft.commands.ts'
import { seenBooks } from './file.store.ts'
import { findDraft, letInto, listDrafts } from './draft.store.ts'
import { answerDraft, carryDraftOver, saveDraft } from './fill.commands.ts'
import { partnerApi } from './partner.api.ts'
import { listReceiptKeys } from './receipt-key.store.ts'
import { receiversOf } from './receiver.ts'
import { unitsToday } from './receiver.store.ts'
import { feesOf } from './reckoning.ts'
import { endSigningKey } from './signing-key.commands.ts'
import { getOpenService } from './service.store.ts'

const ProblemView = z.object({ path: z.string(), code: z.string() })

const DraftView = z.object({
  id: z.uuid(),
  procedure: z.string(),
  serviceVersion: z.int(),
  /** A newer form is in force: carry the draft over before it is filed. */
  outdated: z.boolean(),
  case: z.string(),
  channel: z.enum(['online', 'direct', 'post']),
  revision: z.int(),
  expiresOn: z.string(),
  answers: z.record(z.string(), z.unknown()),
  /** Answers that the platform gives itself, with who says so. */
  known: z.record(z.string(), z.object({ value: z.unknown(), says: z.string(), at: z.iso.datetime() })),
  problems: z.array(ProblemView),
  feeTotal: z.int(),
})

const Id = z.object({ id: z.string() })
const Revised = z.object({ id: z.uuid(), revision: z.int() })

async function open(ctx: Ctx, id: string): Promise<Dossier> {
  const asker = askerOf(ctx, null)
  const draft = letInto(await findDraft(ctx.db, id), asker)
  if (ctx.actor.accountId) await mustHelp(ctx, draft)
  return openDossier(ctx, draft, asker)
}

function draftView(dossier: Dossier): z.input<typeof DraftView> {
  const { draft, service, open: now, form, whole, books, knowns } = dossier
  const { problems, filed } = checkForm(form, whole, seenBooks(dossier))
  const known = Object.entries(knowns).flatMap(([name, fact]) =>
    fact ? [[name, { value: fact.value, says: fact.says.vi, at: fact.at.toISOString() }]] : [],
  )
  return {
    ...draft,
    procedure: draft.procedureCode,
    case: draft.caseCode,
    outdated: now !== null && now.version !== draft.serviceVersion,
    answers: draft.answers,
    known: Object.fromEntries(known) as z.input<typeof DraftView>['known'],
    problems: problems.map(({ path, key }) => ({ path, code: key })),
    feeTotal: feesOf(service, { ...draft, answers: filed, today: books.today }).total,
  }
}

const forms = [
  read(
    '/filing/forms/{procedure}',
    {
      says: 'What filing a procedure asks for: its cases, where it may be handed in, and the form of one case as JSON Schema',
      needs: 'public',
      input: z.object({ procedure: z.string(), case: z.string().optional() }),
      returns: z.object({
        procedure: z.string(),
        version: z.int(),
        channels: z.array(z.string()),
        assurance: z.int(),
        cases: z.array(z.object({ code: z.string(), title: z.string() })),
        receivers: z.array(z.object({ slug: z.string(), name: z.string() })),
        schema: z.record(z.string(), z.unknown()),
      }),
    },
    async (ctx, asked) => {
      const { service, version } = await getOpenService(ctx, asked.procedure)
      const chosen = service.cases.find(({ code }) => code === asked.case) ?? service.cases[0]
      const form = formOfDossier(service, chosen?.code ?? '', new Set())
      return {
        procedure: asked.procedure,
        version,
        channels: service.channels,
        assurance: service.assurance,
        cases: service.cases.map(({ code, title }) => ({ code, title: title.vi })),
        receivers: receiversOf(service, await unitsToday(ctx)).map(({ slug, name }) => ({
          slug,
          name,
        })),
        schema: jsonSchemaOf(form, service.title.vi),
      }
    },
  ),
  read(
    '/filing/receipt-keys',
    {
      says: 'Public keys that receipts are signed with',
      needs: 'public',
      input: z.object({}),
      returns: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            publicKey: z.string(),
            validFrom: z.iso.datetime(),
            validTo: z.iso.datetime().nullable(),
          }),
        ),
      }),
    },
    async (ctx) => ({
      items: (await listReceiptKeys(ctx.db)).map(({ validFrom, validTo, ...key }) => ({
        ...key,
        validFrom: validFrom.toISOString(),
        validTo: validTo?.toISOString() ?? null,
      })),
    }),
  ),
]

const keys = [
  change(
    '/filing/receipt-keys/{id}/end',
    { says: 'Takes a key out of use; receipts it signed can still be verified', returns: z.object({ id: z.string() }) },
    endSigningKey,
  ),
]

/** Other systems keep no cookies: a draft of theirs belongs to whoever is signed in. */
const drafts = [
  read(
    '/filing/drafts',
    {
      says: 'Drafts of one’s own, or of those one helps',
      needs: 'public',
      input: z.object({}),
      returns: z.object({
        items: z.array(z.object({ id: z.uuid(), procedure: z.string(), revision: z.int(), expiresOn: z.string() })),
      }),
    },
    async (ctx) => ({
      items: (await listDrafts(ctx.db, askerOf(ctx, null))).map((one) => ({ ...one, procedure: one.procedureCode })),
    }),
  ),
  act(
    '/filing/drafts',
    {
      says: 'Begins a draft',
      needs: 'citizen',
      input: Start,
      returns: z.object({ id: z.uuid() }),
      command: startDraft.name,
    },
    (ctx, input) => perform(ctx, startDraft, input),
  ),
  change(
    '/filing/drafts/assisted',
    { says: 'Begins a draft for somebody who has agreed to it', returns: z.object({ id: z.uuid() }) },
    startAssisted,
  ),
  read(
    '/filing/drafts/{id}',
    { says: 'A draft, with what still stands against filing it', needs: 'public', input: Id, returns: DraftView },
    async (ctx, { id }) => draftView(await open(ctx, id)),
  ),
  act(
    '/filing/drafts/{id}/answers',
    {
      says: 'Writes answers into a draft; files by the ids of uploads, null takes an answer away',
      needs: 'public',
      input: Id.extend({ revision: z.int(), answers: z.record(z.string(), z.unknown()) }),
      returns: Revised,
      command: answerDraft.name,
    },
    (ctx, input) => perform(ctx, answerDraft, input),
  ),
  act(
    '/filing/drafts/{id}/typed',
    {
      says: 'Writes into a draft what was typed in the controls of its form, as a page sends it',
      needs: 'public',
      input: Id.extend({
        revision: z.int(),
        step: z.string().max(60),
        sent: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
        whole: z.boolean().default(false),
      }),
      returns: Revised,
      command: saveDraft.name,
    },
    (ctx, input) => perform(ctx, saveDraft, input),
  ),
  act(
    '/filing/drafts/{id}/way',
    {
      says: 'Another case or another office for a draft',
      needs: 'public',
      input: Id.extend({ case: z.string(), receiver: z.string() }),
      returns: Revised,
      command: redirectDraft.name,
    },
    (ctx, input) => perform(ctx, redirectDraft, input),
  ),
  act(
    '/filing/drafts/{id}/carry-over',
    {
      says: 'Brings a draft under the form in force',
      needs: 'public',
      input: Id,
      returns: Revised,
      command: carryDraftOver.name,
    },
    (ctx, input) => perform(ctx, carryDraftOver, input),
  ),
  act(
    '/filing/drafts/{id}/erase',
    {
      says: 'Erases a draft',
      needs: 'public',
      input: Id,
      returns: z.object({ id: z.uuid() }),
      command: eraseDraft.name,
    },
    (ctx, input) => perform(ctx, eraseDraft, input),
  ),
]

export const filingApi = [...forms, ...keys, ...drafts, ...applicationApi, ...partnerApi]
