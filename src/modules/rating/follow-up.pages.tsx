/** What leaders and supervisors see of ratings: how units stand, and the low ones that wait for an answer. */
import { reaches, scopeOf } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { isId, newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { day, dayOf, yearOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { findDossier, namesOf } from '#modules/dossiers/public.ts'
import { recordAccess } from '#modules/identity/public.ts'
import { answerFollowUp, takeFollowUp } from './follow-up.commands.ts'
import { objectionToAnswer } from './follow-up.ts'
import { type FollowUp, findFollowUp, listOpen } from './follow-up.store.ts'
import { FollowUpPage, RatingsPage } from './follow-up.views.tsx'
import { hrefOf } from './opening.store.ts'
import { placeIn, placeOf } from './place.ts'
import { ratingRulesOn } from './rating-rule.ts'
import { countByUnit } from './rating.store.ts'

const path = '/phan-hoi-danh-gia'
const onePage = 50

const idOf = (c: WebContext): string => {
  const id = c.req.param('id') ?? ''
  return isId(id) ? id : refuse('missing', 'rating.follow_up.missing')
}

async function list(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const within = await scopeOf(ctx)
  const today = dayOf(ctx.now)
  const rules = ratingRulesOn(today)
  const first = rules.criteria.asked[0]?.code ?? ''
  const from = day(`${yearOf(today)}-01-01`)
  const after = placeIn(c.req.query('sau') ?? '')
  const found = await listOpen(ctx.db, { within, limit: onePage + 1, ...(after && { after }) })
  const rows = found.slice(0, onePage)
  const names = new Map((await listUnits(ctx.db, today)).map(({ id, name }) => [id, name]))
  const last = found.length > onePage ? rows.at(-1) : undefined
  return (
    <RatingsPage
      rules={rules}
      today={today}
      units={await countByUnit(ctx.db, within, from, first)}
      rows={rows}
      unitNames={names}
      owners={
        await namesOf(
          ctx,
          rows.map(({ ownerId }) => ownerId),
        )
      }
      next={last ? `${path}?sau=${placeOf(last)}` : null}
    />
  )
}

/** Of a rating with a name the dossier is read, and its owner finds that in their list. */
async function dossierOf(ctx: Ctx, { dossierId, partyId, id }: FollowUp) {
  if (dossierId === null || partyId === null) return null
  await recordAccess(ctx, { partyId, purpose: 'handle', what: 'dossier', about: `rating.follow_up/${id}` })
  return (await findDossier(ctx.db, dossierId)) ?? null
}

async function getSeen(ctx: Ctx, id: string): Promise<FollowUp> {
  const found = (await findFollowUp(ctx.db, id)) ?? refuse('missing', 'rating.follow_up.missing')
  return (await reaches(ctx, found.unitId)) ? found : refuse('forbidden', 'kernel.outside_your_unit')
}

async function one(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const followUp = await getSeen(ctx, idOf(c))
  const { accountId } = ctx.actor
  const units = await listUnits(ctx.db, today)
  const page = (
    <FollowUpPage
      followUp={followUp}
      rules={ratingRulesOn(followUp.openedOn)}
      today={today}
      unit={units.find(({ id }) => id === followUp.unitId)?.name ?? ''}
      owner={(await namesOf(ctx, [followUp.ownerId])).get(followUp.ownerId ?? '') ?? null}
      dossier={await dossierOf(ctx, followUp)}
      objection={objectionToAnswer(followUp, accountId)}
      mayAnswer={may(ctx.actor, 'rating.answer')}
      isMine={followUp.ownerId === accountId}
      back={back}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerTake(c: WebContext): Promise<Answer> {
  const done = await submit(c, takeFollowUp, { id: idOf(c) })
  return done.ok ? go(c, hrefOf(idOf(c)), 'rating.follow_up.taken') : one(c, done)
}

async function answerOne(c: WebContext): Promise<Answer> {
  const done = await submit(c, answerFollowUp, { id: idOf(c) })
  return done.ok ? go(c, hrefOf(idOf(c)), 'rating.follow_up.done') : one(c, done)
}

export const followUpPages: readonly Route[] = [
  get(path, 'rating.read', list),
  get(`${path}/:id`, 'rating.read', (c) => one(c)),
  post(`${path}/:id/nhan`, 'rating.answer', answerTake),
  post(`${path}/:id/tra-loi`, 'rating.answer', answerOne),
]
