/** Designing a service: every button changes the one draft, and who comes second sees what changed meanwhile. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Problem, refuse, refuseField } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { findProcedure, isHandedOver } from '#modules/catalogue/public.ts'
import {
  findItem,
  type Item,
  type ItemPart,
  itemSchemas,
  keyOf,
  move,
  objectionToPut,
  objectionToRemove,
  type Place,
  put,
  putHead,
  remove,
} from './draft.ts'
import { type Drafted, holdService, insertService, updateService } from './draft.store.ts'
import { generalService } from './general.ts'
import { Service } from './service.ts'
import { itemTyped } from './typed.ts'
import { unmodelledOf } from './unmodelled.ts'
import { findServiceInForce } from './version.store.ts'

const needs = 'services.design'
const about = ({ procedure }: { procedure: string }) => `services.service/${procedure}`

export const ProcedureCode = z.string().trim().min(1).max(60)
const At = { procedure: ProcedureCode, seen: z.coerce.number().int() }

/** What the log keeps of a change: where it was made, and which count of changes it made. */
type Changed = { procedure: string; draftVersion: number; part: string; key: string }
const detail = ({ draftVersion, part, key }: Changed) => ({ draftVersion, part, key })

async function holdDraft(ctx: Ctx, { procedure, seen }: { procedure: string; seen: number }): Promise<Drafted> {
  const held = (await holdService(ctx.db, procedure)) ?? refuse('missing', 'services.missing')
  if (!held.draft) refuse('conflict', 'services.draft.none')
  if (held.draftVersion !== seen) refuse('conflict', 'services.draft.changed_meanwhile')
  return { ...held, draft: held.draft }
}

const save = (ctx: Ctx, held: Drafted, draft: Service) =>
  updateService(ctx.db, held, { draft, title: draft.title.vi, now: ctx.now, by: ctx.actor.accountId })

async function revise(
  ctx: Ctx,
  at: { procedure: string; seen: number },
  named: { part: string; key: string },
  work: (draft: Service) => Service | { refused: Key },
): Promise<Changed> {
  const held = await holdDraft(ctx, at)
  const revised = work(held.draft)
  if ('refused' in revised) refuse('conflict', revised.refused)
  return { procedure: at.procedure, draftVersion: await save(ctx, held, revised), ...named }
}

/** Begins at what is in force, or at the general form; a draft that is there already is kept. */
export const beginDraft = command({
  name: 'services.draft.begin',
  needs,
  input: z.object({ procedure: ProcedureCode, title: z.string().trim().min(3).max(600).optional() }),
  run: async (ctx, { procedure, title }): Promise<Changed> => {
    const held = await holdService(ctx.db, procedure)
    if (held?.draft) return { procedure, draftVersion: held.draftVersion, part: 'head', key: '' }
    const inForce = (await findServiceInForce(ctx.db, procedure))?.service
    if (await isHandedOver(ctx.db, procedure)) refuse('conflict', 'services.draft.handed_over')
    const found = inForce ? undefined : await findProcedure(ctx.db, procedure)
    if (!inForce && !found && !title) refuseField('title', 'services.draft.title_needed')
    const unmodelled = found ? unmodelledOf(found) : { code: procedure, title: { vi: title ?? '' } }
    const { general: _, ...draft } = inForce ?? generalService(unmodelled)
    const change = { draft, title: draft.title.vi, now: ctx.now, by: ctx.actor.accountId }
    if (held) return { procedure, draftVersion: await updateService(ctx.db, held, change), part: 'head', key: '' }
    await insertService(ctx.db, procedure, change)
    return { procedure, draftVersion: 1, part: 'head', key: '' }
  },
  about,
  detail,
})

/** The item of a part, as a form or another system sends it. */
const itemOf = <P extends ItemPart>(part: P) =>
  z.object({
    ...At,
    part: z.literal(part),
    /** Absent: a new one. */
    key: z.string().max(80).optional(),
    within: z.string().max(60).optional(),
    item: z.preprocess((raw) => itemTyped(part, raw), itemSchemas[part]),
  })

const PutInput = z.discriminatedUnion('part', [
  itemOf('head'),
  itemOf('cases'),
  itemOf('components'),
  itemOf('fees'),
  itemOf('reliefs'),
  itemOf('steps'),
  itemOf('results'),
  itemOf('citizenSteps'),
  itemOf('sections'),
  itemOf('questions'),
])

export const putItem = command({
  name: 'services.draft.put',
  needs,
  input: PutInput,
  run: (ctx, { part, key = null, within, item, ...at }) => {
    if (part === 'head') return revise(ctx, at, { part, key: '' }, (draft) => putHead(draft, item as Item<'head'>))
    const place: Place = { part, within }
    const named = { part: within ? `${part}/${within}` : part, key: key ?? keyOf(place, item, -1) }
    return revise(ctx, at, named, (draft) => {
      const objection = objectionToPut(draft, place, key, item)
      return objection ? { refused: objection } : put(draft, place, key, item)
    })
  },
  about,
  detail,
})

const Which = {
  ...At,
  part: z.enum(['cases', 'components', 'fees', 'reliefs', 'steps', 'results', 'citizenSteps', 'sections', 'questions']),
  within: z.string().max(60).optional(),
  key: z.string().max(80),
}

/** Changes an item that is there. */
const onItem = (
  ctx: Ctx,
  { part, within, key, ...at }: z.infer<z.ZodObject<typeof Which>>,
  work: (draft: Service, place: Place, key: string) => Service | { refused: Key },
) =>
  revise(ctx, at, { part: within ? `${part}/${within}` : part, key }, (draft) =>
    findItem(draft, { part, within }, key)
      ? work(draft, { part, within }, key)
      : { refused: 'services.draft.item_missing' },
  )

export const moveItem = command({
  name: 'services.draft.move',
  needs,
  input: z.object({ ...Which, by: z.coerce.number().int().min(-100).max(100) }),
  run: (ctx, { by, ...which }) => onItem(ctx, which, (draft, place, key) => move(draft, place, key, by)),
  about,
  detail,
})

export const removeItem = command({
  name: 'services.draft.remove',
  needs,
  input: z.object(Which),
  run: (ctx, which) =>
    onItem(ctx, which, (draft, place, key) => {
      const objection = objectionToRemove(draft, place)
      return objection ? { refused: objection } : remove(draft, place, key)
    }),
  about,
  detail,
})

/** The document as text or as data; what is wrong with it is said with the place inside it. */
const Document = z.preprocess((raw) => {
  if (typeof raw !== 'string') return raw
  try {
    return JSON.parse(raw) as unknown
  } catch {
    return null
  }
}, z.looseObject({}))

function serviceIn(document: unknown, procedure: string): Service {
  const read = Service.safeParse(document)
  if (!read.success) {
    const [first] = read.error.issues
    const at = first?.path.join('.') || '/'
    throw new Problem('invalid', 'services.draft.not_a_service', { at }, [
      { path: 'document', key: 'services.draft.not_a_service', params: { at } },
    ])
  }
  if (read.data.procedure !== procedure)
    throw new Problem('invalid', 'kernel.check_the_form', {}, [
      { path: 'document', key: 'services.draft.of_another', params: { procedure: read.data.procedure } },
    ])
  return read.data
}

/** Takes a whole document in place of the draft, and begins one where there was none. */
export const replaceDraft = command({
  name: 'services.draft.replace',
  needs,
  input: z.object({ procedure: ProcedureCode, seen: z.coerce.number().int().optional(), document: Document }),
  run: async (ctx, { procedure, seen, document }): Promise<Changed> => {
    const { general: _, ...draft } = serviceIn(document, procedure)
    const held = await holdService(ctx.db, procedure)
    const change = { draft, title: draft.title.vi, now: ctx.now, by: ctx.actor.accountId }
    if (!held) {
      await insertService(ctx.db, procedure, change)
      return { procedure, draftVersion: 1, part: 'all', key: '' }
    }
    if (held.draft && held.draftVersion !== seen) refuse('conflict', 'services.draft.changed_meanwhile')
    return { procedure, draftVersion: await updateService(ctx.db, held, change), part: 'all', key: '' }
  },
  about,
  detail,
})

/** Leaves what is in force as it is. */
export const dropDraft = command({
  name: 'services.draft.drop',
  needs,
  input: z.object(At),
  run: async (ctx, at): Promise<Changed> => {
    const held = await holdDraft(ctx, at)
    const inForce = await findServiceInForce(ctx.db, at.procedure)
    const title = inForce?.service.title.vi ?? held.title
    const change = { draft: null, title, now: ctx.now, by: ctx.actor.accountId }
    return { procedure: at.procedure, draftVersion: await updateService(ctx.db, held, change), part: 'all', key: '' }
  },
  about,
  detail,
})

export const draftCommands = [beginDraft, putItem, moveItem, removeItem, replaceDraft, dropDraft]
