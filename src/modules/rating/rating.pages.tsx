/** Rating after return: at the page of a dossier, or by the code on the receipt without signing in. */
import { nobody } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { readForm, type Returned, returned, submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { findDossier } from '#modules/dossiers/public.ts'
import { getApplication } from '#modules/filing/public.ts'
import { findOfDossier } from './follow-up.store.ts'
import { ratingRulesOn } from './rating-rule.ts'
import { giveAnonymously, giveRating } from './rating.commands.ts'
import { objectionToChange, objectionToRate } from './rating.ts'
import { findOwnRating, findTurn } from './rating.store.ts'
import { ByCodePage, OwnPage } from './rating.views.tsx'

const idOf = (c: WebContext): string => c.req.param('id') ?? ''

function byCode(c: WebContext, back?: Returned): Answer {
  const { now } = c.var.ctx
  const page = (
    <ByCodePage
      rules={ratingRulesOn(dayOf(now))}
      code={c.req.query('ma') ?? ''}
      back={back}
      idempotencyKey={newId(now)}
    />
  )
  return back ? { status: back.status, page } : page
}

/** Whoever is signed in in this browser is nobody here. */
const withoutName = (ctx: Ctx): Ctx => ({ ...ctx, actor: nobody })

async function answerByCode(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const { _key: key, ...sheet } = raw
  try {
    const ctx = { ...withoutName(c.var.ctx), key: typeof key === 'string' && key ? key : undefined }
    await perform(ctx, giveAnonymously, sheet)
    return go(c, '/', 'rating.done_anonymously')
  } catch (fault) {
    return byCode(c, returned(typed, fault))
  }
}

/** What may be done now: nothing yet, give, change, or only look. */
async function standingOf(ctx: Ctx, id: string) {
  const [dossier, turn, rating] = [
    await findDossier(ctx.db, id),
    await findTurn(ctx.db, id),
    await findOwnRating(ctx.db, id),
  ]
  const rules = ratingRulesOn(dayOf(ctx.now))
  if (!dossier || objectionToRate(dossier)) return { rules, rating, may: 'not_yet' as const }
  if (!turn) return { rules, rating, may: 'give' as const }
  const isOpen = rating && objectionToChange(rating.givenAt, rules, dayOf(ctx.now)) === null
  return { rules, rating, may: isOpen ? ('change' as const) : ('look' as const) }
}

async function own(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const application = await getApplication(ctx, idOf(c))
  const page = (
    <OwnPage
      application={application}
      {...(await standingOf(ctx, application.id))}
      followUp={await findOfDossier(ctx.db, application.id)}
      back={back}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerOwn(c: WebContext): Promise<Answer> {
  const done = await submit(c, giveRating, { id: idOf(c) })
  return done.ok ? go(c, `/ho-so/${idOf(c)}/danh-gia`, 'rating.done') : own(c, done)
}

export const ratingPages: readonly Route[] = [
  get('/danh-gia', 'public', (c) => byCode(c)),
  post('/danh-gia', 'public', answerByCode),
  get('/ho-so/:id/danh-gia', 'citizen', (c) => own(c)),
  post('/ho-so/:id/danh-gia', 'citizen', answerOwn),
]
