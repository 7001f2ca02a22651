/** Every page of the site that somebody can reach by links, asked for over plain HTTP. */
import { gzipSync } from 'node:zlib'

export type Found = {
  readonly path: string
  /** The page the first link to it stood on. */
  readonly from: string
  readonly status: number
  readonly type: string
  readonly html: string
}

/** Of many pages that differ by an id only so many are opened; every one of them would say the same. */
const mostOfAShape = 8
const atOnce = 4

/** An address with what varies taken out: ids, codes, numbers, and what a query asks for. */
export function shapeOf(path: string): string {
  const [at = '', query = ''] = path.split('?')
  const names = [...new URLSearchParams(query).keys()].sort()
  const parts = at.split('/').map((part) => (isOneOfMany(part) ? '*' : part))
  return (
    parts.join('/').replace(/\/(don-vi|tai-khoan)\/(?!moi$)[^/*]+/, '/$1/*') + (names.length ? `?${names.join()}` : '')
  )
}

const isOneOfMany = (part: string) => /\d/.test(part) || part.includes('.') || /^[A-Z%]/.test(part)

/** Leads to the site of the provider of identities, which wants cookies of its own. */
const toProvider = '/dang-nhap-vneid/di'

const linksIn = (html: string) =>
  [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

/** The paths of this site among them. The same page in another language is another test's matter. */
function inside(links: readonly string[], address: string, from: string): string[] {
  return links.flatMap((href) => {
    const url = new URL(href, `${address}${from}`)
    const isHere = url.origin === address && !url.searchParams.has('lang') && !url.pathname.startsWith(toProvider)
    return isHere ? [`${url.pathname}${url.search}`] : []
  })
}

export async function crawl(address: string, cookie: string, starts: readonly string[] = ['/']): Promise<Found[]> {
  const found: Found[] = []
  const known = new Map(starts.map((path) => [path, '(start)']))
  const shapes = new Map<string, number>()
  const waiting = [...starts]
  const note = (page: Found) => {
    found.push(page)
    for (const path of inside(linksIn(page.html), address, page.path)) {
      const shape = shapeOf(path)
      if (known.has(path) || (shapes.get(shape) ?? 0) >= mostOfAShape) continue
      known.set(path, page.path)
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
      waiting.push(path)
    }
  }
  while (waiting.length) {
    const asked = waiting.splice(0, atOnce)
    const pages = await Promise.all(asked.map((path) => ask(address, cookie, path, known.get(path) ?? '')))
    for (const page of pages) note(page)
  }
  return found
}

async function ask(address: string, cookie: string, path: string, from: string): Promise<Found> {
  const answer = await fetch(address + path, { headers: cookie ? { cookie } : {} })
  const type = answer.headers.get('content-type') ?? ''
  const html = type.startsWith('text/html') ? await answer.text() : ''
  if (!html) await answer.arrayBuffer()
  return { path, from, status: answer.status, type, html }
}

export const compressed = (html: string) => gzipSync(html).length
