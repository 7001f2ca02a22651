/** Plans for other systems: their texts, versions and differences; bringing one in and publishing it. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { Day } from '#kernel/time.ts'
import {
  getPlan,
  listPlans,
  listVersions,
  type PlanHead,
  planStates,
  sourcePageOf,
  unitNames,
} from '#modules/plan/public.ts'
import { getDraft } from './draft.store.ts'
import { importNewText, importPlan, publishPlan } from './plan.commands.ts'
import { Content, diffOf, VersionItem } from './version.ts'
import { getVersion } from './version.store.ts'
import type { Db } from '#kernel/db/open.ts'

const needs = 'plan.read'
const At = z.object({ code: z.string() })

const PlanView = z.object({
  code: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  issuer: z.string().nullable(),
  issuedOn: Day.nullable(),
  year: z.int(),
  state: z.enum(planStates),
  /** Slugs. */
  unit: z.string().nullable(),
  leadUnit: z.string().nullable(),
})

async function viewsOf(db: Db, plans: readonly PlanHead[]) {
  const names = await unitNames(
    db,
    plans.flatMap(({ unitId, leadUnitId }) => [unitId, leadUnitId]),
  )
  const slug = (id: number | null) => names.get(id ?? 0)?.slug ?? null
  return plans.map((plan) => ({ ...plan, unit: slug(plan.unitId), leadUnit: slug(plan.leadUnitId) }))
}

const VersionHead = z.object({
  no: z.int(),
  note: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
})
const headOf = <T extends { publishedAt: Date }>(version: T) => ({
  ...version,
  publishedAt: version.publishedAt.toISOString(),
})

const No = z.coerce.number().int().min(1)
const Plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Field = z.object({ field: z.string(), before: Plain, after: Plain })
const Diff = z.object({
  document: z.array(Field),
  added: z.array(VersionItem),
  removed: z.array(VersionItem),
  changed: z.array(z.object({ before: VersionItem, after: VersionItem, fields: z.array(Field) })),
  unchanged: z.int(),
})

export const planApi = [
  read(
    '/plan/plans',
    {
      says: 'Plans of the province, the newest first',
      needs,
      input: z.object(Listing),
      returns: listOfItems(PlanView),
    },
    async ({ db }, page) => {
      const { items, next } = sliceAfter(await listPlans(db), page, ({ code }) => code)
      return { items: await viewsOf(db, items), next }
    },
  ),
  read('/plan/plans/{code}', { says: 'One plan', needs, input: At, returns: PlanView }, async ({ db }, { code }) => {
    const [plan] = await viewsOf(db, [await getPlan(db, code)])
    return plan ?? refuse('missing', 'plan.missing')
  }),
  read(
    '/plan/plans/{code}/versions',
    {
      says: 'Published versions, the newest first',
      needs,
      input: At.extend(Listing),
      returns: listOfItems(VersionHead),
    },
    async ({ db }, { code, ...page }) => {
      const { items, next } = sliceAfter(await listVersions(db, (await getPlan(db, code)).id), page, ({ no }) =>
        String(no),
      )
      return { items: items.map(headOf), next }
    },
  ),
  read(
    '/plan/plans/{code}/versions/{no}',
    {
      says: 'One published version with all its items',
      needs,
      input: At.extend({ no: No }),
      returns: VersionHead.extend({ content: Content.omit({ source: true }) }),
    },
    async ({ db }, { code, no }) => headOf(await getVersion(db, (await getPlan(db, code)).id, no)),
  ),
  read(
    '/plan/plans/{code}/versions/{no}/diff',
    {
      says: 'What one version changed against another, the one before it unless said',
      needs,
      input: At.extend({ no: No, from: No.optional() }),
      returns: Diff,
    },
    async ({ db }, { code, no, from = no - 1 }) => {
      const { id } = await getPlan(db, code)
      const [before, after] = [await getVersion(db, id, from), await getVersion(db, id, no)]
      return diffOf(before.content, after.content)
    },
  ),
  read(
    '/plan/plans/{code}/text',
    {
      says: 'The source text by pages of lines',
      needs,
      input: At.extend({ page: z.coerce.number().int().min(1).default(1) }),
      returns: z.object({
        from: z.int(),
        to: z.int(),
        all: z.int(),
        page: z.int(),
        pages: z.int(),
        lines: z.array(z.string()),
      }),
    },
    async ({ db }, { code, page }) => sourcePageOf((await getDraft(db, code)).sourceText, page),
  ),
  change(
    '/plan/plans',
    {
      says: 'Bring in a plan from its text; `known` when the same text is here already',
      returns: z.object({ code: z.string(), known: z.boolean() }),
    },
    importPlan,
  ),
  change(
    '/plan/plans/{code}/text',
    { says: 'Bring in a new text of a plan', returns: z.object({ code: z.string(), items: z.int() }) },
    importNewText,
  ),
  change(
    '/plan/plans/{code}/publish',
    {
      says: 'Publish what is confirmed, as its summary was seen',
      returns: z.object({ code: z.string(), no: z.int(), targets: z.int(), tasks: z.int() }),
    },
    publishPlan,
  ),
]
