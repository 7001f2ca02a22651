/** The systems of ministries that own procedures, laid over the catalogue of a new house. */
import { z } from 'zod'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { Day } from '#kernel/time.ts'
import { insertOverlays, ownedEver } from './overlay.store.ts'
import { bumpRevision } from './revision.store.ts'
import file from '../../../data/national/ministry-systems.json' with { type: 'json' }

const { systems } = z
  .object({
    note: z.string(),
    systems: z.array(
      z.object({
        name: z.string().min(3),
        url: z.url(),
        citation: z.string().min(3),
        verified: z.boolean(),
        validFrom: Day,
        procedures: z.array(z.string()).min(1),
      }),
    ),
  })
  .parse(file)

/** Adds what is missing; what a province has ended or said otherwise stays. */
export async function seedOwners(database: Db, now: Date): Promise<void> {
  await database.transaction().execute(async (db) => {
    const known = await ownedEver(
      db,
      systems.flatMap(({ procedures }) => procedures),
    )
    const rows = systems.flatMap(({ procedures, name, url, ...rest }) =>
      procedures
        .filter((code) => !known.has(code))
        .map((procedureCode) => ({
          ...rest,
          id: newId(now),
          procedureCode,
          content: { kind: 'owner', name, url } as const,
          createdAt: now,
          createdBy: null,
        })),
    )
    if (rows.length === 0) return
    await insertOverlays(db, rows)
    await bumpRevision(db)
  })
}
