/** The catalogue for other systems: read, brought in, added to. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { importStates, structuredOf } from './import.ts'
import { measured } from './structure.ts'
import { applyImport, beginImport, dropImport } from './import.commands.ts'
import { getImport } from './import.store.ts'
import { addOverlay, endOverlay } from './overlay.commands.ts'
import { OverlayContent } from './overlay.ts'
import { overlaysOn } from './overlay.store.ts'
import { Procedure } from './procedure.ts'
import { getProcedure } from './procedure.store.ts'

const Overlay = z.object({
  id: z.uuid(),
  content: OverlayContent,
  citation: z.string(),
  verified: z.boolean(),
  validFrom: Day,
})

const Counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), absent: z.int() })
const Import = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(importStates),
  lines: z.int(),
  rejected: z.array(z.object({ line: z.int(), key: z.string() })),
  rejectedTotal: z.int(),
  structured: z.record(z.enum(measured), z.number()).nullable(),
  changes: Counts.nullable(),
  problem: z.string().nullable(),
})

const At = z.object({ code: z.string().max(60) })
const Id = z.object({ id: z.uuid() })

export const catalogueApi = [
  read(
    '/catalogue/procedures/{code}',
    {
      says: 'One procedure as the national catalogue has it now, and what the province adds to it today',
      needs: 'public',
      input: At,
      returns: z.object({ version: z.int(), procedure: Procedure, overlays: z.array(Overlay) }),
    },
    async ({ db, now }, { code }) => {
      const { version, procedure } = await getProcedure(db, code)
      return { version, procedure, overlays: await overlaysOn(db, code, dayOf(now)) }
    },
  ),
  read(
    '/catalogue/imports/{id}',
    { says: 'How far an import is, and what it would change', needs: 'catalogue.manage', input: Id, returns: Import },
    async ({ db }, { id }) => {
      const { structure, rejected, counts, ...of } = await getImport(db, id)
      return {
        ...of,
        rejected: rejected.kept,
        rejectedTotal: rejected.total,
        structured: structure && structuredOf(structure).structured,
        changes: counts,
      }
    },
  ),
  change('/catalogue/imports', { says: 'Bring a file of the catalogue in, to be looked at', returns: Id }, beginImport),
  change(
    '/catalogue/imports/{id}/apply',
    { says: 'Apply what was read', returns: Id.extend(Counts.shape) },
    applyImport,
  ),
  change('/catalogue/imports/{id}/drop', { says: 'Leave it', returns: Id }, dropImport),
  change(
    '/catalogue/procedures/{code}/overlays',
    { says: 'Add a rule of the province', returns: z.object({ code: z.string(), id: z.uuid() }) },
    addOverlay,
  ),
  change(
    '/catalogue/procedures/{code}/overlays/{id}/end',
    { says: 'End a rule of the province today', returns: z.object({ code: z.string(), id: z.uuid() }) },
    endOverlay,
  ),
]
