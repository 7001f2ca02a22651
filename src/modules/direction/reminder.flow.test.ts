import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { type DirectedPlan, givePlan } from '#test/directed-plan.ts'
import { openTown, type PersonName, type Town } from '#test/town.ts'
import { climbReminders } from './reminder.jobs.ts'

let town: Town
let plan: DirectedPlan

beforeAll(async () => {
  town = await openTown()
  plan = await givePlan(town)
})
afterAll(() => town.close())

const dayField = (name: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}

const wording = 'Đề nghị huyện báo cáo tiến độ tập huấn kỹ năng số.'

async function remind(
  who: PersonName,
  units: readonly Parameters<Town['unitId']>[0][],
  dueOn: string,
  more: Record<string, string> = {},
) {
  const sent = await town.as(who).send('/ke-hoach/don-doc/moi', {
    plan: plan.code,
    thing: `task:${plan.idOf('III.1.a')}`,
    units: units.map((slug) => String(town.unitId(slug))),
    wording,
    ...dayField('answerDueOn', dueOn),
    ...more,
  })
  return { sent, path: sent.headers.get('location') ?? '' }
}

const html = async (who: PersonName, path: string) => (await town.as(who).open(path)).text()
const morning = () => climbReminders({ db: town.db, actor: nobody, now: town.now(), requestId: 'job' })

describe('a leader reminds a district', () => {
  let path = ''

  test('from the task, with the unit that leads it ticked and a deadline filled in', async () => {
    town.at('2025-05-14T08:00')
    const form = await html('tam', `/ke-hoach/don-doc/moi?nhiem-vu=${plan.idOf('III.1.a')}`)
    expect(form).toMatch(new RegExp(`value="${town.unitId('huyen-dong')}" checked`))
    expect(form).not.toMatch(new RegExp(`value="${town.unitId('huyen-tay')}" checked`))
    expect(form).toContain('value="21"')
    const { sent, path: at } = await remind('tam', ['huyen-dong'], '2025-05-21')
    expect(sent.status).toBe(303)
    path = at
  })

  test('the officer finds it first in the list, and opening it is noted', async () => {
    expect(await html('hoa', '/ke-hoach/don-doc')).toContain(path)
    expect(await html('tam', path)).toContain('Chưa ai của đơn vị mở xem')
    await html('hoa', path)
    expect(await html('tam', path)).toContain('Đơn vị mở xem lần đầu')
  })

  test('she acknowledges it and answers; the leader reads her words and closes', async () => {
    expect((await town.as('hoa').send(`${path}/nhan`)).status).toBe(303)
    const answered = await town.as('hoa').send(`${path}/tra-loi`, { answer: 'Đã mở 6 lớp cho 240 người.' })
    expect(answered.status).toBe(303)
    expect(await html('tam', path)).toContain('Đã mở 6 lớp cho 240 người.')
    expect((await town.as('tam').send(`${path}/khep-lai`, { wording: '' })).status).toBe(303)
    expect(await html('hoa', path)).toContain('Đã khép lại')
  })

  test('what is closed takes no more answers', async () => {
    const late = await town.as('hoa').send(`${path}/tra-loi`, { answer: 'Bổ sung.' })
    expect(late.status).toBe(409)
  })
})

describe('nobody answers', () => {
  test('it climbs on the working days of the ladder, past the days off of 30 April', async () => {
    town.at('2025-04-29T15:00')
    const { path } = await remind('tam', ['xa-an-binh'], '2025-05-20')
    const climbed: string[] = []
    for (let date = new Date('2025-04-30'); date < new Date('2025-05-20'); date.setDate(date.getDate() + 1)) {
      town.at(`${date.toISOString().slice(0, 10)}T06:30`)
      if ((await morning()) > 0) climbed.push(date.toISOString().slice(0, 10))
      expect(await morning()).toBe(0)
    }
    expect(climbed).toEqual(['2025-05-06', '2025-05-08', '2025-05-12'])
    const thread = await html('tam', path)
    expect(thread).toContain('Tự báo lên: Lãnh đạo tỉnh')
    expect(thread).toContain('Đã báo: Nguyễn Thị Tâm')
    expect(thread).toContain('Đã lên cấp cao nhất')
    const events = await town.db
      .selectFrom('kernel.event')
      .select(['rule'])
      .where('command', '=', 'plan.reminder.climb')
      .execute()
    expect(events.map(({ rule }) => rule)).toEqual(['dondoc-1', 'dondoc-1', 'dondoc-1'])
  })

  test('an answer stops it', async () => {
    town.at('2025-06-02T08:00')
    const { path } = await remind('tam', ['huyen-dong'], '2025-06-04')
    await town.as('hoa').send(`${path}/tra-loi`, { answer: 'Đã xong.' })
    town.at('2025-06-20T06:30')
    await morning()
    expect(await html('tam', path)).not.toContain('Tự báo lên: Lãnh đạo đơn vị')
  })

  test('an answer that does not do goes back with a new day', async () => {
    town.at('2025-06-02T08:00')
    const { path } = await remind('lan', ['huyen-dong'], '2025-06-04')
    await town.as('hoa').send(`${path}/tra-loi`, { answer: 'Đang làm.' })
    const back = await town
      .as('lan')
      .send(`${path}/gui-lai`, { wording: 'Chưa nêu số người.', ...dayField('answerDueOn', '2025-06-10') })
    expect(back.status).toBe(303)
    const thread = await html('hoa', path)
    expect(thread).toContain('Chưa nêu số người.')
    expect(thread).toContain('Gửi lại, hạn mới 10/06/2025')
    expect(thread).toContain('Đã nhận, chưa trả lời')
  })
})

describe('several units at once', () => {
  test('each has a reminder of its own, and answers for itself', async () => {
    town.at('2025-05-14T09:00')
    const { sent, path } = await remind('lan', ['huyen-dong', 'huyen-tay', 'so-y-te'], '2025-05-21')
    expect(sent.status).toBe(303)
    expect(path).toBe('/ke-hoach/don-doc?xem=sent')
    for (const who of ['hoa', 'minh', 'van'] as const) expect(await html(who, '/ke-hoach/don-doc')).toContain(wording)
  })

  test('the same submission sent twice reminds once', async () => {
    const before = await count()
    await remind('lan', ['huyen-dong'], '2025-05-21', { _key: 'twice' })
    await remind('lan', ['huyen-dong'], '2025-05-21', { _key: 'twice' })
    expect((await count()) - before).toBe(1)
  })

  test('a deadline that has passed and no unit come back as faults of their fields', async () => {
    const { sent } = await remind('lan', [], '2025-05-13')
    const page = await sent.text()
    expect(sent.status).toBe(422)
    expect(page).toContain('Hãy chọn ít nhất một đơn vị nhận')
    expect(page).toContain(wording)
    const late = await remind('lan', ['huyen-dong'], '2025-05-13')
    expect(await late.sent.text()).toContain('Hạn trả lời phải từ hôm nay trở đi')
  })
})

const count = async () => (await town.db.selectFrom('direction.reminder').select('id').execute()).length

describe('who may not', () => {
  test('an officer has no button to send, and is refused the form and the act', async () => {
    town.at('2025-05-14T10:00')
    expect(await html('hoa', '/ke-hoach/don-doc')).not.toContain('/ke-hoach/don-doc/moi')
    expect((await town.as('hoa').open('/ke-hoach/don-doc/moi')).status).toBe(403)
    expect((await remind('hoa', ['huyen-tay'], '2025-05-21')).sent.status).toBe(403)
  })

  test('another unit neither sees nor answers it', async () => {
    const { path } = await remind('tam', ['huyen-dong'], '2025-05-21')
    expect((await town.as('minh').open(path)).status).toBe(403)
    expect((await town.as('minh').send(`${path}/tra-loi`, { answer: 'Đã làm.' })).status).toBe(403)
    expect(await html('minh', '/ke-hoach/don-doc?xem=all')).not.toContain(path)
  })

  test('the auditor reads it and has nothing to press', async () => {
    const { path } = await remind('tam', ['huyen-dong'], '2025-05-21')
    const page = await html('son', path)
    expect(page).toContain(wording)
    expect(page).not.toContain(`${path}/`)
  })

  test('nobody signed in is sent to sign in', async () => {
    expect((await town.as().open('/ke-hoach/don-doc')).status).toBe(401)
  })
})

test('another system does through the API what the pages do, under the same rights', async () => {
  town.at('2025-05-14T11:00')
  const { path } = await remind('tam', ['huyen-dong'], '2025-05-21')
  const id = path.split('/').at(-1) ?? ''
  const listed = (await (await town.as('hoa').api('/plan/reminders?state=sent')).json()) as {
    id: string
    state: string
  }[]
  expect(listed.find((one) => one.id === id)).toMatchObject({ state: 'sent', unit: 'UBND huyện Đông', plan: plan.code })
  expect((await town.as('minh').api(`/plan/reminders/${id}/answer`, { answer: 'Không phải của tôi' })).status).toBe(403)
  expect((await town.as('hoa').api(`/plan/reminders/${id}/answer`, { answer: 'Đã xong' })).status).toBe(200)
  expect(await html('tam', path)).toContain('Đã trả lời')
})
