import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { begun, card, defect, done, fileOne, steppedService } from '#test/dossier-of-town.ts'
import { htmlOf } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type PersonName, type Town, type UnitSlug } from '#test/town.ts'
import { forecastAll } from './forecast.jobs.ts'
import { followInstructions } from './instruction.jobs.ts'

let town: Town
/** One that kiet has, one that nobody has taken, one filed and not opened. */
let held: string
let pooled: string
beforeAll(async () => {
  town = await openTown()
  await offerService(town, steppedService)
  held = await begun(town)
  pooled = await fileOne(town.asCitizen('phuc'))
  await done(town.as('mai'), pooled, 'receive', card)
  await town.as('mai').api('/dossiers/hand-over', { ids: [pooled] })
  await fileOne(town.asCitizen('nga'))
})
afterAll(() => town.close())

type Part = { running: number; late: number; waiting: number; dueToday: number; foreseen: { late: number } }
type BoardView = {
  unit: string
  total: Part
  units: (Part & { unit: string })[]
  officers: (Part & { login: string | null })[]
  forecastAt: string | null
}
const board = async (who: PersonName, unit = ''): Promise<BoardView> =>
  (await (await town.as(who).api(`/overview/board${unit && `?unit=${unit}`}`)).json()) as BoardView

const background = () => ({ db: town.db, now: town.now(), actor: nobody, requestId: 'test' })

describe('the board', () => {
  test('goes from the province to the unit, the officer and the dossiers', async () => {
    town.at('2025-05-14T09:00')
    const province = await board('tam')
    expect(province).toMatchObject({ unit: 'tinh-mau', total: { running: 2, late: 0, waiting: 1 } })
    expect(province.units).toMatchObject([{ unit: 'huyen-dong', running: 2 }])
    const commune = await board('tam', 'xa-an-binh')
    expect(
      commune.officers
        .map(({ login, running }) => [login, running])
        .toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    ).toEqual([
      [null, 1],
      ['kiet', 1],
    ])
    const page = await htmlOf(town.as('tam'), '/dieu-hanh/mot-cua/ho-so?don-vi=xa-an-binh&can-bo=kiet')
    expect(page).toContain('Trịnh Tuấn Kiệt')
    expect(page).toContain('Kịp hẹn')
    // A leader without a post at the desk reads of the dossier, and does not open it.
    expect(page).not.toContain(`/mot-cua/ho-so/${held}`)
    expect(await htmlOf(town.as('uyen'), '/dieu-hanh/mot-cua/ho-so?don-vi=xa-an-binh&can-bo=')).toContain(
      `/mot-cua/ho-so/${pooled}`,
    )
  })

  test('foresees who will be late before they are, and says why', async () => {
    // Due on Wednesday, 21 May at the end of work; the steps of the process may take longer than what is left.
    town.at('2025-05-21T14:00')
    expect((await board('tam')).total).toMatchObject({ late: 0, dueToday: 2, foreseen: { late: 0 } })
    await forecastAll(background())
    const foreseen = await board('tam')
    expect(foreseen.total).toMatchObject({ late: 0, dueToday: 2, foreseen: { late: 2, firstOn: '2025-05-21' } })
    expect(foreseen.forecastAt).toBe(town.now().toISOString())
    const page = await htmlOf(town.as('uyen'), '/dieu-hanh/mot-cua/ho-so?don-vi=xa-an-binh&can-bo=kiet')
    expect(page).toContain('Các bước còn lại cần 4 giờ làm việc, đến hẹn chỉ còn 3 giờ.')
    town.at('2025-05-22T08:00')
    await forecastAll(background())
    expect((await board('tam')).total).toMatchObject({ late: 2, dueToday: 0, foreseen: { late: 0 } })
  })

  test('shows nobody a unit that their post does not reach', async () => {
    expect((await town.as('uyen').open('/dieu-hanh/mot-cua?don-vi=xa-phu-my')).status).toBe(403)
    expect((await town.as('uyen').api('/overview/board?unit=tinh-mau')).status).toBe(403)
    expect((await town.as('kiet').open('/dieu-hanh/mot-cua')).status).toBe(403)
    expect((await town.as('tam').open('/dieu-hanh/mot-cua?don-vi=khong-co')).status).toBe(404)
  })

  test('of a unit without anything open says so', async () => {
    expect(await htmlOf(town.as('tam'), '/dieu-hanh/mot-cua?don-vi=xa-tan-thanh')).toContain(
      'Không có hồ sơ nào đang mở.',
    )
  })
})

describe('what a supervisor looks for', () => {
  const watched = (view: string, who: PersonName = 'uyen') =>
    htmlOf(town.as(who), `/dieu-hanh/mot-cua/can-xem?xem=${view}`)

  test('§10.36 the last day for an apology, then late without one, and no more once it was sent', async () => {
    town.at('2025-05-19T09:00')
    expect(await watched('apology')).toContain('Không có hồ sơ nào.')
    town.at('2025-05-20T09:00')
    expect(await watched('apology')).toContain(held)
    expect(await watched('late')).not.toContain(held)
    await done(town.as('uyen'), pooled, 'extend', { dueOn: '2025-05-28', apology: 'Xin lỗi, cần thêm thời gian.' })
    expect(await watched('apology')).not.toContain(pooled)
    town.at('2025-05-22T09:00')
    expect(await watched('late', 'tam')).toContain('Trịnh Tuấn Kiệt')
    expect(await watched('late')).not.toContain(pooled)
  })

  test('a place in the list that is none is the beginning, there and in the queue of the desk', async () => {
    const nowhere = `sau=2025-05-14T01:00:00.000Z_${'-'.repeat(36)}`
    expect((await town.as('uyen').open(`/dieu-hanh/mot-cua/can-xem?${nowhere}`)).status).toBe(200)
    expect((await town.as('mai').open(`/mot-cua?${nowhere}`)).status).toBe(200)
  })

  test('what nobody touches, and who was asked twice', async () => {
    town.at('2025-05-30T09:00')
    expect(await watched('unmoved')).toContain(pooled)
    expect(await watched('asked_again')).toContain('Không có hồ sơ nào.')
    const twice = await fileOne(town.asCitizen('ha'))
    await done(town.as('mai'), twice, 'ask-supplement', { defects: [defect], dueOn: '2025-06-10' })
    await done(town.as('mai'), twice, 'take-supplement', { how: 'direct', note: 'Đã mang đến' })
    await done(town.as('mai'), twice, 'receive', card)
    await done(town.as('uyen'), twice, 'ask-supplement-again', {
      defects: [defect],
      dueOn: '2025-06-20',
      reason: 'Còn thiếu một giấy',
      seen: true,
    })
    expect(await watched('asked_again')).toContain(twice)
    expect(await watched('unmoved')).not.toContain(twice)
  })
})

const notices = async (who: PersonName) =>
  (
    await town.db
      .selectFrom('kernel.notice')
      .select('key')
      .where('accountId', '=', town.accountId(who))
      .where('key', 'like', 'overview.%')
      .orderBy('at')
      .execute()
  ).map(({ key }) => key.replace('overview.instruction.notice.', ''))

describe('an instruction', () => {
  test('goes to whoever has the dossier, is received by opening it, and done by the answer', async () => {
    town.at('2025-06-02T09:00')
    const sent = await town.as('tam').send('/dieu-hanh/chi-dao/moi', {
      dossier: held,
      wording: 'Trả kết quả trong tuần này, xin lỗi người nộp.',
      dueOn: '2025-06-04',
    })
    expect(sent.status).toBe(303)
    const href = (sent.headers.get('location') ?? '').split('?')[0] ?? ''
    expect(await notices('kiet')).toEqual(['sent'])
    expect(await htmlOf(town.as('tam'), href)).toContain('Chưa ai mở xem')
    // Whoever has not been asked does not receive it for them.
    expect(await htmlOf(town.as('uyen'), `/mot-cua/ho-so/${held}`)).toContain('Trả kết quả trong tuần này')
    expect(await htmlOf(town.as('kiet'), href)).toContain('Trịnh Tuấn Kiệt đã nhận lúc')
    expect((await town.as('tam').send(`${href}/tra-loi`, { answer: 'Tôi tự trả lời' })).status).toBe(403)
    expect((await town.as('kiet').send(`${href}/tra-loi`, { answer: '' })).status).toBe(422)
    expect((await town.as('kiet').send(`${href}/tra-loi`, { answer: 'Đã trình ký, mai trả.' })).status).toBe(303)
    expect((await town.as('kiet').send(`${href}/tra-loi`, { answer: 'Lần nữa' })).status).toBe(409)
    expect(await notices('tam')).toEqual(['answered'])
    expect(await htmlOf(town.as('tam'), href)).toContain('Đã trình ký, mai trả.')
  })

  test('reminds a working day before its day and goes up a working day after it, each once', async () => {
    town.at('2025-06-02T09:00')
    const body = { unit: 'xa-an-binh', wording: 'Rà soát hồ sơ trễ của đơn vị.', dueOn: '2025-06-06' }
    expect((await town.as('tam').api('/overview/instructions', body)).status).toBe(200)
    const before = await notices('mai')
    expect(await htmlOf(town.as('uyen'), '/dieu-hanh/mot-cua')).toContain('Rà soát hồ sơ trễ của đơn vị.')
    const mornings = [
      '2025-06-04T06:20',
      '2025-06-05T06:20',
      '2025-06-06T06:20',
      '2025-06-08T06:20',
      '2025-06-09T06:20',
    ]
    const told: number[] = []
    for (const morning of [...mornings, '2025-06-10T06:20']) {
      town.at(morning)
      told.push(await followInstructions(background()))
    }
    expect(told).toEqual([0, 1, 0, 0, 1, 0])
    expect((await notices('mai')).slice(before.length)).toEqual(['due'])
    expect(await notices('tam')).toEqual(['answered', 'late'])
  })

  test('is sent within reach, about what is open, for a day to come', async () => {
    town.at('2025-06-02T09:00')
    const send = async (who: PersonName, body: object, post?: UnitSlug) =>
      (await town.as(who, post).api('/overview/instructions', { wording: 'Làm ngay', dueOn: '2025-06-05', ...body }))
        .status
    expect(await send('uyen', { unit: 'xa-phu-my' })).toBe(403)
    expect(await send('van', { dossier: held }, 'huyen-tay')).toBe(403)
    expect(await send('uyen', { dossier: held, dueOn: '2025-06-01' })).toBe(422)
    expect(await send('uyen', { dossier: '01940000-0000-7000-8000-000000000001' })).toBe(409)
    const form = await town
      .as('uyen')
      .send('/dieu-hanh/chi-dao/moi', { dossier: held, wording: '', dueOn: '2025-06-05' })
    expect(form.status).toBe(422)
  })
})
