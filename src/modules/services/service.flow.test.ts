import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOffer } from '#modules/catalogue/public.ts'
import { openTown, type Town } from '#test/town.ts'
import { findService } from './draft.store.ts'
import { findServiceInForce } from './version.store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const list = '/thiet-ke-dich-vu'
const seenOf = async (procedure: string) => String((await findService(town.db, procedure))?.draftVersion ?? 0)
const begin = (procedure: string, title = 'Xác nhận thông tin về cư trú') =>
  town.as('thu').send(list, { procedure, title, _key: `${procedure} ${title}` })
const draftOf = async (procedure: string) => (await findService(town.db, procedure))?.draft
/** What a person sees: the text of a page. */
const textOf = async (path: string) => (await town.as('thu').open(path)).text()

/** Papers, limits and fee of the one case of the general form, so that it is proven. */
async function mend(procedure: string) {
  const thu = town.as('thu')
  const limit = (channel: string) => ({
    [`item.limits.${channel}.amount`]: '3',
    [`item.limits.${channel}.unit`]: 'working_day',
    [`item.limits.${channel}.citation`]: 'Danh mục quốc gia',
  })
  return thu.send(`${list}/${procedure}/truong-hop/any`, {
    seen: await seenOf(procedure),
    'item.code': 'any',
    'item.title.vi': 'Nộp hồ sơ',
    'item.title.en': 'File',
    'item.components': ['request_form', 'other_papers', 'authorisation'],
    ...limit('online'),
    ...limit('direct'),
    ...limit('post'),
  })
}

const headOf = (procedure: string) => ({
  'item.title.vi': `Thủ tục ${procedure}`,
  'item.title.en': 'A procedure',
  'item.level': 'full',
  'item.channels': ['online', 'direct', 'post'],
  'item.receivers': 'commune',
  'item.assurance': '2',
  'item.layout': 'sections',
  'item.stepsBasis.citation': 'Giả định',
  'item.citations': 'Luật Cư trú\nNghị định',
})

describe('§10.1 a service is designed, proven and published', () => {
  const procedure = '1.010041'

  test('it begins with the general form, and says what must be mended', async () => {
    expect((await begin(procedure)).headers.get('location')).toBe(`${list}/${procedure}`)
    const page = await textOf(`${list}/${procedure}`)
    expect(page).toContain('Chưa có thời hạn khi nộp trực tuyến')
    expect(page).toContain(`href="${list}/${procedure}/truong-hop/any#item.limits.online.amount"`)
    expect(page).not.toContain('/cong-bo"><button')
  })

  test('it is not published while anything is left', async () => {
    const sent = await town.as('thu').send(`${list}/${procedure}/cong-bo`, { seen: await seenOf(procedure) })
    expect(sent.status).toBe(409)
    expect(await sent.text()).toContain('Chưa công bố được')
    expect(await findServiceInForce(town.db, procedure)).toBeUndefined()
    expect(await findOffer(town.db, procedure)).toBeUndefined()
  })

  test('§10.4 limits are given by channel, and the fault goes', async () => {
    expect((await mend(procedure)).status).toBe(303)
    const head = { seen: await seenOf(procedure), ...headOf(procedure) }
    expect((await town.as('thu').send(`${list}/${procedure}/chung`, head)).status).toBe(303)
    expect(await textOf(`${list}/${procedure}`)).toContain('Không còn điều gì phải sửa')
    expect((await draftOf(procedure))?.cases[0]?.limits.online).toMatchObject({ amount: 3, unit: 'working_day' })
  })

  test('it is published once, and citizens are told in the same moment', async () => {
    const form = { seen: await seenOf(procedure), _key: 'publish-once' }
    const [first, second] = [
      await town.as('thu').send(`${list}/${procedure}/cong-bo`, form),
      await town.as('thu').send(`${list}/${procedure}/cong-bo`, form),
    ]
    expect([first.status, second.status]).toEqual([303, 303])
    expect((await findServiceInForce(town.db, procedure))?.version).toBe(1)
    expect(await findOffer(town.db, procedure)).toMatchObject({
      kind: 'modelled',
      cases: [
        {
          code: 'any',
          limits: { online: { amount: 3 } },
          fees: { online: { vi: expect.stringContaining('Tạm tính 0 đồng') } },
        },
      ],
    })
  })

  test('a new version shows what it changes, and what was filed keeps the old one', async () => {
    town.at('2025-05-15T08:00')
    const thu = town.as('thu')
    await thu.send(`${list}/${procedure}/bat-dau`)
    await thu.send(`${list}/${procedure}/ket-qua/moi`, {
      seen: await seenOf(procedure),
      'item.code': 'KQ.G01.000062',
      'item.name.vi': 'Giấy xác nhận cư trú',
      'item.kind': 'document',
    })
    expect(await textOf(`${list}/${procedure}/khac-biet`)).toContain('KQ.G01.000062')
    await thu.send(`${list}/${procedure}/cong-bo`, { seen: await seenOf(procedure) })
    const versions = await town.db
      .selectFrom('services.version')
      .selectAll()
      .where('procedureCode', '=', procedure)
      .execute()
    expect(versions.map(({ version, validTo }) => [version, validTo === null])).toEqual(
      expect.arrayContaining([
        [1, false],
        [2, true],
      ]),
    )
  })

  test('it is withdrawn with a reason, and nobody is offered it any more', async () => {
    const short = await town.as('thu').send(`${list}/${procedure}/ngung`, { reason: 'x' })
    expect(short.status).toBe(422)
    await town.as('thu').send(`${list}/${procedure}/ngung`, { reason: 'Chuyển sang hệ thống của Bộ Công an' })
    expect(await findOffer(town.db, procedure)).toBeUndefined()
    expect(await findServiceInForce(town.db, procedure)).toBeUndefined()
    expect(await textOf(`${list}/${procedure}`)).toContain('Chuyển sang hệ thống của Bộ Công an')
  })
})

describe('two people at one draft', () => {
  const procedure = '1.004222'

  test('who comes second is told what changed, and keeps what they typed', async () => {
    await begin(procedure)
    const seen = await seenOf(procedure)
    const add = (code: string) =>
      town.as('thu').send(`${list}/${procedure}/giay-to/moi`, {
        seen,
        'item.code': code,
        'item.name.vi': `Giấy tờ ${code}`,
        'item.manner': 'submit',
        'item.originals': '1',
        'item.copies': '0',
        'item.citation': 'Luật Cư trú',
      })
    expect((await add('dwelling')).status).toBe(303)
    const second = await add('consent')
    const page = await second.text()
    expect(second.status).toBe(409)
    expect(page).toContain('Giấy tờ: dwelling')
    expect(page).toContain('value="Giấy tờ consent"')
    expect(page).toContain(`name="seen" value="${await seenOf(procedure)}"`)
    expect((await draftOf(procedure))?.components.map(({ code }) => code)).not.toContain('consent')
  })

  test('nor is anything moved or taken out of a draft that has moved on', async () => {
    const seen = String(Number(await seenOf(procedure)) - 1)
    for (const act of ['thu-tu', 'bo-di']) {
      const sent = await town.as('thu').send(`${list}/${procedure}/giay-to/dwelling/${act}`, { seen, by: '-1' })
      expect(sent.status).toBe(409)
      expect(await sent.text()).toContain('Giấy tờ: dwelling')
    }
    expect((await draftOf(procedure))?.components.at(-1)?.code).toBe('dwelling')
  })

  test('a step is added, moved before another and taken out; who waited for it no longer does', async () => {
    const thu = town.as('thu')
    const at = `${list}/${procedure}/quy-trinh`
    const step = {
      'item.title.vi': 'Xác minh nơi ở',
      'item.kind': 'consult',
      'item.role': 'agency',
      'item.agency': 'Công an xã',
    }
    await thu.send(`${at}/moi`, {
      seen: await seenOf(procedure),
      'item.code': 'visit',
      ...step,
      'item.hours': '2,5',
      'item.after': 'receive',
    })
    expect((await draftOf(procedure))?.steps.at(-1)).toMatchObject({ code: 'visit', hours: 2.5, after: ['receive'] })
    const page = await textOf(at)
    expect(page).toContain('<svg')
    expect(page).toContain('Còn 1 điều phải sửa')
    expect(await textOf(`${at}/visit`)).toContain('Hồ sơ tới bước này thì không đi tiếp được')
    await thu.send(`${at}/visit/thu-tu`, { seen: await seenOf(procedure), by: '-1' })
    expect((await draftOf(procedure))?.steps.at(-2)?.code).toBe('visit')
    await thu.send(`${at}/receive/bo-di`, { seen: await seenOf(procedure) })
    expect((await draftOf(procedure))?.steps.find(({ code }) => code === 'visit')?.after).toEqual([])
  })

  test('a question is composed without code and stands in the JSON Schema of the form', async () => {
    const thu = town.as('thu')
    const at = `${list}/${procedure}/to-khai/matter`
    const question = { 'item.label.vi': 'Bạn ở đây bao lâu?', 'item.kind': 'choice', 'item.required': 'yes' }
    const choices = {
      'item.choices': 'short | Dưới 6 tháng | Less than 6 months\nlong | Từ 6 tháng | 6 months and more',
    }
    await thu.send(`${at}/moi`, { seen: await seenOf(procedure), 'item.name': 'how_long', ...question, ...choices })
    const schema = (await (await thu.open(`${list}/${procedure}/json-schema`)).json()) as {
      properties: Record<string, object>
    }
    expect(JSON.stringify(schema.properties['how_long'])).toContain('"short"')
    const preview = await thu.send(`${list}/${procedure}/xem-truoc`, { request: '' })
    expect(await preview.text()).toContain('Bạn ở đây bao lâu?')
    const taken = await thu.send(`${at}/moi`, {
      seen: await seenOf(procedure),
      'item.name': 'how_long',
      ...question,
      ...choices,
    })
    expect([taken.status, (await taken.text()).includes('Mã này đã dùng')]).toEqual([409, true])
  })

  test('a form that is wrong comes back filled in, with the fault at its field', async () => {
    const sent = await town.as('thu').send(`${list}/${procedure}/phi/moi`, {
      seen: await seenOf(procedure),
      'item.code': 'Phí!',
      'item.amount': '5000',
    })
    const page = await sent.text()
    expect(sent.status).toBe(422)
    expect(page).toContain('href="#item.name.vi"')
    expect(page).toContain('value="Phí!"')
  })
})
