/** From official text to a plan in force: read in, read in anew, published. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { touchFile } from '#kernel/file.store.ts'
import { fold } from '#kernel/fold.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf, yearOf } from '#kernel/time.ts'
import { idsBelow, listAncestors, listUnits } from '#kernel/unit.store.ts'
import { holdOwnDraft } from './draft.commands.ts'
import type { Draft, DraftItem } from './draft.ts'
import { objectionsToPublish } from './draft.ts'
import { updateDraft } from './draft.store.ts'
import {
  findCodeByHash,
  findPlan,
  insertPlan,
  insertVersion,
  putInForce,
  updateText,
  writePublication,
} from '#modules/plan/public.ts'
import { extractPlan, passageOf, sourceOf } from '#modules/texts/public.ts'
import { draftOf } from './first-draft.ts'
import { carryOver } from './matching.ts'
import { planCode } from './plan-code.ts'
import { publicationOf } from './publication.ts'
import { findLastVersion } from './version.store.ts'
import { contentOf, diffOf, isEmptyDiff } from './version.ts'

const about = ({ code }: { code: string }) => `plan.plan/${code}`

/** What an upload was read as: text and what kind of file it came in. */
const Text = {
  text: z.string().min(1).max(5_000_000),
  name: z.string().max(300),
  kind: z.enum(['txt', 'html', 'docx', 'pdf']),
  /** The file itself, when it was taken in before. */
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
}
type Text = { text: string; name: string; kind: string; fileHash: string | null }

const rowOf = ({ text, name, kind, fileHash }: Text) => {
  const sourceText = text.normalize('NFC')
  const sourceHash = createHash('sha256').update(sourceText).digest('hex')
  return { sourceName: name, sourceKind: kind, sourceHash, sourceText, fileHash }
}

async function mustBeKept(ctx: Ctx, { fileHash }: Text) {
  if (fileHash !== null && !(await touchFile(ctx, fileHash))) refuseField('fileHash', 'input.not_offered')
}

const plain = (name: string) => fold(name).replaceAll('uy ban nhan dan', 'ubnd')

/** The unit a plan belongs to: the issuer among the importer's own unit and those above it, else the topmost. */
async function issuingUnit(ctx: Ctx, issuer: string | null): Promise<number> {
  const own = ctx.actor.unitId ?? refuse('forbidden', 'kernel.not_permitted')
  const above = await listAncestors(ctx.db, own, dayOf(ctx.now))
  const named = issuer ? above.find(({ name }) => plain(name) === plain(issuer)) : undefined
  return (named ?? above.find(({ parentId }) => parentId === null) ?? { id: own }).id
}

/** The same text twice is the same plan: `known` says that nothing was made. */
export const importPlan = command({
  name: 'plan.import',
  needs: 'plan.import',
  input: z.object(Text),
  run: async (ctx, input) => {
    await mustBeKept(ctx, input)
    const row = rowOf(input)
    const known = await findCodeByHash(ctx.db, row.sourceHash)
    if (known) return { code: known, known: true }
    const found = extractPlan(row.sourceText)
    const draft = draftOf(found, () => newId(ctx.now))
    const { number, title, issuer, issuedOn, year } = draft.document
    const code = planCode(draft.document, row.sourceHash)
    if (await findPlan(ctx.db, code)) refuseField('file', 'plan.import.same_number', { number: number ?? '', code })
    await insertPlan(
      ctx.db,
      {
        ...row,
        id: newId(ctx.now),
        code,
        number,
        title,
        issuer,
        issuedOn,
        year: year ?? yearOf(issuedOn ?? dayOf(ctx.now)),
        unitId: await issuingUnit(ctx, issuer),
        leadUnitId: ctx.actor.unitId ?? refuse('forbidden', 'kernel.not_permitted'),
        createdAt: ctx.now,
        createdBy: ctx.actor.accountId,
      },
      draft,
    )
    return { code, known: false }
  },
  about,
})

/** A new text for a plan that is here already: reviewed again, published as its next version. */
export const importNewText = command({
  name: 'plan.import_again',
  needs: 'plan.import',
  input: z.object({ ...Text, code: z.string() }),
  run: async (ctx, { code, ...input }) => {
    await mustBeKept(ctx, input)
    const held = await holdOwnDraft(ctx, code)
    const row = rowOf(input)
    if (row.sourceHash === held.sourceHash) refuseField('file', 'plan.import.same_text')
    const other = await findCodeByHash(ctx.db, row.sourceHash)
    if (other) refuseField('file', 'plan.import.other_plan', { code: other })
    const fresh = draftOf(extractPlan(row.sourceText), () => newId(ctx.now))
    await updateDraft(ctx.db, held, carryOver(held.draft, fresh, readAsIn(held.sourceText)))
    await updateText(ctx.db, held.id, row)
    return { code, items: fresh.items.length }
  },
  about,
})

/** What was read at the place of an item, whatever it says now. */
function readAsIn(text: string): (item: DraftItem) => string | undefined {
  const source = sourceOf(text)
  return ({ span }) => (span ? passageOf(source, span.start, span.end).text : undefined)
}

/** `seen`: the count of changes of the draft whose summary the person read before deciding. */
export const publishPlan = command({
  name: 'plan.publish',
  needs: 'plan.publish',
  input: z.object({
    code: z.string(),
    seen: z.coerce.number().int(),
    note: z.string().trim().max(1000).default(''),
  }),
  run: async (ctx, { code, seen, note }) => {
    const held = await holdOwnDraft(ctx, code)
    if (held.draftVersion !== seen) refuse('conflict', 'kernel.changed_meanwhile')
    const [objection] = objectionsToPublish(held.draft)
    if (objection) refuse('conflict', objection.key, { count: objection.items.length })
    const content = contentOf(held.draft, held.sourceText)
    const last = await findLastVersion(ctx.db, held.id)
    if (last && isEmptyDiff(diffOf(last.content, content))) refuse('conflict', 'plan.publish.no_change')
    const no = (last?.no ?? 0) + 1
    const live = publicationOf(content, await unitsBelow(ctx, held.unitId))
    await insertVersion(ctx.db, {
      planId: held.id,
      no,
      content,
      note: note || null,
      at: ctx.now,
      by: ctx.actor.accountId,
      fileHash: held.fileHash,
      fileName: held.sourceName,
    })
    await putInForce(ctx.db, held.id, headOf(held.draft, held.year))
    await writePublication(ctx.db, held.id, no, live)
    return { code, no, targets: live.targets.length, tasks: live.tasks.length }
  },
  about,
})

const headOf = ({ document }: Draft, year: number) => ({
  number: document.number ?? refuse('conflict', 'plan.publish.no_number'),
  title: document.title,
  issuer: document.issuer,
  issuedOn: document.issuedOn,
  year: document.year ?? year,
})

/** The units a plan may ask something of, as they are today. */
export async function unitsBelow(ctx: Ctx, unitId: number) {
  const today = dayOf(ctx.now)
  const below = new Set(await idsBelow(ctx.db, unitId, today))
  return (await listUnits(ctx.db, today)).filter(({ id }) => below.has(id))
}

export const planCommands = [importPlan, importNewText, publishPlan]
