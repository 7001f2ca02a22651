/** Designing a service part by part: each item is a page, each button a form of its own. */
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import type { Values } from '#ui/form.tsx'
import { moveItem, putItem, removeItem } from './draft.commands.ts'
import { findItem, type ItemPart, keyOf, listAt, type Place } from './draft.ts'
import { type Drafted, getService } from './draft.store.ts'
import { ItemPage } from './item.views.tsx'
import { changedSince } from './meanwhile.store.ts'
import { fresh, itemPath, list, partOf, partPath, placePath } from './part-path.ts'
import { type Any, PartPage } from './part.views.tsx'
import { faultsOf } from './proof.ts'
import { itemWritten } from './written.ts'
import { worldOf } from './world.store.ts'

const needs = 'services.design'
const param = (c: WebContext, name: string) => c.req.param(name) ?? ''

async function draftOf(c: WebContext): Promise<Drafted> {
  const row = await getService(c.var.ctx.db, param(c, 'code'))
  return row.draft ? { ...row, draft: row.draft } : refuse('missing', 'services.draft.none')
}

/** Of a question the address names its section too. */
function placeOf(c: WebContext): { part: ItemPart; within: string | undefined } {
  const within = c.req.param('within')
  if (within !== undefined) return { part: 'questions', within }
  return { part: partOf(param(c, 'part')) ?? refuse('missing', 'kernel.missing'), within }
}

const listPlace = (c: WebContext): Place => {
  const { part, within } = placeOf(c)
  return part === 'head' ? refuse('missing', 'kernel.missing') : { part, within }
}

async function showPart(c: WebContext): Promise<Answer> {
  const { part } = placeOf(c)
  if (part === 'head') return showItem(c)
  const row = await draftOf(c)
  const world = await worldOf(c.var.ctx)
  const faults = faultsOf(row.draft, world)
  return <PartPage row={row} place={{ part }} faults={faults} formKey={newId(c.var.ctx.now)} on={world.on} />
}

/** What the fields of a new item start from. */
const beginnings: Readonly<Partial<Record<ItemPart, Values>>> = {
  components: { 'item.manner': 'submit', 'item.originals': 1, 'item.copies': 0 },
  fees: { 'item.kind': 'charge' },
  steps: { 'item.kind': 'process', 'item.role': 'specialist' },
  results: { 'item.kind': 'document' },
  questions: { 'item.kind': 'text', 'item.required': 'yes' },
}

const partsOfProof: Readonly<Partial<Record<ItemPart, string>>> = { sections: 'form', questions: 'form' }

/** The item of the address with the values of its form; a new one when the address says so. */
function itemAt(c: WebContext, { draft }: Drafted): { key: string | null; values: Values; item: Any | null } {
  const { part, within } = placeOf(c)
  if (part === 'head') {
    const { layout } = draft.form
    return {
      key: '',
      values: itemWritten('head', { ...draft, assurance: String(draft.assurance), layout }),
      item: null,
    }
  }
  const key = param(c, 'key')
  const place = { part, within }
  if (key === fresh && !findItem(draft, place, fresh)) return { key: null, values: beginnings[part] ?? {}, item: null }
  const item = findItem(draft, place, key) ?? refuse('missing', 'services.draft.item_missing')
  const name = keyOf({ part: 'sections' }, item, 0)
  const isOther = (part === 'sections' || part === 'questions') && (draft.aboutOthers?.includes(name) ?? false)
  const { questions: _, ...bare } = item
  return {
    key,
    values: itemWritten(part, { ...bare, ...(isOther && { aboutOther: true }) }),
    item,
  }
}

async function showItem(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const row = await draftOf(c)
  const { part, within } = placeOf(c)
  if (within !== undefined && !findItem(row.draft, { part: 'sections' }, within))
    refuse('missing', 'services.draft.item_missing')
  const { key, values, item } = itemAt(c, row)
  const proofPart = partsOfProof[part] ?? part
  const world = await worldOf(ctx)
  const faults = faultsOf(row.draft, world).filter(
    (fault) => fault.part === proofPart && (part === 'head' || part === 'sections' || fault.item === key),
  )
  const shown = part === 'sections' ? faults.filter(({ item }) => isOfSection(row, key, item)) : faults
  const seen = Number(back?.typed['seen'] ?? row.draftVersion)
  const page = (
    <ItemPage
      row={row}
      part={part}
      within={within}
      itemKey={key}
      item={item}
      values={values}
      faults={shown}
      on={world.on}
      formKey={newId(ctx.now)}
      back={back}
      meanwhile={seen === row.draftVersion ? [] : await changedSince(ctx.db, row.procedureCode, seen)}
    />
  )
  return back ? { status: back.status, page } : page
}

const isOfSection = ({ draft }: Drafted, section: string | null, item: string | undefined) =>
  item === section || listAt(draft, { part: 'questions', within: section ?? '' }).some(({ name }) => name === item)

async function save(c: WebContext): Promise<Answer> {
  const procedure = param(c, 'code')
  const { part, within } = placeOf(c)
  const isNew = part !== 'head' && param(c, 'key') === fresh
  const key = part === 'head' || isNew ? {} : { key: param(c, 'key') }
  const sent = await submit(c, putItem, { procedure, part, ...(within !== undefined && { within }), ...key })
  if (!sent.ok) return showItem(c, sent)
  if (part === 'head') return go(c, partPath(procedure, 'head'), 'services.done.put')
  const stays = part === 'sections' && isNew
  const to = stays ? itemPath(procedure, { part }, sent.result.key) : placePath(procedure, { part, within })
  return go(c, to, 'services.done.put')
}

/** The list again, with why not and what changed meanwhile. Questions stand on the page of their section. */
async function refusedAt(c: WebContext, place: Place, { key, params, status, typed }: Returned): Promise<Answer> {
  const { ctx } = c.var
  const row = await draftOf(c)
  const world = await worldOf(ctx)
  const faults = faultsOf(row.draft, world)
  const meanwhile = await changedSince(ctx.db, row.procedureCode, Number(typed['seen'] ?? row.draftVersion))
  const props = { row, place, faults, on: world.on, formKey: newId(ctx.now), refused: { key, params }, meanwhile }
  return { status, page: <PartPage {...props} /> }
}

const onItem =
  (cmd: typeof moveItem | typeof removeItem, done: 'move' | 'remove') =>
  async (c: WebContext): Promise<Answer> => {
    const [procedure, key] = [param(c, 'code'), param(c, 'key')]
    const place = listPlace(c)
    const sent = await submit(c, cmd as typeof moveItem, { procedure, ...place, key })
    return sent.ok ? go(c, placePath(procedure, place), `services.done.${done}`) : refusedAt(c, place, sent)
  }

const at = `${list}/:code/:part`
const question = `${list}/:code/to-khai/:within/:key`

export const itemPages: readonly Route[] = [
  get(at, needs, showPart),
  post(at, needs, save),
  post(`${at}/:key/thu-tu`, needs, onItem(moveItem, 'move')),
  post(`${at}/:key/bo-di`, needs, onItem(removeItem, 'remove')),
  get(`${at}/:key`, needs, (c) => showItem(c)),
  post(`${at}/:key`, needs, save),
  post(`${question}/thu-tu`, needs, onItem(moveItem, 'move')),
  post(`${question}/bo-di`, needs, onItem(removeItem, 'remove')),
  get(question, needs, (c) => showItem(c)),
  post(question, needs, save),
]
