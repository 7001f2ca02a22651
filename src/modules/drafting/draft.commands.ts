/** What people do to the items of a draft. Each item has its own count of changes: who comes second at one sees it. */
import { z } from 'zod'
import { mustReach } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { type Draft, type DraftItem, type DraftValue, itemKinds, itemOf, objectionToConfirm } from './draft.ts'
import { holdDraft, type PlanDraft, updateDraft } from './draft.store.ts'
import {
  add,
  confirm,
  confirmAllCertain,
  correct,
  drop,
  type Edit,
  isCertain,
  join,
  objectionToJoin,
  objectionToSplit,
  renameHeading,
  restore,
  settle,
  split,
  type Stamp,
} from './revision.ts'
import { sourceOf } from '#modules/texts/public.ts'
import { TypedDocument, TypedItem, type TypedValue } from './typed.ts'

const needs = 'plan.import'
const about = ({ code }: { code: string }) => `plan.plan/${code}`

const stampOf = (ctx: Ctx): Stamp => ({ by: ctx.actor.name, at: ctx.now.toISOString() })

/** The draft, for whoever the plan is given to; and nobody else changes it meanwhile. */
export async function holdOwnDraft(ctx: Ctx, code: string): Promise<PlanDraft> {
  const held = await holdDraft(ctx.db, code)
  await mustReach(ctx, held.leadUnitId ?? held.unitId)
  return held
}

const At = { code: z.string(), item: z.string(), rev: z.coerce.number().int() }

/** Changes one item, unless somebody changed it since it was looked at. */
async function revise(
  ctx: Ctx,
  at: { code: string; item: string; rev: number },
  work: (draft: Draft, item: DraftItem, held: PlanDraft) => Draft | { refused: Key },
) {
  const held = await holdOwnDraft(ctx, at.code)
  const item = itemOf(held.draft, at.item) ?? refuse('missing', 'plan.draft.item_missing')
  if (item.rev !== at.rev) refuse('conflict', 'kernel.changed_meanwhile')
  const revised = work(held.draft, item, held)
  if ('refused' in revised) return refuse('conflict', revised.refused)
  await updateDraft(ctx.db, held, revised)
  return { code: at.code, item: at.item }
}

/** Typed values over those that were there: what was not asked in the form is kept. */
function valuesFrom(ctx: Ctx, before: readonly DraftValue[], typed: readonly TypedValue[]): DraftValue[] {
  return typed.flatMap(({ id, goal, goalMax, comparator, deadline, ...more }) => {
    if (goal === null) return []
    const old = before.find((value) => value.id === id)
    const max = comparator === 'range' ? goalMax : null
    return [
      {
        ...(old ?? {
          id: newId(ctx.now),
          change: null,
          partOf: null,
          literal: '',
          span: null,
        }),
        ...more,
        comparator,
        goal,
        goalMax: max,
        deadline,
        assumed: deadline === old?.deadline && (old?.assumed ?? false),
      },
    ]
  })
}

function editOf(ctx: Ctx, item: DraftItem, { values, days, ...typed }: TypedItem): Edit {
  const plain = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Edit
  return {
    ...plain,
    ...(values && { values: valuesFrom(ctx, item.values, values) }),
    ...(days && {
      days: [...new Set(days)].map((on) => item.days.find((one) => one.on === on) ?? { id: newId(ctx.now), on }),
    }),
  }
}

const corrected = (ctx: Ctx, draft: Draft, item: DraftItem, edit: TypedItem | undefined): Draft =>
  edit ? correct(draft, item.id, editOf(ctx, item, edit), stampOf(ctx)) : draft

export const correctItem = command({
  name: 'plan.draft.correct',
  needs,
  input: z.object({ ...At, edit: TypedItem }),
  run: (ctx, input) => revise(ctx, input, (draft, item) => corrected(ctx, draft, item, input.edit)),
  about,
})

/** With `edit`, corrects first: one press of the button for what stands in the fields. */
export const confirmItem = command({
  name: 'plan.draft.confirm',
  needs,
  input: z.object({ ...At, edit: TypedItem.optional() }),
  run: (ctx, input) =>
    revise(ctx, input, (draft, item) => {
      const now = corrected(ctx, draft, item, input.edit)
      const objection = objectionToConfirm(itemOf(now, item.id) ?? item)
      return objection ? { refused: objection } : confirm(now, item.id, stampOf(ctx))
    }),
  about,
})

export const dropItem = command({
  name: 'plan.draft.drop',
  needs,
  input: z.object(At),
  run: (ctx, input) => revise(ctx, input, (draft, { id }) => drop(draft, id, stampOf(ctx))),
  about,
})

export const restoreItem = command({
  name: 'plan.draft.restore',
  needs,
  input: z.object(At),
  run: (ctx, input) => revise(ctx, input, (draft, { id }) => restore(draft, id, stampOf(ctx))),
  about,
})

/** `before`: the place in the wording where the second half begins. */
export const splitItem = command({
  name: 'plan.draft.split',
  needs,
  input: z.object({ ...At, before: z.coerce.number().int(), edit: TypedItem.omit({ wording: true }).optional() }),
  run: (ctx, input) =>
    revise(ctx, input, (draft, item, { sourceText }) => {
      const objection = objectionToSplit(item, input.before)
      if (objection) return { refused: objection }
      const now = corrected(ctx, draft, item, input.edit)
      return split(now, item.id, input.before, newId(ctx.now), sourceOf(sourceText), stampOf(ctx))
    }),
  about,
})

export const joinItem = command({
  name: 'plan.draft.join',
  needs,
  input: z.object({ ...At, edit: TypedItem.optional() }),
  run: (ctx, input) =>
    revise(ctx, input, (draft, item) => {
      const now = corrected(ctx, draft, item, input.edit)
      const objection = objectionToJoin(now, item.id)
      return objection ? { refused: objection } : join(now, item.id, stampOf(ctx))
    }),
  about,
})

export const addItem = command({
  name: 'plan.draft.add',
  needs,
  input: z.object({
    code: z.string(),
    kind: z.enum(itemKinds),
    heading: z.string().trim().max(400).default(''),
    ref: z.string().trim().max(60).default(''),
    wording: z.string().trim().min(1).max(20_000),
  }),
  run: async (ctx, { code, kind, heading, ref, wording }) => {
    const held = await holdOwnDraft(ctx, code)
    const item = newId(ctx.now)
    const added = add(held.draft, kind, wording, item, stampOf(ctx))
    await updateDraft(ctx.db, held, correct(added, item, { heading, ref }, stampOf(ctx)))
    return { code, item }
  },
  about,
})

export const confirmCertain = command({
  name: 'plan.draft.confirm_certain',
  needs,
  input: z.object({ code: z.string(), items: z.preprocess((one) => [one].flat(), z.array(z.string()).max(2000)) }),
  run: async (ctx, { code, items }) => {
    const held = await holdOwnDraft(ctx, code)
    const ids = new Set(items)
    const count = held.draft.items.filter((item) => ids.has(item.id) && isCertain(item)).length
    await updateDraft(ctx.db, held, confirmAllCertain(held.draft, ids, stampOf(ctx)))
    return { code, count }
  },
  about,
})

/** Settles what the reader of the text noted about a heading, with another name for it or with the name as printed. */
export const settleWarning = command({
  name: 'plan.draft.settle',
  needs,
  input: z.object({
    code: z.string(),
    warning: z.string(),
    from: z.string().optional(),
    to: z.string().trim().max(400).optional(),
  }),
  run: async (ctx, { code, warning, from, to }) => {
    const held = await holdOwnDraft(ctx, code)
    const named = from && to && from !== to ? renameHeading(held.draft, from, to, stampOf(ctx)) : held.draft
    await updateDraft(ctx.db, held, settle(named, warning))
    return { code }
  },
  about,
})

/** What the head of the document says: an importer may have missed its number, or it had none yet. */
export const correctDocument = command({
  name: 'plan.draft.document',
  needs,
  input: TypedDocument.extend({ code: z.string() }),
  run: async (ctx, { code, name, ...typed }) => {
    const held = await holdOwnDraft(ctx, code)
    await updateDraft(ctx.db, held, { ...held.draft, document: { ...typed, title: name } })
    return { code }
  },
  about,
})

export const draftCommands = [
  correctItem,
  confirmItem,
  dropItem,
  restoreItem,
  splitItem,
  joinItem,
  addItem,
  confirmCertain,
  settleWarning,
  correctDocument,
]
