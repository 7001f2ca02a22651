/** The board of the one-stop desk for whoever leads, and what a supervisor looks for. */
import { isId } from '#kernel/id.ts'
import { may } from '#kernel/access.ts'
import { calendarOf } from '#kernel/calendar.store.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { get, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { oneStopRulesOn } from '#modules/clock/public.ts'
import { findOfficer, unitsUnder } from '#modules/scores/public.ts'
import { BoardPage, path, watchHref } from './board.views.tsx'
import { loadBoard, unitAsked } from './board-whole.store.ts'
import { HeldPage } from './held.views.tsx'
import { listHeld } from './holder.store.ts'
import { listInstructions } from './instruction.store.ts'
import { accountsIn, namesFor } from './names.store.ts'
import { overviewRulesOn } from './overview-rule.ts'
import { boundsOf, type WatchView, watchViews } from './watch.ts'
import { type After, listWatched, orderOf } from './watch.store.ts'
import { WatchPage } from './watch.views.tsx'

const onePage = 50
const fewInstructions = 10

const rightsOf = ({ actor }: WebContext['var']['ctx']) => ({
  mayOpen: may(actor, 'dossiers.read'),
  mayInstruct: may(actor, 'overview.instruct'),
})

async function boardPage(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const unit = await unitAsked(ctx, c.req.query('don-vi'))
  const below = (await unitsUnder(ctx.db, unit.id, dayOf(ctx.now))).map(({ unitId }) => unitId)
  const instructions = (await listInstructions(ctx.db, 'received', below)).slice(0, fewInstructions)
  return (
    <BoardPage
      board={await loadBoard(ctx, unit)}
      instructions={instructions}
      names={await namesFor(ctx, accountsIn(instructions))}
      now={ctx.now}
      {...rightsOf(ctx)}
    />
  )
}

async function heldPage(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const unit = await unitAsked(ctx, c.req.query('don-vi'))
  const login = c.req.query('can-bo') ?? ''
  const officer = login === '' ? null : ((await findOfficer(ctx.db, login)) ?? refuse('missing', 'kernel.missing'))
  const held = await listHeld(ctx, { unitId: unit.id, holderId: officer?.id ?? null })
  return <HeldPage {...held} {...rightsOf(ctx)} unit={unit} officer={officer} now={ctx.now} />
}

/** `2025-05-14T01:00:00.000Z_<id>` */
function readAfter(typed: string | undefined): After | undefined {
  const [at = '', id = ''] = (typed ?? '').split('_')
  const moment = new Date(at)
  return isId(id) && !Number.isNaN(moment.getTime()) ? { at: moment, id } : undefined
}

const viewAsked = (c: WebContext): WatchView => watchViews.find((one) => one === c.req.query('xem')) ?? 'late'

async function watchPage(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const unit = await unitAsked(ctx, c.req.query('don-vi'))
  const view = viewAsked(c)
  const today = dayOf(ctx.now)
  const rules = overviewRulesOn(today)
  const calendar = await calendarOf(ctx.db, await listAncestors(ctx.db, unit.id, today))
  const found = await listWatched(ctx.db, {
    view,
    units: (await unitsUnder(ctx.db, unit.id, today)).map(({ unitId }) => unitId),
    now: ctx.now,
    ...boundsOf(ctx.now, calendar, rules, oneStopRulesOn(today)),
    after: readAfter(c.req.query('sau')),
    limit: onePage + 1,
  })
  const rows = found.slice(0, onePage)
  const last = found.length > onePage ? rows.at(-1) : undefined
  const at = last?.[orderOf(view)]
  return (
    <WatchPage
      {...{ unit, view, rows, rules }}
      names={
        await namesFor(
          ctx,
          rows.map(({ holderId }) => holderId),
        )
      }
      next={last && at ? `${watchHref(unit.slug)}&xem=${view}&sau=${at.toISOString()}_${last.dossierId}` : null}
      now={ctx.now}
      {...rightsOf(ctx)}
    />
  )
}

export const boardPages: readonly Route[] = [
  get(path, 'overview.read', boardPage),
  get(`${path}/ho-so`, 'overview.read', heldPage),
  get(`${path}/can-xem`, 'overview.read', watchPage),
]
