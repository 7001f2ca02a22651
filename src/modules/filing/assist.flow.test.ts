import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { hashOf } from '#kernel/session.store.ts'
import { day } from '#kernel/time.ts'
import { answers, begin, fill, file, garden, htmlOf, owner, press } from '#test/filing-of-town.ts'
import { gardenService, offerService } from '#test/service-of-town.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { countByChannel } from './application.store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())

const agree = (who: 'ha' | 'phuc', purpose: string) =>
  town.db
    .insertInto('identity.consent')
    .values({
      id: newId(town.now()),
      partyId: town.partyId(who),
      accountId: town.accountId('mai'),
      unitId: town.unitId('xa-an-binh'),
      purpose,
      words: '2025_1',
      way: 'spoken',
      validFrom: day('2025-05-14'),
      validTo: day('2025-05-15'),
      givenAt: town.now(),
    })
    .execute()

const startFor = (mai: Visitor, party: string) =>
  mai.send(`/mot-cua/lam-giup/bat-dau?nguoi=${party}&thu-tuc=9.000001`, {
    case: 'again',
    channel: 'direct',
    receiver: 'xa-an-binh',
  })

describe('§10.14 filing for somebody else', () => {
  test('at the desk only with consent to that very thing, and its owner sees who looked', async () => {
    const mai = town.as('mai')
    const [ha, phuc] = [town.partyId('ha'), town.partyId('phuc')]
    await agree('phuc', 'follow')
    expect((await startFor(mai, ha)).status).toBe(409)
    expect((await startFor(mai, phuc)).status).toBe(409)
    await agree('ha', 'file')
    expect(await htmlOf(mai, '/mot-cua/lam-giup')).toContain('Nguyễn Thị Thu Hà')
    const path = (await startFor(mai, ha)).headers.get('location') ?? ''
    expect((await fill(mai, `${path}/owner`, owner)).status).toBe(303)
    expect((await fill(mai, `${path}/garden`, garden)).status).toBe(303)
    const at = (await press(mai, path)).headers.get('location') ?? ''
    expect(at).toMatch(/^\/mot-cua\/lam-giup\//)
    expect(await htmlOf(mai, at)).toContain('có cán bộ làm giúp')
    const id = at.split('/').at(-1) ?? ''
    const row = await town.db.selectFrom('filing.application').selectAll().where('id', '=', id).executeTakeFirst()
    expect(row).toMatchObject({ relation: 'assisted', partyId: ha, personId: null, accountId: town.accountId('mai') })
    expect(await htmlOf(town.asCitizen('ha'), `/ho-so/${id}`)).toContain('Trực tiếp')
    const looked = await town.db.selectFrom('identity.access').select('about').where('partyId', '=', ha).execute()
    expect(looked.map(({ about }) => about)).toContain(`filing.application/${id}`)
    expect((await town.as('binh').open(at)).status).toBe(403)
  })

  test('when the consent is over the draft is closed to the helper and still there for its owner', async () => {
    const mai = town.as('mai')
    const path = (await startFor(mai, town.partyId('ha'))).headers.get('location') ?? ''
    await fill(mai, `${path}/owner`, owner)
    town.at('2025-05-15T08:00')
    const later = town.as('mai')
    expect((await later.open(`${path}/owner`)).status).toBe(409)
    expect((await later.send(`${path}/owner`, { owner_name: 'x' })).status).toBe(409)
    expect(await htmlOf(town.asCitizen('ha'), `${path}/owner`)).toContain('Nguyễn Thị Thu Hà')
    town.at('2025-05-14T08:00')
  })
})

test('§10.15 each channel is counted by itself, and helped ones apart', async () => {
  await file(town.asCitizen('ha'))
  await file(town.asCitizen('phuc'))
  const day = [new Date('2025-05-13T17:00:00Z'), new Date('2025-05-14T17:00:00Z')] as const
  expect(await countByChannel(town.db, ...day)).toEqual([
    { channel: 'direct', count: 1, helped: 1 },
    { channel: 'online', count: 2, helped: 0 },
  ])
})

test('§10.11 §10.12 what is known is text with its source, and what was reported wrong is asked', async () => {
  const nga = town.partyId('nga')
  const told = { provider: 'town', techId: 'nga', partyId: nga, assurance: 2, name: 'Đặng Kim Nga', seenAt: town.now() }
  await town.db.insertInto('identity.electronic_identity').values(told).execute()
  const visitor = town.asCitizen('nga')
  const path = await begin(visitor)
  const page = await htmlOf(visitor, `${path}/owner`)
  expect(page).toContain('Định danh điện tử (VNeID)')
  expect(page).toContain('Đặng Kim Nga')
  expect(page).not.toContain('name="owner_name"')
  const forged = await fill(visitor, `${path}/owner`, { owner_name: 'Người khác', owner_phone: '' })
  expect(forged.status).toBe(303)
  await fill(visitor, `${path}/garden`, garden)
  const summary = await htmlOf(visitor, `${path}/xem-lai`)
  expect(summary).toContain('Đặng Kim Nga')
  expect(summary).not.toContain('Người khác')
  // §10.12: the number is known, so nobody brings the card
  expect(summary).toContain('Bạn không phải nộp')
  expect(summary).toContain('Căn cước')
  expect((await fill(visitor, `${path}/owner`, { _wrong: 'owner_name' })).status).toBe(303)
  expect(await htmlOf(visitor, `${path}/owner`)).toContain('name="owner_name"')
  const at = (await press(visitor, path)).headers.get('location') ?? ''
  expect(await htmlOf(visitor, `${at}/bien-nhan`)).toContain('Đặng Kim Nga')
})

describe('another portal', () => {
  const bearer = { authorization: 'Bearer cong-quoc-gia', 'content-type': 'application/json' }
  const tell = (path: string, body: object, headers: Record<string, string> = bearer) =>
    town.as().ask(`/api/v1/filing/partner${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const ask = (path: string) => town.as().ask(`/api/v1/filing/partner${path}`, { headers: bearer })
  beforeAll(async () => {
    const client = { id: 'cong-quoc-gia', name: 'Cổng quốc gia', unitId: town.unitId('tinh-mau') }
    const made = { secretHash: 'x', secretMadeAt: town.now(), createdAt: town.now(), validFrom: day('2025-01-01') }
    for (const id of ['cong-quoc-gia', 'cong-khac']) {
      await town.db
        .insertInto('identity.client')
        .values({ ...client, ...made, id, permissions: ['filing.partner'] })
        .execute()
      const expiresAt = new Date(town.now().getTime() + 3_600_000)
      const token = { tokenHash: hashOf(id), clientId: id, issuedAt: town.now(), expiresAt }
      await town.db.insertInto('identity.client_token').values(token).execute()
    }
  })
  const dossier = {
    reference: 'QG-1',
    procedure: gardenService.procedure,
    case: 'again',
    receiver: 'xa-an-binh',
    party: { kind: 'person', number: '082190001111', name: 'Lê Thị Cúc' },
    assurance: 2,
    answers,
    declared: true,
  }

  test('files for an identified party once for each of its references, and sees only its own', async () => {
    const first = await tell('/applications', dossier)
    expect(first.status).toBe(200)
    const made: unknown = await first.json()
    expect(await (await tell('/applications', dossier)).json()).toEqual(made)
    expect(await (await ask('/applications/QG-1')).json()).toMatchObject({ id: (made as { id: string }).id })
    expect(await (await ask('/applications/QG-1/receipt')).json()).toMatchObject({ format: 'tien-giang-so.receipt/1' })
    const rows = await town.db
      .selectFrom('filing.application')
      .select('id')
      .where('clientReference', '=', 'QG-1')
      .execute()
    expect(rows).toHaveLength(1)
    const other = { ...bearer, authorization: 'Bearer cong-khac' }
    const { id } = made as { id: string }
    expect((await town.as().ask('/api/v1/filing/partner/applications/QG-1', { headers: other })).status).toBe(404)
    expect((await tell(`/applications/${id}/withdraw`, {}, other)).status).toBe(404)
    expect((await tell(`/applications/${id}/withdraw`, {})).status).toBe(200)
  })

  test('is told what is wrong, at each field, and files nothing', async () => {
    const { owner_name: _, ...few } = answers
    const wrong = await tell('/applications', { ...dossier, reference: 'QG-2', answers: { ...few, copies: 99 } })
    expect(wrong.status).toBe(422)
    const { fields } = (await wrong.json()) as { fields: { path: string }[] }
    expect(fields.map(({ path }) => path).toSorted()).toEqual(['copies', 'owner_name'])
    expect((await tell('/applications', { ...dossier, reference: 'QG-3', assurance: 1 })).status).toBe(409)
    expect((await ask('/applications/QG-2')).status).toBe(404)
    expect((await town.as('quan').api('/filing/partner/applications', dossier)).status).toBe(403)
  })
})

test('everything a citizen does on pages can be done by the API', async () => {
  town.at('2025-05-14T08:05')
  const ha = town.asCitizen('ha')
  const json = async <T>(answer: Response) => (expect(answer.status).toBe(200), (await answer.json()) as T)
  const form = await json<{ schema: { properties: object } }>(await ha.api('/filing/forms/9.000001?case=again'))
  expect(Object.keys(form.schema.properties)).toContain('planted_on')
  const start = { procedure: '9.000001', case: 'again', receiver: 'xa-an-binh' }
  const { id } = await json<{ id: string }>(await ha.api('/filing/drafts', start))
  const draft = await json<{ revision: number; problems: object[] }>(await ha.api(`/filing/drafts/${id}`))
  expect(draft.problems.length).toBeGreaterThan(0)
  expect((await ha.api(`/filing/drafts/${id}/answers`, { revision: 9, answers })).status).toBe(409)
  expect((await ha.api(`/filing/drafts/${id}/answers`, { revision: 1, answers: { nothing: 1 } })).status).toBe(422)
  await json(await ha.api(`/filing/drafts/${id}/answers`, { revision: 1, answers }))
  expect(await json(await ha.api(`/filing/drafts/${id}`))).toMatchObject({ problems: [], feeTotal: 16_000 })
  expect((await ha.api(`/filing/drafts/${id}/file`, { declared: false })).status).toBe(422)
  const filed = await json<{ id: string; code: string }>(await ha.api(`/filing/drafts/${id}/file`, { declared: true }))
  expect(await json(await ha.api(`/filing/applications/${filed.id}`))).toMatchObject({
    requestCode: filed.code,
    answers,
  })
  const list = await json<{ items: { id: string }[] }>(await ha.api('/filing/applications?limit=1'))
  expect(list.items.map((one) => one.id)).toEqual([filed.id])
  await json(await ha.api(`/filing/applications/${filed.id}/withdraw`, { because: 'thử' }))
  expect((await town.asCitizen('phuc').api(`/filing/applications/${filed.id}`)).status).toBe(404)
})
