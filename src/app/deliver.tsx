/** A page becomes bytes: rendered in the reader's language inside the shell, packed, with the headers it needs. */
import { gzipSync } from 'node:zlib'
import { deleteCookie, getCookie } from 'hono/cookie'
import { isValidElement, type VNode } from 'preact'
import { may, type Needs } from '#kernel/access.ts'
import { refuse } from '#kernel/problem.ts'
import { isFileKind, tableFile } from '#kernel/table-file.ts'
import type { Key } from '#kernel/text.ts'
import type { Answer, WebContext } from '#kernel/web.ts'
import { noticeCookie } from '#ui/go.ts'
import { renderPage } from '#ui/render.tsx'
import type { IconName } from '#ui/icon.tsx'
import type { NavGroup, NavLink, Shell } from '#ui/shell.ts'
import { scriptPath, stylesheetPath } from './assets.ts'
import type { House } from './house.ts'
import { tableOfPage } from './table-of-page.ts'

export function deliver(house: House, c: WebContext, answer: Answer, sharedFor?: number): Response {
  if (answer instanceof Response) return answer
  const { status, page } = isVNode(answer) ? { status: 200, page: answer } : answer
  const html = renderPage(shellOf(house, c), page)
  const gzip = html.length > 1000 && c.req.header('accept-encoding')?.includes('gzip')
  c.status(status as 200)
  c.header('content-type', 'text/html; charset=utf-8')
  c.header('vary', 'accept-encoding, cookie')
  c.header(
    'cache-control',
    sharedFor && !c.var.person && !c.var.citizen ? `public, max-age=0, s-maxage=${sharedFor}` : 'private, no-store',
  )
  if (gzip) c.header('content-encoding', 'gzip')
  return c.body(gzip ? gzipSync(html, { level: 5 }) : html)
}

/** One table of the page as a file, when that is what was asked for: `?tep=csv&bang=2`. */
export async function deliverTable(house: House, c: WebContext, answer: Answer): Promise<Response | null> {
  const kind = c.req.query('tep')
  if (!isFileKind(kind) || answer instanceof Response || !isVNode(answer)) return null
  const table = tableOfPage(renderPage(shellOf(house, c), answer), Number(c.req.query('bang') ?? 1))
  return table ? tableFile(table, kind) : refuse('missing', 'kernel.missing')
}

const isVNode = (answer: Exclude<Answer, Response>): answer is VNode => isValidElement(answer)

export function shellOf(house: House, c: WebContext): Shell {
  const notice = getCookie(c, noticeCookie)
  if (notice) deleteCookie(c, noticeCookie, { path: '/' })
  const url = new URL(c.req.url)
  return {
    locale: c.var.locale ?? 'vi',
    path: url.pathname + url.search,
    province: { name: house.province.name, authority: house.province.authority },
    demo: house.demo,
    person: c.var.person ?? null,
    citizen: c.var.citizen ?? null,
    nav: navOf(house, c),
    row: rowOf(house, c),
    requestId: c.var.ctx?.requestId ?? '',
    help: { phone: house.province.phone },
    styles: stylesheetPath(),
    script: scriptPath(),
    ...(c.var.ctx &&
      may(c.var.ctx.actor, 'plan.read') && { search: { action: '/tim', label: 'plan.search.label' as const } }),
    ...(notice && { notice: { tone: 'done' as const, key: notice as Key } }),
  }
}

/** What anybody and citizens go to stands in one row on their pages, whichever module each comes from. */
const rowOf = (house: House, c: WebContext): NavLink[] => linksOf(house, c, true).flatMap(({ links }) => links)

/** Officers see their work by module. */
const navOf = (house: House, c: WebContext): NavGroup[] =>
  linksOf(house, c, false).filter(({ links }) => links.length > 0)

const linksOf = (house: House, c: WebContext, areForCitizens: boolean): NavGroup[] =>
  house.modules.map(({ name, nav = [] }) => ({
    title: `${name}.nav` as Key,
    links: nav
      .filter(({ needs }) => isForCitizens(needs) === areForCitizens && c.var.ctx && may(c.var.ctx.actor, needs))
      .map((link) => ({ ...link, icon: link.icon as IconName })),
  }))

const isForCitizens = (needs: Needs) => needs === 'public' || needs === 'citizen'
