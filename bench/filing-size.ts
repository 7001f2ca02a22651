/** What a phone loads from the page of a procedure to the receipt, each thing once: pages, style sheet, script. */
import { gzipSync } from 'node:zlib'
import { newId } from '../src/kernel/id.ts'
import { hashOf } from '../src/kernel/session.store.ts'
import { newToken } from '../src/kernel/token.ts'
import { insertCitizenSession } from '../src/modules/identity/public.ts'
import { startApp } from './child.ts'
import { draftMany, procedure, settleFiling } from './filing-data.ts'
import { inPlace, openPlace, settle } from './place.ts'

type Part = { path: string; bytes: number }

/** As the server packs it. */
const packed = (text: string) => gzipSync(text, { level: 5 }).length

async function prepare(place: Parameters<typeof openPlace>[0]) {
  await settle(place, 0)
  const { db, close } = await openPlace(place)
  try {
    await settleFiling(db)
    const now = new Date()
    const [draft] = await draftMany(db, 1, now)
    if (!draft) throw new Error('no draft was made')
    const token = newToken()
    const who = { personId: draft.personId, partyId: draft.personId, assurance: 2 as const, provider: 'bench' }
    await insertCitizenSession(db, { ...who, tokenHash: hashOf(token), now, userAgent: null, address: null })
    return { draft, token }
  } finally {
    await close()
  }
}

export const flowSizes = () =>
  inPlace('embedded', async (place) => {
    const { draft, token } = await prepare(place)
    const app = await startApp(place.env)
    const parts: Part[] = []
    const get = async (path: string) => {
      const answer = await fetch(app.address + path, { headers: { cookie: `tgc=${token}` } })
      const text = await answer.text()
      if (answer.ok && !parts.some((part) => part.path === shapeOf(path)))
        parts.push({ path: shapeOf(path), bytes: packed(text) })
      return { text, path: new URL(answer.url).pathname, ok: answer.ok }
    }
    try {
      const begun = await get(`/nop-ho-so/${procedure}`)
      for (const [, asset = ''] of begun.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) await get(asset)
      const at = `/to-khai/${draft.id}`
      const summary = await get(`${at}/xem-lai`)
      const steps = [...summary.text.matchAll(new RegExp(`href="(${at}/[a-z_]+)["#?]`, 'g'))].map(
        ([, step = '']) => step,
      )
      for (const step of new Set(steps)) await get(step)
      const key = /name="_key" value="([^"]+)"/.exec(summary.text)?.[1] ?? newId(new Date())
      const filed = await fetch(`${app.address}${at}/nop-ho-so`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: `tgc=${token}`, origin: app.address, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _key: key, declared: 'true' }),
      })
      const dossier = filed.headers.get('location')
      if (!dossier?.startsWith('/ho-so/')) throw new Error(`not filed: ${filed.status}`)
      await get(dossier)
      await get(`${dossier}/bien-nhan`)
      await get('/ho-so')
      const page = await get(`/thu-tuc/${procedure}`)
      const procedureBytes = page.ok ? packed(page.text) : Number.NaN
      return { parts, total: parts.reduce((sum, { bytes }) => sum + bytes, 0), procedure: procedureBytes }
    } finally {
      await app.stop()
    }
  })

const shapeOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…').replace(/-[0-9a-f]{10}\./, '.')
