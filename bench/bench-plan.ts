/** The province's plan in force, so that the public pages have something to show. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packFolder } from '../src/app/furnish.ts'
import type { Actor } from '../src/kernel/access.ts'
import { perform } from '../src/kernel/command.ts'
import type { Db } from '../src/kernel/db/open.ts'
import { objectionToConfirm } from '../src/modules/drafting/draft.ts'
import { getDraft, updateDraft } from '../src/modules/drafting/draft.store.ts'
import { importPlan, publishPlan } from '../src/modules/drafting/plan.commands.ts'
import { pack } from './place.ts'

/** Reads the official text in and publishes it; what only a person could decide is dropped. */
export async function publishPlanOf(db: Db, who: { accountId: string; unitId: number }, now: Date): Promise<string> {
  const permissions = new Set(['plan.import', 'plan.publish'])
  const actor: Actor = { ...who, postId: null, name: 'Bench', permissions, citizen: null }
  const ctx = { db, actor, now, requestId: 'bench' }
  const name = 'ke-hoach-2025.txt'
  const text = readFileSync(join(packFolder(pack), name), 'utf8')
  const { code } = await perform(ctx, importPlan, { text, name, kind: 'txt' })
  const read = await getDraft(db, code)
  const seen = new Set<string>()
  const items = read.draft.items.map((item) => {
    const isGood = objectionToConfirm(item) === null && !(item.ref && seen.has(item.ref))
    seen.add(item.ref)
    return { ...item, state: isGood ? ('confirmed' as const) : ('dropped' as const) }
  })
  await updateDraft(db, read, { ...read.draft, items })
  await perform(ctx, publishPlan, { code, seen: read.draftVersion + 1 })
  return code
}
