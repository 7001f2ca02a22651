/** Services for other systems: their documents, what stands against them, and every change of them. */
import { z } from 'zod'
import { jsonSchemaOf } from '#fields/json-schema.ts'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { beginDraft, dropDraft, moveItem, ProcedureCode, putItem, removeItem, replaceDraft } from './draft.commands.ts'
import { getService, listServices } from './draft.store.ts'
import { parts } from './fault.ts'
import { faultsOf } from './proof.ts'
import { Service } from './service.ts'
import { offerGeneral, publishService, withdrawService } from './version.commands.ts'
import { findServiceInForce, listVersions } from './version.store.ts'
import { worldOf } from './world.store.ts'

const needs = 'services.design'
const Which = z.object({ procedure: ProcedureCode })
const Line = z.object({
  procedure: z.string(),
  title: z.string(),
  kind: z.enum(['modelled', 'general']).nullable(),
  version: z.int().nullable(),
  /** Count of changes of the draft; null when there is none. */
  draftVersion: z.int().nullable(),
})
const Changed = z.object({ procedure: z.string(), draftVersion: z.int(), part: z.string(), key: z.string() })
const Published = z.object({ procedure: z.string(), version: z.int() })
const FaultView = z.object({
  part: z.enum(parts),
  item: z.string().optional(),
  field: z.string().optional(),
  says: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const serviceApi = [
  read(
    '/services',
    {
      says: 'All services, with the version in force and the draft',
      needs,
      input: z.object(Listing),
      returns: listOfItems(Line),
    },
    async ({ db }, listing) => {
      const rows = (await listServices(db)).map(({ procedureCode, title, kind, version, draft, draftVersion }) => ({
        procedure: procedureCode,
        title,
        kind,
        version,
        draftVersion: draft ? draftVersion : null,
      }))
      return sliceAfter(rows, listing, ({ procedure }) => procedure)
    },
  ),
  read(
    '/services/{procedure}',
    {
      says: 'The document in force, and that of the draft',
      needs,
      input: Which,
      returns: z.object({
        procedure: z.string(),
        draftVersion: z.int().nullable(),
        draft: Service.nullable(),
        version: z.int().nullable(),
        inForce: Service.nullable(),
        versions: z.array(z.object({ version: z.int(), kind: z.string(), endedWhy: z.string().nullable() })),
      }),
    },
    async ({ db }, { procedure }) => {
      const { draft, draftVersion } = await getService(db, procedure)
      const inForce = await findServiceInForce(db, procedure)
      return {
        procedure,
        draft,
        draftVersion: draft && draftVersion,
        version: inForce?.version ?? null,
        inForce: inForce?.service ?? null,
        versions: await listVersions(db, procedure),
      }
    },
  ),
  read(
    '/services/{procedure}/faults',
    {
      says: 'What stands between the draft and being published: keys of sentences with the place to mend',
      needs,
      input: Which,
      returns: z.object({ draftVersion: z.int(), faults: z.array(FaultView) }),
    },
    async (ctx, { procedure }) => {
      const { draft, draftVersion } = await getService(ctx.db, procedure)
      if (!draft) return refuse('missing', 'services.draft.none')
      return { draftVersion, faults: [...faultsOf(draft, await worldOf(ctx))] }
    },
  ),
  read(
    '/services/{procedure}/form-schema',
    { says: 'The form in force as JSON Schema 2020-12', needs: 'public', input: Which, returns: z.looseObject({}) },
    async ({ db }, { procedure }) => {
      const inForce = (await findServiceInForce(db, procedure)) ?? refuse('missing', 'services.version.none')
      return jsonSchemaOf(inForce.service.form, inForce.service.title.vi)
    },
  ),
  change('/services/{procedure}/draft', { says: 'Begin a draft', returns: Changed }, beginDraft),
  change(
    '/services/{procedure}/draft/replace',
    { says: 'Take a document as the draft', returns: Changed },
    replaceDraft,
  ),
  change('/services/{procedure}/draft/drop', { says: 'Drop the draft', returns: Changed }, dropDraft),
  change(
    '/services/{procedure}/draft/items',
    { says: 'Put an item into the draft: a new one, or in place of one', returns: Changed },
    putItem,
  ),
  change('/services/{procedure}/draft/items/move', { says: 'Move an item', returns: Changed }, moveItem),
  change('/services/{procedure}/draft/items/remove', { says: 'Take an item out', returns: Changed }, removeItem),
  change(
    '/services/{procedure}/publish',
    { says: 'Publish the draft, when it is proven', returns: Published },
    publishService,
  ),
  change(
    '/services/{procedure}/withdraw',
    { says: 'Offer it no longer', returns: z.object({ procedure: z.string() }) },
    withdrawService,
  ),
  change(
    '/services/{procedure}/offer-general',
    { says: 'Offer it by the general form', returns: Published },
    offerGeneral,
  ),
]
