/** The services of a demonstration, brought in and published by the very commands that people use; only if they are proven. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Actor, nobody } from '#kernel/access.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { findRole } from '#kernel/role.store.ts'
import { day, momentOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { findServiceInForce, offerGeneral, publishService, replaceDraft } from '#modules/services/public.ts'

const published = day('2025-05-12')
const General = z.object({ offers: z.array(z.object({ procedure: z.string(), title: z.string() })) })

/** `folder`: `data/national`. What is offered already stays as it is. */
export async function settleServices(db: Db, folder: string) {
  const root = (await listUnits(db, published)).find(({ kind }) => kind === 'province')
  const permissions = new Set((await findRole(db, 'procedure_controller'))?.permissions)
  const actor: Actor = { ...nobody, unitId: root?.id ?? null, permissions }
  let later = 0
  const next = (): Ctx => {
    const now = new Date(momentOf(published, 9).getTime() + later++)
    return { db, actor, now, requestId: newId(now) }
  }
  for (const name of globSync('services/[0-9]*.json', { cwd: folder }).toSorted()) {
    const document: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const { procedure } = z.object({ procedure: z.string() }).parse(document)
    if (await findServiceInForce(db, procedure)) continue
    const { draftVersion } = await perform(next(), replaceDraft, { procedure, document: document as object })
    await perform(next(), publishService, { procedure, seen: draftVersion })
  }
  const { offers } = General.parse(JSON.parse(readFileSync(join(folder, 'general-offers.json'), 'utf8')))
  for (const offer of offers)
    if (!(await findServiceInForce(db, offer.procedure))) await perform(next(), offerGeneral, offer)
}
