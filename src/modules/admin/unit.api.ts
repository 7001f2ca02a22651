/** Units as they stood on a day, and their reorganisation. Every member of staff of any system needs the tree. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { Listing, listOfItems, sliceAfter } from '#kernel/listing.ts'
import { refuse } from '#kernel/problem.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { reorganiseUnits } from '#kernel/unit.commands.ts'
import { listCodes, listVersions } from '#kernel/unit-history.store.ts'
import { findUnitByCode, getUnit, listUnits } from '#kernel/unit.store.ts'

const On = { on: DayInput.optional() }

const UnitView = z.object({
  id: z.int(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  parentId: z.int().nullable(),
})
const Stretch = { validFrom: Day, validTo: Day.nullable() }

const dayAsked = ({ now }: Ctx, on: Day | undefined) => on ?? dayOf(now)

export const unitApi = [
  read(
    '/units',
    {
      says: 'All units as they stood on a day, today unless said; `parentId` makes the tree',
      needs: 'signed_in',
      input: z.object({ ...Listing, ...On }),
      returns: listOfItems(UnitView),
    },
    async (ctx, { on, ...page }) => sliceAfter(await listUnits(ctx.db, dayAsked(ctx, on)), page, ({ slug }) => slug),
  ),
  read(
    '/units/by-code/{system}/{code}',
    {
      says: 'What a code meant on a day: the same code means different units over time',
      needs: 'signed_in',
      input: z.object({ system: z.string(), code: z.string(), ...On }),
      returns: UnitView,
    },
    async (ctx, { system, code, on }) =>
      (await findUnitByCode(ctx.db, system, code, dayAsked(ctx, on))) ?? refuse('missing', 'kernel.unit.missing'),
  ),
  read(
    '/units/{unit}',
    {
      says: 'One unit as it stood on a day; a slash in its slug is written %2F',
      needs: 'signed_in',
      input: z.object({ unit: z.string(), ...On }),
      returns: UnitView,
    },
    (ctx, { unit, on }) => getUnit(ctx.db, unit, dayAsked(ctx, on)),
  ),
  read(
    '/units/{unit}/history',
    {
      says: 'What a unit was called, under whom it stood and which codes it had; `validTo` is the first day it held no more',
      needs: 'signed_in',
      input: z.object({ unit: z.string() }),
      returns: z.object({
        versions: z.array(z.object({ name: z.string(), kind: z.string(), parent: z.string().nullable(), ...Stretch })),
        codes: z.array(z.object({ system: z.string(), code: z.string(), ...Stretch })),
      }),
    },
    async ({ db }, { unit }) => {
      const versions = await listVersions(db, unit)
      return versions.length ? { versions, codes: await listCodes(db, unit) } : refuse('missing', 'kernel.unit.missing')
    },
  ),
  change(
    '/units/reorganise',
    {
      says: 'Merge, split, rename, upgrade, transfer, abolish, establish: all decisions together, or none',
      returns: z.object({ decisions: z.array(z.string()), units: z.int() }),
    },
    reorganiseUnits,
  ),
]
