/** The national portal as the front: it files by the filing API, follows by its own number, and is told what happens. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '#kernel/session.store.ts'
import { day } from '#kernel/time.ts'
import { nationalSystem, type NewMessage, queueMessage, type SyncState, syncStates } from '#modules/exchange/public.ts'
import { openGateway, someDossier } from './exchange-of-town.ts'
import { answers } from './filing-of-town.ts'
import { type NationalSide, openNationalSide } from './national-side.ts'
import { gardenService, offerService } from './service-of-town.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let side: NationalSide
beforeAll(async () => {
  town = await openTown()
  side = await openNationalSide()
  await offerService(town)
  const made = { secretHash: 'x', secretMadeAt: town.now(), createdAt: town.now(), validFrom: day('2025-01-01') }
  const client = { id: 'cong-quoc-gia', name: 'Cổng Dịch vụ công quốc gia', unitId: town.unitId('tinh-mau') }
  await town.db
    .insertInto('identity.client')
    .values({ ...client, ...made, permissions: ['filing.partner'] })
    .execute()
  const expiresAt = new Date(town.now().getTime() + 3_600_000)
  const token = { tokenHash: hashOf('the-portal'), clientId: client.id, issuedAt: town.now(), expiresAt }
  await town.db.insertInto('identity.client_token').values(token).execute()
})
afterAll(async () => {
  await side.close()
  await town.close()
})

const headers = { authorization: 'Bearer the-portal', 'content-type': 'application/json' }
const ask = (path: string, body?: object) =>
  town.as().ask(`/api/v1/filing/partner/applications${path}`, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })

/** What whoever handles dossiers does when one of them changes. */
async function tellOf(id: string, code: string, state: number, revision: number) {
  const { authoritativeSystem } = await town.db
    .selectFrom('filing.application')
    .select('authoritativeSystem')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const told: NewMessage = {
    system: nationalSystem,
    kind: 'dossier',
    about: `filing.application/${id}`,
    revision,
    unitId: town.unitId('xa-an-binh'),
    body: someDossier(0, { code, state }),
    mirrorOf: authoritativeSystem === 'tgs' ? null : authoritativeSystem,
  }
  return queueMessage(gateway().ctx(), told)
}

async function standingOf(id: string): Promise<SyncState> {
  const about = `filing.application/${id}`
  return (await syncStates(town.db, [about])).get(about) ?? 'none'
}

const gateway = () => openGateway(town, side)

const filing = (reference: string) => ({
  reference,
  procedure: gardenService.procedure,
  case: 'again',
  receiver: 'xa-an-binh',
  party: { kind: 'person', number: '082190001111', name: 'Lê Thị Cúc' },
  assurance: 2,
  answers,
  declared: true,
})

test('the portal files once however often it asks, follows by its own number, and is told each state once and in order', async () => {
  const filed = (await (await ask('', filing('G22.99-250514-000001'))).json()) as { id: string; code: string }
  expect(await (await ask('', filing('G22.99-250514-000001'))).json()).toEqual(filed)
  const seen = await ask('/G22.99-250514-000001')
  expect([seen.status, await seen.json()]).toMatchObject([200, { id: filed.id, reference: 'G22.99-250514-000001' }])
  expect(await tellOf(filed.id, filed.code, 2, 1)).not.toBeNull()
  expect(await tellOf(filed.id, filed.code, 4, 2)).not.toBeNull()
  expect(await tellOf(filed.id, filed.code, 4, 2)).toBeNull()
  expect(await standingOf(filed.id)).toBe('waiting')
  await gateway().send()
  expect(await standingOf(filed.id)).toBe('acknowledged')
  expect(side.applied.map(({ code, item }) => [code, item['TrangThaiHoSo']])).toEqual([
    [filed.code, '2'],
    [filed.code, '4'],
  ])
})

test('a dossier that another system is in charge of is listed here and never sent back', async () => {
  const filed = (await (await ask('', filing('G15.99-250514-000002'))).json()) as { id: string; code: string }
  await town.db
    .updateTable('filing.application')
    .set({ authoritativeSystem: 'bo-tu-phap' })
    .where('id', '=', filed.id)
    .execute()
  expect(await tellOf(filed.id, filed.code, 4, 1)).toBeNull()
  await gateway().send()
  expect([side.held.has(filed.code), await standingOf(filed.id)]).toEqual([false, 'none'])
  expect(JSON.stringify(await (await ask('')).json())).toContain(filed.id)
})
