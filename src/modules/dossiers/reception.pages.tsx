/** Pages that look at the whole dossier: taking it in, and asking for everything that is wanting. */
import { walk } from '#fields/walk.ts'
import { inWords } from '#fields/words.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { inLocale, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { unitsToday } from '#modules/filing/public.ts'
import { AskingPage, type Place } from './asking.views.tsx'
import { countsAnew } from './clock-objection.ts'
import type { Docket } from './docket.store.ts'
import { groundOn } from './grounds.ts'
import { idOf } from './dossier.pages.tsx'
import { acts, offered } from './offer.ts'
import { papersOf, receiveDossier } from './reception.commands.ts'
import { ReceptionPage } from './reception.views.tsx'
import { openSeen, standingOf } from './shown.store.ts'
import { askSupplement, askSupplementAgain, formOf } from './supplement.commands.ts'
import { paperAt } from './supplement.ts'

const path = '/mot-cua/ho-so'

async function receptionPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const docket = await openSeen(ctx, idOf(c))
  if (!back && !offered(standingOf(docket, ctx.now), ctx.actor).includes('receive'))
    refuse('conflict', docket.dossier.code ? 'dossiers.reception.received_already' : 'dossiers.dossier.not_now')
  const units = (await unitsToday(ctx)).filter(({ id, kind }) => id !== docket.dossier.unitId && kind !== 'press')
  const page = (
    <ReceptionPage
      dossier={docket.dossier}
      papers={papersOf(docket, ctx.now)}
      units={units}
      back={back}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerReception(c: WebContext): Promise<Answer> {
  const done = await submit(c, receiveDossier, { id: idOf(c) })
  return done.ok ? go(c, `${path}/${idOf(c)}`, 'dossiers.reception.done') : receptionPage(c, done)
}

const asText = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one: unknown) => asText(one)).join(', ')
  if (value === null || typeof value !== 'object') return ''
  if ('words' in value) return asText(value.words)
  return 'name' in value ? asText(value.name) : ''
}

/** Every question that was asked, every paper, and the dossier as a whole. */
function placesOf(docket: Docket, now: Date): Place[] {
  const form = formOf(docket)
  const { spots } = walk(form, docket.application.answers, dayOf(now))
  const asked = spots
    .filter((spot) => spot.asked && spot.question.kind !== 'computed')
    .map(({ name, question, answer }) => ({ at: name, label: inWords(question.label), now: asText(answer) }))
  const papers = papersOf(docket, now)
    .filter(({ code }) => !asked.some(({ at }) => at === paperAt(code)))
    .map(({ code, name }) => ({ at: paperAt(code), label: inWords(name), now: '' }))
  return [...asked, ...papers, { at: '', label: t('dossiers.asking.whole'), now: '' }]
}

async function askingPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const docket = await openSeen(ctx, idOf(c))
  const { clock, rules, calendar } = docket
  const offers = offered(standingOf(docket, ctx.now), ctx.actor)
  const again = clock.supplements >= rules.supplement.most
  if (!back && !offers.includes(again ? 'ask_supplement_again' : 'ask_supplement'))
    refuse('conflict', again ? 'dossiers.clock.supplement_needs_supervisor' : 'dossiers.dossier.not_now')
  const today = dayOf(ctx.now)
  const page = (
    <AskingPage
      dossier={docket.dossier}
      places={inLocale(c.var.locale, () => placesOf(docket, ctx.now))}
      basis={groundOn('supplement', today).citation}
      again={again}
      countsAnew={countsAnew({ startsAt: clock.startsAt, askedAt: ctx.now, rules, calendar })}
      back={back}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

const asking = (cmd: typeof askSupplement | typeof askSupplementAgain) => async (c: WebContext) => {
  const done = await submit(c, cmd as typeof askSupplement, { id: idOf(c) })
  return done.ok ? go(c, `${path}/${idOf(c)}`, 'dossiers.asking.done') : askingPage(c, done)
}

export const receptionPages: readonly Route[] = [
  get(`${path}/:id/${acts.receive.at}`, acts.receive.needs, (c) => receptionPage(c)),
  post(`${path}/:id/${acts.receive.at}`, acts.receive.needs, answerReception),
  get(`${path}/:id/${acts.ask_supplement.at}`, acts.ask_supplement.needs, (c) => askingPage(c)),
  post(`${path}/:id/${acts.ask_supplement.at}`, acts.ask_supplement.needs, asking(askSupplement)),
  post(`${path}/:id/${acts.ask_supplement_again.at}`, acts.ask_supplement_again.needs, asking(askSupplementAgain)),
]
