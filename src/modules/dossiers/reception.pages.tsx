/** Pages that look at the whole dossier: taking it in, and asking for everything that is wanting. */
import { countsAnew } from '#modules/clock/public.ts'
import { walk } from '#fields/walk.ts'
import { inWords } from '#fields/words.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { inLocale, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { booksFor, unitsToday } from '#modules/filing/public.ts'
import { AskingPage, type Place } from './asking.views.tsx'
import type { Docket } from './docket.store.ts'
import { costsOfActs } from './fact.store.ts'
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
  const papers = papersOf(docket, ctx.now)
  const page = (
    <ReceptionPage
      dossier={docket.dossier}
      papers={papers}
      costs={await costsOfActs(ctx, docket, papers.some(({ digitise }) => digitise) ? ['undigitised'] : [])}
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

/** Every question that was asked, every paper, and the dossier as a whole. */
function placesOf(docket: Docket, now: Date): Place[] {
  const form = formOf(docket)
  const { spots } = walk(form, docket.application.answers, dayOf(now))
  const asked = spots
    .filter((spot) => spot.asked && spot.question.kind !== 'computed')
    .map(({ name, question, answer }) => ({ at: name, label: inWords(question.label), question, answer }))
  const papers = papersOf(docket, now)
    .filter(({ code }) => !asked.some(({ at }) => at === paperAt(code)))
    .map(({ code, name }) => ({ at: paperAt(code), label: inWords(name) }))
  return [...asked, ...papers, { at: '', label: t('dossiers.asking.whole') }]
}

async function askingPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const docket = await openSeen(ctx, idOf(c))
  const { clock, rules, calendar } = docket
  const offers = offered(standingOf(docket, ctx.now), ctx.actor)
  const again = clock.supplements >= rules.supplement.most
  if (!back && !offers.includes(again ? 'ask_supplement_again' : 'ask_supplement'))
    refuse('conflict', again ? 'clock.objection.supplement_needs_supervisor' : 'dossiers.dossier.not_now')
  const today = dayOf(ctx.now)
  const page = (
    <AskingPage
      dossier={docket.dossier}
      places={inLocale(c.var.locale, () => placesOf(docket, ctx.now))}
      books={await booksFor(ctx, formOf(docket), [])}
      basis={groundOn('supplement', today).citation}
      again={again}
      costs={await costsOfActs(ctx, docket, again ? ['second_supplement'] : [])}
      countsAnew={countsAnew({ startsAt: clock.startsAt, askedAt: ctx.now, rules, calendar })}
      back={back}
      idempotencyKey={newId(ctx.now)}
    />
  )
  return back ? { status: back.status, page } : page
}

/** The command counts the lines that were ticked; the page has all of them. */
function atTheirLines(back: Returned): Returned {
  const rows = Object.keys(back.typed)
    .flatMap((name) => /^defects\.(\d+)\.ticked$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
  const at = (path: string) =>
    path.replace(/^defects\.(\d+)/, (_, nth: string) => `defects.${rows[Number(nth)] ?? nth}`)
  return { ...back, problems: back.problems.map((one) => ({ ...one, path: at(one.path) })) }
}

const asking = (cmd: typeof askSupplement | typeof askSupplementAgain) => async (c: WebContext) => {
  const done = await submit(c, cmd as typeof askSupplement, { id: idOf(c) })
  return done.ok ? go(c, `${path}/${idOf(c)}`, 'dossiers.asking.done') : askingPage(c, atTheirLines(done))
}

export const receptionPages: readonly Route[] = [
  get(`${path}/:id/${acts.receive.at}`, acts.receive.needs, (c) => receptionPage(c)),
  post(`${path}/:id/${acts.receive.at}`, acts.receive.needs, answerReception),
  get(`${path}/:id/${acts.ask_supplement.at}`, acts.ask_supplement.needs, (c) => askingPage(c)),
  post(`${path}/:id/${acts.ask_supplement.at}`, acts.ask_supplement.needs, asking(askSupplement)),
  post(`${path}/:id/${acts.ask_supplement_again.at}`, acts.ask_supplement_again.needs, asking(askSupplementAgain)),
]
