/** The way in for citizens: the first page, the list, the events of life; and the same for search engines. */
import { refuse } from '#kernel/problem.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { type Level, levels, listChanged } from '#modules/catalogue/public.ts'
import { findLifeEvent, lifeEvents, oftenAsked } from './life-event.ts'
import type { Filter } from './search-index.ts'
import { catalogueIndex, type Listed } from './search.store.ts'
import { EventPage, HomePage, ListPage } from './search.views.tsx'
import { dayOf } from '#kernel/time.ts'

/** The same bytes for everybody for so many seconds. */
const sharedFor = 60
const pageSize = 20
const longestQuery = 200

const isLevel = (text: string | undefined): text is Level => levels.some((level) => level === text)
const asked = (c: WebContext, name: string) => c.req.query(name)?.trim().slice(0, longestQuery) || undefined

/** What the address asks for. */
export function filterOf(c: WebContext): { words: string; filter: Filter } {
  const level = asked(c, 'cap')
  return {
    words: asked(c, 'q') ?? '',
    filter: {
      event: asked(c, 'doi-song'),
      field: asked(c, 'linh-vuc'),
      agency: asked(c, 'co-quan'),
      ...(isLevel(level) && { level }),
    },
  }
}

/** The address of another page of the same list. */
function pageAt(c: WebContext, path: string, page: number): string {
  const query = new URLSearchParams(new URL(c.req.url).search)
  query.delete('lang')
  if (page > 1) query.set('trang', String(page))
  else query.delete('trang')
  return `${path}${query.size ? `?${query}` : ''}`
}

/** The page of a list that the address asks for, and the addresses before and after it. */
export function pageOf<T>(c: WebContext, path: string, all: readonly T[], size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('trang') ?? 1)) || 1))
  return {
    shown: all.slice((page - 1) * size, page * size),
    total: all.length,
    from: (page - 1) * size + 1,
    previous: page > 1 ? pageAt(c, path, page - 1) : undefined,
    next: page < pages ? pageAt(c, path, page + 1) : undefined,
  }
}

async function home(c: WebContext) {
  const index = await catalogueIndex(c.var.ctx)
  return <HomePage count={index.size} often={oftenAsked.filter(({ procedure }) => index.byCode.has(procedure))} />
}

async function list(c: WebContext) {
  const index = await catalogueIndex(c.var.ctx)
  const { words, filter } = filterOf(c)
  const { found, fields, agencies } = index.search(words, filter)
  const { shown, ...page } = pageOf(c, '/dich-vu-cong', found, pageSize)
  return (
    <ListPage
      words={words}
      filter={filter}
      found={shown}
      {...page}
      fields={fields}
      agencies={agencies}
      isEmpty={index.size === 0}
    />
  )
}

async function event(c: WebContext) {
  const found = findLifeEvent(c.req.param('slug') ?? '') ?? refuse('missing', 'kernel.missing')
  const index = await catalogueIndex(c.var.ctx)
  const known: Listed[] = found.procedures.flatMap((code) => index.byCode.get(code) ?? [])
  return <EventPage event={found} found={known} missing={found.procedures.filter((code) => !index.byCode.has(code))} />
}

const forAnHour = { 'cache-control': 'public, max-age=3600' }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function sitemap(c: WebContext) {
  const { publicUrl } = c.var.site
  const fixed = ['/', '/dich-vu-cong', '/tien-do', ...lifeEvents.map(({ slug }) => `/doi-song/${slug}`)]
  const procedures = await listChanged(c.var.ctx.db)
  const urls = [
    ...fixed.map((path) => `<url><loc>${escaped(publicUrl + path)}</loc></url>`),
    ...procedures.map(
      ({ code, changedAt }) =>
        `<url><loc>${escaped(`${publicUrl}/thu-tuc/${encodeURIComponent(code)}`)}</loc><lastmod>${dayOf(changedAt)}</lastmod></url>`,
    ),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return c.body(xml, 200, { 'content-type': 'application/xml; charset=utf-8', ...forAnHour })
}

/** Pages of somebody in particular, and those of officers, are nobody's to gather. */
const closed = [
  '/api/',
  '/danh-muc',
  '/ke-hoach',
  '/quan-tri',
  '/ho-so',
  '/to-khai',
  '/nop-ho-so',
  '/dang-nhap',
  '/tai-khoan',
]

function robots(c: WebContext) {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${c.var.site.publicUrl}/sitemap.xml`,
  ]
  return c.body(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; charset=utf-8', ...forAnHour })
}

export const searchPages = [
  get('/', 'public', home, { sharedFor }),
  get('/dich-vu-cong', 'public', list, { sharedFor }),
  get('/doi-song/:slug', 'public', event, { sharedFor }),
  get('/sitemap.xml', 'public', sitemap),
  get('/robots.txt', 'public', robots),
]
