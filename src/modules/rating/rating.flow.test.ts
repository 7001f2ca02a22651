import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { plusWorkingDays } from '#kernel/calendar.ts'
import { calendarOf } from '#kernel/calendar.store.ts'
import { day, dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { begun, done, examined, pageOf, rowOf, steppedService } from '#test/dossier-of-town.ts'
import { hidden, htmlOf } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type PersonName, type Town, type Visitor } from '#test/town.ts'
import { followUpAll } from './rating.jobs.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const pleased = { answers: { overall: 'very_satisfied' } }
const displeased = { answers: { overall: 'not_satisfied', attitude: 'not_satisfied' }, text: 'Phải đi lại ba lần.' }
const put = { answer: 'Đã nhắc cán bộ hướng dẫn đủ một lần; xin lỗi bà.' }

async function returned(): Promise<string> {
  const id = await begun(town)
  await examined(town, id)
  await done(town.as('uyen'), id, 'approve')
  await done(town.as('kiet'), id, 'issue', { kind: 'register', entry: 'Sổ vườn mẫu 2025, số 14' })
  await done(town.as('mai'), id, 'return', { how: 'electronic' })
  return id
}

const tell = async (visitor: Visitor, path: string, body: object) => {
  const answer = await visitor.api(path, body)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const rate = (id: string, sheet: object) => tell(town.asCitizen('ha'), `/rating/dossiers/${id}`, sheet)
const rateByCode = async (id: string, sheet: object) =>
  tell(town.as(), '/rating/by-code', { code: (await rowOf(town, id)).requestCode, ...sheet })
const morning = () => followUpAll({ db: town.db, actor: nobody, now: town.now(), requestId: 'morning' })

type Open = { id: string; anonymous: boolean; dueOn: string; late: boolean; escalatedOn: string | null; text: string }
const openFor = async (who: PersonName): Promise<Open[]> =>
  ((await (await town.as(who).api('/rating/follow-ups')).json()) as { items: Open[] }).items

const noticesOf = (column: 'accountId' | 'partyId', id: string) =>
  town.db.selectFrom('kernel.notice').select(['key', 'href']).where(column, '=', id).execute()

const newest = async (who: PersonName, before: readonly Open[]): Promise<Open> => {
  const found = (await openFor(who)).find(({ id }) => !before.some((one) => one.id === id))
  if (!found) throw new Error('nothing was opened')
  return found
}

describe('§10.49 the owner', () => {
  test('is asked after return and not before, and whether they rate changes nothing', async () => {
    const early = await begun(town)
    expect(await pageOf(town.asCitizen('ha'), early)).not.toContain(`/ho-so/${early}/danh-gia`)
    const before = await rate(early, pleased)
    expect([before.status, before.body['code']]).toEqual([409, 'rating.not_yet'])
    const id = await returned()
    const stood = await rowOf(town, id)
    expect(await pageOf(town.asCitizen('ha'), id)).toContain(`/ho-so/${id}/danh-gia`)
    expect((await rate(id, pleased)).status).toBe(200)
    expect(await rowOf(town, id)).toEqual(stood)
    expect((await tell(town.asCitizen('phuc'), `/rating/dossiers/${id}`, pleased)).status).toBe(404)
  })

  test('may change it for seven days; what was said before stays and counts no more', async () => {
    const id = await returned()
    await rate(id, pleased)
    town.at('2025-05-21T23:00')
    expect((await rate(id, { answers: { overall: 'satisfied' } })).status).toBe(200)
    const rows = await town.db
      .selectFrom('rating.rating')
      .select(['answers', 'replaced'])
      .where('dossierId', '=', id)
      .orderBy('givenAt')
      .execute()
    expect(rows).toEqual([
      { ...pleased, replaced: true },
      { answers: { overall: 'satisfied' }, replaced: false },
    ])
    town.at('2025-05-29T08:00')
    const late = await rate(id, pleased)
    expect([late.status, late.body['code']]).toEqual([409, 'rating.too_late_to_change'])
  })

  test('two sheets at once are one rating that counts', async () => {
    const id = await returned()
    const both = await Promise.all([rateByCode(id, pleased), rateByCode(id, pleased)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test('rates through pages, without JavaScript; a forgotten mark is asked for and nothing typed is lost', async () => {
    const id = await returned()
    const ha = town.asCitizen('ha')
    const at = `/ho-so/${id}/danh-gia`
    const _key = hidden(await htmlOf(ha, at), '_key')
    const half = await ha.send(at, { _key, text: 'Cảm ơn cô ở quầy' })
    expect(half.status).toBe(422)
    const page = await half.text()
    expect(page).toContain('Xin chọn mức hài lòng nhìn chung')
    expect(page).toContain('Cảm ơn cô ở quầy')
    expect((await ha.send(at, { _key, 'answers.overall': 'satisfied', text: 'Cảm ơn' })).status).toBe(303)
    expect(await htmlOf(ha, at)).toContain('Bạn đổi được đến hết ngày 21/05/2025')
  })
})

describe('§10.49 without a name', () => {
  test('by the code alone, once; nothing that is stored leads from the rating to the dossier or its owner', async () => {
    const id = await returned()
    const code = (await rowOf(town, id)).requestCode
    const visitor = town.as()
    const page = await htmlOf(visitor, `/danh-gia?ma=${code}`)
    expect(page).toContain(code)
    const text = 'Không ai nói cho tôi biết phải mang gì.'
    const sheet = { _key: hidden(page, '_key'), code, 'answers.overall': 'not_satisfied', text }
    expect((await visitor.send('/danh-gia', sheet)).status).toBe(303)
    expect((await rateByCode(id, pleased)).body['code']).toBe('rating.rated_before')
    expect((await rate(id, pleased)).body['code']).toBe('rating.rated_before')
    const row = await town.db.selectFrom('rating.rating').selectAll().where('text', '=', text).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ dossierId: null, partyId: null, givenAt: null, handledBy: null, month: '2025-05-01' })
    expect(JSON.stringify(row)).not.toContain(id)
    const events = await town.db
      .selectFrom('kernel.event')
      .selectAll()
      .where('command', '=', 'rating.rating.give_anonymously')
      .execute()
    expect(events.length).toBeGreaterThan(0)
    for (const told of [id, code, row.id, town.partyId('ha')]) expect(JSON.stringify(events)).not.toContain(told)
  })

  test('also in a browser in which its owner is signed in: the event names nobody', async () => {
    const id = await returned()
    const { requestCode } = await rowOf(town, id)
    const ha = town.asCitizen('ha')
    expect((await ha.send('/danh-gia', { code: requestCode, 'answers.overall': 'satisfied' })).status).toBe(303)
    const last = await town.db
      .selectFrom('kernel.event')
      .selectAll()
      .where('command', '=', 'rating.rating.give_anonymously')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(last)).not.toContain(town.partyId('ha'))
  })

  test('another code is not found, and a dossier that is not returned is not rated', async () => {
    const id = await begun(town)
    expect((await tell(town.as(), '/rating/by-code', { code: '0000-0000-0001', ...pleased })).status).toBe(422)
    expect((await rateByCode(id, pleased)).body['code']).toBe('rating.not_yet')
  })

  test('a low one is opened the next morning, whoever sent it, and is answered without anybody being told', async () => {
    const id = await returned()
    await morning()
    const before = await openFor('uyen')
    await rateByCode(id, { ...displeased, text: 'Quầy số hai để tôi chờ rất lâu.' })
    expect(await openFor('uyen')).toEqual(before)
    town.at('2025-05-15T06:10')
    await morning()
    const opened = await newest('uyen', before)
    expect(opened).toMatchObject({ anonymous: true, text: 'Quầy số hai để tôi chờ rất lâu.' })
    const page = await htmlOf(town.as('uyen'), `/phan-hoi-danh-gia/${opened.id}`)
    expect(page).toContain('không biết của hồ sơ nào')
    for (const told of [id, 'Nguyễn Thị Thu Hà', (await rowOf(town, id)).code ?? '']) expect(page).not.toContain(told)
    const told = await noticesOf('partyId', town.partyId('ha'))
    expect((await tell(town.as('uyen'), `/rating/follow-ups/${opened.id}/answer`, put)).status).toBe(200)
    expect(await noticesOf('partyId', town.partyId('ha'))).toEqual(told)
  })
})

describe('§10.49 a low rating with a name', () => {
  test('has an owner and fifteen working days, and its answer is told to whoever rated', async () => {
    const id = await returned()
    const before = await openFor('uyen')
    await rate(id, displeased)
    const opened = await newest('uyen', before)
    const calendar = await calendarOf(
      town.db,
      await listAncestors(town.db, town.unitId('xa-an-binh'), day('2025-05-14')),
    )
    expect(opened.dueOn).toBe(plusWorkingDays(day('2025-05-14'), 15, calendar))
    expect((await noticesOf('accountId', town.accountId('uyen'))).map(({ href }) => href)).toContain(
      `/phan-hoi-danh-gia/${opened.id}`,
    )
    expect(await htmlOf(town.as('tam'), '/phan-hoi-danh-gia')).toContain('Hồ Phương Uyên')
    expect(await htmlOf(town.asCitizen('ha'), `/ho-so/${id}/danh-gia`)).toContain('Cơ quan đang xem xét')
    const at = `/phan-hoi-danh-gia/${opened.id}`
    expect((await town.as('uyen').send(`${at}/tra-loi`, { answer: 'Vâng.' })).status).toBe(422)
    expect((await town.as('uyen').send(`${at}/tra-loi`, put)).status).toBe(303)
    expect(await htmlOf(town.asCitizen('ha'), `/ho-so/${id}/danh-gia`)).toContain(put.answer)
    const [last] = (await noticesOf('partyId', town.partyId('ha'))).filter(({ href }) => href.includes(id)).slice(-1)
    expect(last).toEqual({ key: 'rating.notice.answered', href: `/ho-so/${id}/danh-gia` })
    expect((await tell(town.as('uyen'), `/rating/follow-ups/${opened.id}/answer`, put)).status).toBe(409)
    const read = await town.db
      .selectFrom('identity.access')
      .select('about')
      .where('about', '=', `rating.follow_up/${opened.id}`)
      .execute()
    expect(read.length).toBeGreaterThan(0)
  })

  test('changed for a kinder one it is answered all the same, once', async () => {
    const id = await returned()
    const before = await openFor('uyen')
    await rate(id, displeased)
    const { id: followUp } = await newest('uyen', before)
    await rate(id, pleased)
    await rate(id, displeased)
    await morning()
    const now = (await openFor('uyen')).filter((one) => !before.some((old) => old.id === one.id))
    expect(now.map((one) => one.id)).toEqual([followUp])
  })

  test('not answered in time, it is told to whoever is above the unit, once', async () => {
    const id = await returned()
    const before = await openFor('uyen')
    await rate(id, displeased)
    const { id: followUp, dueOn } = await newest('uyen', before)
    town.at(`${dueOn}T06:10`)
    await morning()
    const told = async () =>
      (await noticesOf('accountId', town.accountId('thu'))).filter(({ href }) => href.endsWith(followUp))
    expect(await told()).toEqual([])
    town.at('2025-06-20T06:10')
    await morning()
    await morning()
    expect(await told()).toEqual([{ key: 'rating.notice.late', href: `/phan-hoi-danh-gia/${followUp}` }])
    const late = (await openFor('uyen')).find((one) => one.id === followUp)
    expect(late).toMatchObject({ late: true, escalatedOn: dayOf(town.now()) })
    expect((await town.as('thu').send(`/phan-hoi-danh-gia/${followUp}/nhan`)).status).toBe(303)
    expect(await htmlOf(town.as('thu'), `/phan-hoi-danh-gia/${followUp}`)).toContain('Lý Minh Thu')
  })

  test('is in reach of its unit and those above it, and of nobody else', async () => {
    const id = await returned()
    const before = await openFor('uyen')
    await rate(id, displeased)
    const { id: followUp } = await newest('uyen', before)
    expect((await town.as('tam').open(`/phan-hoi-danh-gia/${followUp}`)).status).toBe(200)
    expect((await town.as('van').open(`/phan-hoi-danh-gia/${followUp}`)).status).toBe(403)
    expect((await openFor('van')).map((one) => one.id)).not.toContain(followUp)
    expect((await tell(town.as('van'), `/rating/follow-ups/${followUp}/take`, {})).status).toBe(403)
  })
})

test('§10.49 few ratings of a unit are not told as numbers; enough of them are', async () => {
  const sheet = (overall: string) => ({
    unitId: town.unitId('xa-phu-my'),
    procedureCode: 'X99.000001',
    month: day('2025-05-01'),
    answers: JSON.stringify({ overall }),
    low: false,
    rule: 'phieu-2018',
  })
  const four = ['satisfied', 'satisfied', 'satisfied', 'very_satisfied'].map(sheet)
  await town.db.insertInto('rating.rating').values(four).execute()
  const page = async () => (await htmlOf(town.as('van'), '/phan-hoi-danh-gia')).replaceAll('\u00a0', ' ')
  expect(await page()).toContain('dưới 5')
  expect(await page()).not.toContain('75 %')
  await town.db.insertInto('rating.rating').values(sheet('satisfied')).execute()
  expect(await page()).toContain('80 %')
})
