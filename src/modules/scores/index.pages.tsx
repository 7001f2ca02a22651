/** The index for those who work on it: points and what costs them; and for everybody, how well citizens are served. */
import { refuse } from '#kernel/problem.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { dayOf } from '#kernel/time.ts'
import { listProcedureHeads } from '#modules/catalogue/public.ts'
import { listCostly } from './costly.store.ts'
import { CostlyPage } from './costly.views.tsx'
import { findListed } from './measure.ts'
import { missesOf } from './service-index.ts'
import { loadIndex, loadParts, type Query, type Subject, subjectOf, type View, views } from './index-whole.store.ts'
import { IndexPage } from './index.views.tsx'
import { officerNames, unitNames } from './names.store.ts'
import { ServicePage } from './service.views.tsx'

const onePage = 100

const queryOf = (c: WebContext): Query => ({
  unit: c.req.query('don-vi'),
  officer: c.req.query('can-bo'),
  procedure: c.req.query('thu-tuc'),
  period: c.req.query('ky'),
  from: c.req.query('tu'),
  to: c.req.query('den'),
})

const address = (path: string, query: Readonly<Record<string, string | undefined>>) => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path
}

/** The same subject in other words of the address. */
const hrefFor =
  (path: string, { unit, officer, procedure, chosen }: Subject) =>
  (change: Query & { view?: View; after?: string } = {}) =>
    address(path, {
      'don-vi': unit.slug,
      'can-bo': officer?.login,
      'thu-tuc': procedure?.code,
      ...('unit' in change && { 'don-vi': change.unit, 'can-bo': change.officer, 'thu-tuc': change.procedure }),
      ...(chosen.span === 'days' && !change.period
        ? { tu: chosen.from, den: chosen.to }
        : { ky: change.period ?? chosen.code }),
      theo: change.view,
      sau: change.after,
    })

async function indexPage(c: WebContext) {
  const { ctx } = c.var
  const subject = await subjectOf(ctx, queryOf(c))
  const view = views.find((one) => one === c.req.query('theo')) ?? firstView(subject)
  const hrefTo = hrefFor('/diem-766', subject)
  return (
    <IndexPage
      {...subject}
      {...(await loadIndex(ctx, subject))}
      view={view}
      today={dayOf(ctx.now)}
      parts={await loadParts(ctx, subject, view, (query) => hrefTo(query))}
      hrefTo={hrefTo}
      listHref={(indicator) => hrefFor(`/diem-766/${indicator}/ho-so`, subject)()}
    />
  )
}

/** Down to the next thing that is there: units, then officers, then procedures. */
const firstView = ({ below, officer, procedure }: Subject): View => {
  if (officer) return 'thu-tuc'
  return procedure || below.length > 1 ? 'don-vi' : 'thu-tuc'
}

async function costlyPage(c: WebContext) {
  const { ctx } = c.var
  const subject = await subjectOf(ctx, queryOf(c))
  const indicator = findListed(subject.sheet, c.req.param('indicator') ?? '')
  if (!indicator || !missesOf(indicator).length) return refuse('missing', 'scores.indicator_missing')
  if (!subject.isWithin) return refuse('forbidden', 'kernel.outside_your_unit')
  const { about, asked } = subject
  const after = c.req.query('sau') ?? ''
  const { items, next } = await listCostly(ctx.db, { ...about, asked, indicator, after, limit: onePage })
  const units = await unitNames(
    ctx.db,
    items.map(({ unitId }) => unitId),
  )
  const officers = await officerNames(
    ctx.db,
    items.map(({ officerId }) => officerId),
  )
  const heads = new Map((await listProcedureHeads(ctx.db)).map(({ code, name }) => [code, name]))
  const hrefTo = hrefFor(`/diem-766/${indicator.code}/ho-so`, subject)
  return (
    <CostlyPage
      {...subject}
      indicator={indicator}
      items={items}
      opens={ctx.actor.permissions.has('dossiers.read')}
      names={{ units, officers, procedures: heads }}
      back={hrefFor('/diem-766', subject)()}
      first={after ? hrefTo() : null}
      next={next && hrefTo({ after: next })}
    />
  )
}

async function servicePage(c: WebContext) {
  const { ctx } = c.var
  const subject = await subjectOf({ ...ctx, actor: { ...ctx.actor, unitId: null } }, { period: c.req.query('ky') })
  const { index, sums } = await loadIndex(ctx, subject)
  const parts = await loadParts(ctx, subject, 'don-vi', () => '')
  return <ServicePage {...subject} index={index} sums={sums} parts={parts} />
}

export const indexPages: readonly Route[] = [
  get('/diem-766', 'scores.read', indexPage),
  get('/diem-766/:indicator/ho-so', 'scores.read', costlyPage),
  get('/chat-luong-phuc-vu', 'public', servicePage, { sharedFor: 30 }),
]
