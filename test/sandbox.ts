/** The invented provider on a real listener of this machine, and a browser that walks to it and back. */
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { openSandbox, type Sandbox } from '#app/sandbox-provider.ts'
import { readCitizens } from '#app/sandbox-people.ts'
import type { IdentityProvider } from '#kernel/identity-provider.ts'
import { openOidc, type OidcSettings } from '#kernel/oidc.ts'
import type { Visitor } from './town.ts'

export type Outside = {
  readonly provider: IdentityProvider
  readonly settings: OidcSettings
  readonly at: string
  readonly close: () => Promise<void>
}

/** `publicUrl`: of the house that people come back to. */
export async function openOutside(publicUrl: string): Promise<Outside> {
  let sandbox: Sandbox | null = null
  const server = createServer((request, response) =>
    sandbox?.isFor(request) ? sandbox.answer(request, response) : void response.writeHead(404).end(),
  )
  const at = await listening(server)
  sandbox = openSandbox({
    citizens: readCitizens(join(import.meta.dirname, '../data/packs/tien-giang')),
    publicUrl: at,
    nearUrl: at,
    redirectUri: `${publicUrl}/dang-nhap-vneid/tro-lai`,
    behindProxy: false,
    shell: { province: { name: 'Tỉnh Mẫu', authority: 'UBND tỉnh Mẫu' }, help: { phone: '1022' } },
  })
  const { settings } = sandbox
  return { provider: openOidc(settings), settings, at, close: () => closed(server) }
}

export const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

export const closed = (server: Server): Promise<void> => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Follows the provider's own pages with a jar of its own, until it leads back to the house: that path is returned. */
export async function walk(
  url: string,
  form: Readonly<Record<string, string>>,
  house: string,
  jar = new Map<string, string>(),
): Promise<string> {
  let next = new URL(url)
  let body: URLSearchParams | null = null
  for (let step = 0; step < 12; step++) {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer: Response = await fetch(next, { headers, redirect: 'manual', ...(body && { method: 'POST', body }) })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const to = answer.headers.get('location')
    if (to === null) {
      if (answer.status !== 200 || body) throw new Error(`the provider answered ${answer.status} at ${next.pathname}`)
      body = new URLSearchParams(form)
      continue
    }
    body = null
    next = new URL(to, next)
    if (next.origin === house) return next.pathname + next.search
  }
  throw new Error('the provider leads in a circle')
}

/** From the house to the provider, as somebody of a level, and back to the house: the answer it gives then. */
export async function comeBack(
  visitor: Visitor,
  house: string,
  as: Readonly<Record<string, string>>,
  path = '/dang-nhap-vneid/di',
): Promise<Response> {
  return visitor.open(await callbackOf(visitor, house, as, path))
}

/** The address that the provider sends the browser to. */
export async function callbackOf(
  visitor: Visitor,
  house: string,
  as: Readonly<Record<string, string>>,
  path = '/dang-nhap-vneid/di',
): Promise<string> {
  const sent = await visitor.open(path)
  return walk(sent.headers.get('location') ?? '', as, house)
}
