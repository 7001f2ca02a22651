/** The review of a draft: every button is a form of its own, and every answer leads back to the item it was about. */
import type { z } from 'zod'
import type { Command } from '#kernel/command.ts'
import type { Json } from '#kernel/event.store.ts'
import { newId } from '#kernel/id.ts'
import { submit } from '#kernel/submit.ts'
import type { Returned, Typed } from '#kernel/submit.ts'
import type { Key } from '#kernel/text.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import {
  addItem,
  confirmCertain,
  confirmItem,
  correctItem,
  dropItem,
  joinItem,
  restoreItem,
  settleWarning,
  splitItem,
} from './draft.commands.ts'
import { itemOf, itemKinds } from './draft.ts'
import { getDraft, type PlanDraft } from './draft.store.ts'
import { ReviewPage } from './draft.views.tsx'
import { sheetPath, type View, viewOf, viewQuery } from './review.ts'

const needs = 'plan.import'
const codeOf = (c: WebContext) => c.req.param('code') ?? ''

type Asked = Parameters<typeof viewOf>[1]

const asked = (read: (name: string) => string | undefined): Asked => {
  const [sheet, section, page] = [read('muc'), read('phan'), Number(read('trang') ?? 1)]
  return { ...(sheet && { sheet }), ...(section && { section }), ...(page > 1 && { page }) }
}

const textIn = (typed: Typed) => (name: string) => {
  const value = typed[name]
  return typeof value === 'string' ? value : undefined
}

const formKeyOf = (c: WebContext) => newId(c.var.ctx.now)

const openReview = async (c: WebContext): Promise<Answer> => {
  const plan = await getDraft(c.var.ctx.db, codeOf(c))
  const opened = c.req.query('mo')
  const view = viewOf(plan.draft, { ...asked((name) => c.req.query(name)), ...(opened && { item: opened }) })
  return <ReviewPage plan={plan} view={view} formKey={formKeyOf(c)} opened={opened} refused={undefined} />
}

/** Back to the stretch somebody worked in, at the item they worked on; or at what has taken its place there. */
function wayBack({ code, draft }: PlanDraft, typed: Typed, itemId: string | null): string {
  const read = textIn(typed)
  const item = itemId === null ? undefined : itemOf(draft, itemId)
  const before = viewOf(draft, asked(read))
  const moved = item && itemKinds.some((kind) => kind === before.sheet) && item.kind !== before.sheet
  const view: View = moved
    ? viewOf(draft, { sheet: sheetPath(item.kind), item: item.id })
    : viewOf(draft, { ...asked(read), ...(item && { item: item.id }) })
  const n = view.shown.find((shown) => shown.item.id === itemId)?.n ?? nearest(view, read('n'))
  return `/ke-hoach/${code}/duyet?${viewQuery(view)}${n === undefined ? '' : `#muc-${n}`}`
}

const nearest = ({ shown }: View, n: string | undefined) =>
  n === undefined ? undefined : (shown.find((one) => Number(one.n) >= Number(n)) ?? shown.at(-1))?.n

/** The page again, with what was typed and what stands against it; the count of changes is the newest. */
function refusedPage(c: WebContext, plan: PlanDraft, back: Returned, itemId: string): Answer {
  const item = itemOf(plan.draft, itemId)
  const view = viewOf(plan.draft, { ...asked(textIn(back.typed)), ...(item && { item: itemId }) })
  const { key, params, typed, problems } = back
  return {
    status: back.status,
    page: (
      <ReviewPage
        plan={plan}
        view={view}
        formKey={formKeyOf(c)}
        opened={undefined}
        refused={item && { item: itemId, key, params, typed, problems }}
        lost={item ? undefined : key}
      />
    ),
  }
}

/** A button of an item. What came meanwhile, or is missing, is answered with the page again. */
const onItem =
  <In extends z.ZodType, Out extends Json>(cmd: Command<In, Out>, done: Key) =>
  async (c: WebContext): Promise<Answer> => {
    const [code, item] = [codeOf(c), c.req.param('item') ?? '']
    const { ctx } = c.var
    if (!itemOf((await getDraft(ctx.db, code)).draft, item)) return lostPage(c, code)
    const sent = await submit(c, cmd, { code, item })
    const plan = await getDraft(ctx.db, code)
    return sent.ok ? go(c, wayBack(plan, sent.typed, item), done) : refusedPage(c, plan, sent, item)
  }

async function lostPage(c: WebContext, code: string): Promise<Answer> {
  const plan = await getDraft(c.var.ctx.db, code)
  const props = { plan, formKey: formKeyOf(c), opened: undefined, refused: undefined }
  return { status: 409, page: <ReviewPage {...props} view={viewOf(plan.draft, {})} lost="plan.draft.joined_away" /> }
}

/** A form of the page as a whole. */
const onDraft =
  <In extends z.ZodType, Out extends Json>(
    cmd: Command<In, Out>,
    done: Key,
    more: (c: WebContext) => Record<string, unknown> = () => ({}),
  ) =>
  async (c: WebContext): Promise<Answer> => {
    const code = codeOf(c)
    const sent = await submit(c, cmd, { code, ...more(c) })
    const plan = await getDraft(c.var.ctx.db, code)
    if (!sent.ok) return refusedPage(c, plan, sent, '')
    return go(c, wayBack(plan, sent.typed, itemIn(sent.result)), done)
  }

/** The item a command speaks of, when it speaks of one. */
const itemIn = (result: Json): string | null => {
  const item = result !== null && typeof result === 'object' && 'item' in result ? result['item'] : null
  return typeof item === 'string' ? item : null
}

/** To keep a heading as printed is to settle the note without another name. */
const kept = (c: WebContext) => (c.req.query('giu') ? { to: undefined } : {})

/** The address of a form that came back: whoever opens it anew is led to the item. */
const toItem = async (c: WebContext): Promise<Answer> =>
  go(c, wayBack(await getDraft(c.var.ctx.db, codeOf(c)), {}, c.req.param('item') ?? null))

export const draftPages: readonly Route[] = [
  get('/ke-hoach/:code/duyet', needs, openReview),
  get('/ke-hoach/:code/duyet/:item', needs, toItem),
  get('/ke-hoach/:code/duyet/:item/:button', needs, toItem),
  post('/ke-hoach/:code/duyet/xac-nhan-chac', needs, onDraft(confirmCertain, 'plan.draft.done.certain')),
  post('/ke-hoach/:code/duyet/them', needs, onDraft(addItem, 'plan.draft.done.add')),
  post('/ke-hoach/:code/duyet/da-xem', needs, onDraft(settleWarning, 'plan.draft.done.settle', kept)),
  post('/ke-hoach/:code/duyet/:item', needs, onItem(confirmItem, 'plan.draft.done.confirm')),
  post('/ke-hoach/:code/duyet/:item/luu', needs, onItem(correctItem, 'plan.draft.done.save')),
  post('/ke-hoach/:code/duyet/:item/bo', needs, onItem(dropItem, 'plan.draft.done.drop')),
  post('/ke-hoach/:code/duyet/:item/lay-lai', needs, onItem(restoreItem, 'plan.draft.done.restore')),
  post('/ke-hoach/:code/duyet/:item/tach', needs, onItem(splitItem, 'plan.draft.done.split')),
  post('/ke-hoach/:code/duyet/:item/gop', needs, onItem(joinItem, 'plan.draft.done.join')),
]
