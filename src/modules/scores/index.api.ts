/** The index for other systems: points, what they are made of, and the dossiers that cost them. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { Listing, listOfItems } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { Day } from '#kernel/time.ts'
import { listCostly } from './costly.store.ts'
import { lateReasons } from './fact.ts'
import { findListed } from './measure.ts'
import { groups } from './service-index.ts'
import { loadIndex, loadParts, subjectOf, views } from './index-whole.store.ts'
import { costsOf } from './cost.store.ts'
import { acts } from './cost.ts'
import { recordInput } from './input.commands.ts'

const Asked = {
  /** The unit of the post unless said; the province for whoever has none. */
  unit: z.string().optional(),
  /** The login of an officer. */
  officer: z.string().optional(),
  procedure: z.string().optional(),
  /** `2025-05`, `2025-q2`, `2025`; this quarter unless said. */
  period: z.string().max(10).optional(),
}

const Fraction = z.object({ numerator: z.number(), denominator: z.number() })
const IndexView = z.object({
  from: Day,
  to: Day,
  lateAsOf: Day,
  sheet: z.string(),
  verified: z.boolean(),
  points: z.number(),
  /** The most that the measured indicators could give. */
  of: z.number(),
  indicators: z.array(
    z.object({
      code: z.string(),
      group: z.enum(groups),
      max: z.number(),
      full: z.number(),
      share: z.number().nullable(),
      points: z.number().nullable(),
      parts: z.array(Fraction),
      missing: z.enum(['not_measured', 'nothing_counted']).nullable(),
      source: z.string().nullable(),
    }),
  ),
})

const PartView = z.object({
  name: z.string(),
  code: z.string().nullable(),
  points: z.number(),
  of: z.number(),
  received: z.int(),
  late: z.int(),
})

const CostlyView = z.object({
  code: z.string(),
  procedureCode: z.string(),
  receivedOn: Day,
  endedOn: Day.nullable(),
  lateOn: Day.nullable(),
  lateBy: z.enum(lateReasons).nullable(),
  missed: z.array(z.string()),
})

const CostView = z.object({
  act: z.enum(acts),
  says: z.object({ vi: z.string(), en: z.string() }),
  points: z.number(),
  indicators: z.array(z.object({ code: z.string(), points: z.number() })),
})

export const indexApi = [
  read(
    '/scores/index',
    {
      says: 'The index of service of a unit with all below it',
      needs: 'scores.read',
      input: z.object(Asked),
      returns: IndexView,
    },
    async (ctx, query) => {
      const subject = await subjectOf(ctx, query)
      const { index } = await loadIndex(ctx, subject)
      const { asked, sheet } = subject
      return {
        ...asked,
        sheet: sheet.code,
        verified: sheet.verified,
        points: index.points,
        of: index.of,
        indicators: index.scored.map(({ indicator, ...one }) => ({ ...indicator, ...one, parts: [...one.parts] })),
      }
    },
  ),
  read(
    '/scores/index/by/{view}',
    {
      says: 'What stands below it (don-vi, can-bo, thu-tuc), in points of what is counted from dossiers: the fewest first',
      needs: 'scores.read',
      input: z.object({ ...Asked, view: z.enum(views) }),
      returns: z.object({ items: z.array(PartView) }),
    },
    async (ctx, { view, ...query }) => {
      const parts = await loadParts(ctx, await subjectOf(ctx, query), view, () => '')
      return {
        items: parts.map(({ name, code, index: { points, of }, sums: { received, late } }) => {
          return { name, code, points, of, received, late }
        }),
      }
    },
  ),
  read(
    '/scores/indicators/{indicator}/dossiers',
    {
      says: 'The dossiers that cost points of an indicator, the newest first',
      needs: 'scores.read',
      input: z.object({ ...Asked, ...Listing, indicator: z.string() }),
      returns: listOfItems(CostlyView),
    },
    async (ctx, { indicator: code, limit, after, ...query }) => {
      const { sheet, about, asked, isWithin } = await subjectOf(ctx, query)
      const indicator = findListed(sheet, code) ?? refuse('missing', 'scores.indicator_missing')
      if (!isWithin) refuse('forbidden', 'kernel.outside_your_unit')
      return listCostly(ctx.db, { ...about, asked, indicator, limit, after })
    },
  ),
  read(
    '/scores/dossiers/{dossier}/costs',
    {
      says: 'What acts would cost the unit this quarter, before they are done: only those that cost something',
      needs: 'scores.read',
      input: z.object({ dossier: z.uuid() }),
      returns: z.object({ items: z.array(CostView) }),
    },
    async (ctx, { dossier }) => ({ items: await costsOf(ctx, dossier) }),
  ),
  change(
    '/scores/inputs',
    { says: 'Numbers of an indicator that another system holds, for a month', returns: z.object({ id: z.uuid() }) },
    recordInput,
  ),
]
