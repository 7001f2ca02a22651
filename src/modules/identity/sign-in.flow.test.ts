import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openOidc } from '#kernel/oidc.ts'
import { callbackOf, closed, comeBack, listening, openOutside, type Outside, walk } from '#test/sandbox.ts'
import { openTown, type Town } from '#test/town.ts'
import { findProviderStanding } from './electronic-identity.store.ts'
import { checkProvider } from './provider.jobs.ts'
import { nobody } from '#kernel/access.ts'

const house = 'http://town.test'
const ha = { ai: 'DEMO-P-01', muc: '2' }
const away = '/dang-nhap-vneid/di'

let outside: Outside
let town: Town
beforeAll(async () => {
  outside = await openOutside(house)
  town = await openTown({ identityProvider: outside.provider })
})
afterAll(async () => {
  await town.close()
  await outside.close()
})
beforeEach(() => town.at('2025-05-14T08:00'))

const eventsOf = (command: string) =>
  town.db
    .selectFrom('kernel.event')
    .select(['about', 'result', 'detail'])
    .where('command', '=', command)
    .orderBy('seq')
    .execute()

describe('a citizen comes in', () => {
  test('through the real code flow, back to the page they wanted', async () => {
    const visitor = town.as()
    const page = await visitor.open('/dang-nhap-vneid?tiep=/tai-khoan-cong-dan')
    expect(await page.text()).toContain('/dang-nhap-vneid/di?tiep=%2Ftai-khoan-cong-dan')
    const answer = await comeBack(visitor, house, ha, `${away}?tiep=/dang-nhap-vneid/muc-do`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    const level = await visitor.open('/dang-nhap-vneid/muc-do')
    expect(await level.text()).toContain('mức độ 2')
  })

  test('whose number was known before keeps the party; name and level are kept fresh', async () => {
    const visitor = town.as()
    await town.db.updateTable('identity.party').set({ name: 'Tên cũ' }).where('id', '=', town.partyId('nga')).execute()
    await comeBack(visitor, house, { ai: 'DEMO-P-03', muc: '1' })
    const rows = await town.db
      .selectFrom('identity.electronic_identity as e')
      .innerJoin('identity.party as p', 'p.id', 'e.partyId')
      .select(['p.id', 'p.name', 'e.assurance', 'e.birthDay', 'e.sex'])
      .where('e.techId', '=', 'DEMO-P-03')
      .execute()
    expect(rows).toEqual([
      { id: town.partyId('nga'), name: 'Đặng Kim Nga', assurance: 1, birthDay: '1985-07-21', sex: 'female' },
    ])
    await comeBack(town.as(), house, { ai: 'DEMO-P-03', muc: '2' })
    const last = (await eventsOf('identity.session.sign_in')).slice(-2)
    expect(last.map(({ result }) => (result as { outcome: string }).outcome)).toEqual(['mapped', 'signed_in'])
    expect(JSON.stringify(last)).not.toContain('082185007788')
  })

  test('nobody knew before is written down as somebody new', async () => {
    await comeBack(town.as(), house, { ai: 'DEMO-P-04', muc: '1' })
    expect((await eventsOf('identity.session.sign_in')).at(-1)?.result).toMatchObject({ outcome: 'created' })
  })

  test('whose key and number do not agree is not let in, and it leaves its mark', async () => {
    await town.db
      .updateTable('identity.electronic_identity')
      .set({ techId: 'SOMEBODY-ELSE' })
      .where('techId', '=', 'DEMO-P-04')
      .execute()
    const visitor = town.as()
    const answer = await comeBack(visitor, house, { ai: 'DEMO-P-04', muc: '1' })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('một tài khoản khác')])
    expect((await visitor.open('/dang-nhap-vneid/muc-do')).status).toBe(401)
    expect((await eventsOf('identity.session.sign_in')).at(-1)?.result).toMatchObject({
      outcome: 'conflict',
      behindId: null,
    })
  })

  test('for an organisation with its own account acts for it, as its head', async () => {
    const visitor = town.as()
    await comeBack(visitor, house, { ai: 'DEMO-O-01', muc: '2' })
    expect((await eventsOf('identity.session.sign_in')).at(-1)?.result).toMatchObject({
      behindId: town.partyId('phuc'),
    })
    const known = await town.db
      .selectFrom('identity.representation')
      .select(['actorId', 'basis', 'source', 'state'])
      .execute()
    expect(known).toEqual([
      { actorId: town.partyId('phuc'), basis: 'organisation', source: 'provider', state: 'confirmed' },
    ])
    expect(await (await visitor.open('/dang-nhap-vneid/muc-do')).text()).toContain('Công ty TNHH Trái cây Sông Tiền')
  })

  test('who turns back at the provider is told so and can go on', async () => {
    const answer = await comeBack(town.as(), house, { ai: '' }, `${away}?tiep=/tien-do`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('/dang-nhap-vneid/di?tiep=%2Ftien-do')
  })
})

describe('one browser is one actor', () => {
  test('one citizen after the other, at one computer', async () => {
    const visitor = town.as()
    const jar = new Map<string, string>()
    for (const ai of ['DEMO-P-01', 'DEMO-P-02']) {
      const sent = await visitor.open(away)
      await visitor.open(await walk(sent.headers.get('location') ?? '', { ai, muc: '2' }, house, jar))
    }
    expect(await (await visitor.open('/tai-khoan-cong-dan')).text()).toContain('0820 •••• 1234')
  })

  test('staff who come in as a citizen are staff no longer', async () => {
    const visitor = town.as('lan')
    expect((await visitor.open('/ke-hoach')).status).toBe(200)
    await comeBack(visitor, house, ha)
    expect((await visitor.open('/ke-hoach')).status).toBe(403)
    expect((await visitor.open('/dang-nhap-vneid/muc-do')).status).toBe(200)
  })

  test('a citizen who comes in as staff has left as a citizen', async () => {
    const visitor = town.asCitizen('ha')
    await visitor.open('/dang-nhap-vneid/muc-do')
    await visitor.send('/dang-nhap', { login: 'hoa', password: 'sông Tiền chảy qua chín cửa' })
    expect((await visitor.open('/dang-nhap-vneid/muc-do')).status).toBe(403)
    const { ended } = await town.db
      .selectFrom('identity.session')
      .select((select) => select.fn.max('endedAt').as('ended'))
      .where('provider', '=', 'town')
      .executeTakeFirstOrThrow()
    expect(ended).toEqual(town.now())
  })

  test('signing out ends the session itself, not only the cookie', async () => {
    const visitor = town.asCitizen('phuc')
    await visitor.open('/dang-nhap-vneid/muc-do')
    expect((await visitor.send('/dang-xuat-cong-dan')).headers.get('location')).toBe('/')
    expect((await visitor.open('/dang-nhap-vneid/muc-do')).status).toBe(401)
  })
})

describe('what does not fit is not taken', () => {
  test('an answer to a question that another browser asked', async () => {
    const callback = await callbackOf(town.as(), house, ha)
    const thief = town.as()
    expect((await thief.open(callback)).status).toBe(422)
    expect((await thief.open('/dang-nhap-vneid/muc-do')).status).toBe(401)
  })

  test('a state that was changed on the way', async () => {
    const visitor = town.as()
    const callback = await callbackOf(visitor, house, ha)
    const answer = await visitor.open(callback.replace(/state=[^&]+/, 'state=khac'))
    expect([answer.status, (await visitor.open('/dang-nhap-vneid/muc-do')).status]).toEqual([422, 401])
  })

  test('a code that was used before, even with a state of its own', async () => {
    const visitor = town.as()
    const used = new URL(await callbackOf(visitor, house, ha), house)
    await visitor.open(used.pathname + used.search)
    await visitor.send('/dang-xuat-cong-dan')
    expect((await visitor.open(used.pathname + used.search)).status).toBe(422)
    const again = new URL(await callbackOf(visitor, house, ha), house)
    again.searchParams.set('code', used.searchParams.get('code') ?? '')
    const answer = await visitor.open(again.pathname + again.search)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('quá hạn')])
  })

  test('an answer that comes after ten minutes', async () => {
    const visitor = town.as()
    const callback = await callbackOf(visitor, house, ha, `${away}?tiep=/tien-do`)
    town.at('2025-05-14T08:11')
    const answer = await visitor.open(callback)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('tiep=%2Ftien-do')])
  })

  test('an answer signed for somebody else', async () => {
    const other = await openOutside(house)
    const { settings } = outside
    // Everything of ours, and the signature of another.
    const mixed = openOidc({ ...other.settings, jwksUrl: settings.jwksUrl })
    const elsewhere = await openTown({ identityProvider: mixed })
    try {
      const visitor = elsewhere.as()
      expect((await comeBack(visitor, house, ha)).status).toBe(422)
      expect((await visitor.open('/dang-nhap-vneid/muc-do')).status).toBe(401)
    } finally {
      await elsewhere.close()
      await other.close()
    }
  })

  test.each(['https://khac.example/', '//khac.example/', '/\\khac.example', '/dang-nhap-vneid/di'])(
    'a way on to %s leads to the front page',
    async (tiep) => {
      const answer = await comeBack(town.as(), house, ha, `${away}?tiep=${encodeURIComponent(tiep)}`)
      expect(answer.headers.get('location')).toBe('/')
    },
  )
})

describe('the provider is not there', () => {
  const withTokensAt = (tokenUrl: string) => openOidc({ ...outside.settings, tokenUrl, timeoutSeconds: 1 })

  test.each([
    ['nobody listens', 'http://127.0.0.1:9/token', 'không trả lời'],
    ['it shows an error page', '', 'không trả lời'],
    ['it is slow', '', 'đang chậm'],
  ])('%s: said so, and the way back is kept', async (what, url, says) => {
    const broken = createServer(
      (_, response) => void (what === 'it is slow' ? null : response.writeHead(502).end('<html>')),
    )
    const at = url || `${await listening(broken)}/token`
    const elsewhere = await openTown({ identityProvider: withTokensAt(at) })
    try {
      const visitor = elsewhere.as()
      const answer = await comeBack(visitor, house, ha, `${away}?tiep=/tien-do`)
      const text = await answer.text()
      expect([answer.status, text]).toEqual([503, expect.stringContaining(says)])
      expect(text).toContain('tiep=%2Ftien-do')
      expect(await (await visitor.open('/dang-nhap-vneid')).text()).toContain(says)
    } finally {
      await elsewhere.close()
      if (!url) await closed(broken)
    }
  })

  test('is asked now and then, and people are told before they set out', async () => {
    const ctx = { db: town.db, actor: nobody, now: town.now(), requestId: 'check' }
    await checkProvider(outside.provider).run(ctx, {})
    expect(await findProviderStanding(town.db, 'sandbox')).toMatchObject({ state: 'up' })
    expect(await (await town.as().open('/dang-nhap-vneid')).text()).toContain('đang chạy bình thường')
    const gone = openOidc({ ...outside.settings, jwksUrl: 'http://127.0.0.1:9/jwks' })
    await checkProvider(gone).run(ctx, {})
    expect(await findProviderStanding(town.db, 'sandbox')).toMatchObject({ state: 'down' })
  })

  test('and a house connected to nobody says so', async () => {
    const alone = await openTown()
    const page = await alone.as().open('/dang-nhap-vneid')
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('chưa kết nối')])
    expect((await alone.as().open(away)).headers.get('location')).toBe('/dang-nhap-vneid')
    await alone.close()
  })
})

describe('a session that ended while somebody was reading', () => {
  test('asks to sign in and leads back to the page', async () => {
    const visitor = town.asCitizen('ha')
    await visitor.open('/dang-nhap-vneid/muc-do')
    town.at('2025-05-14T08:16')
    const answer = await visitor.open('/dang-nhap-vneid/muc-do?tiep=/x')
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('Đăng nhập bằng VNeID')])
  })
})

test('the house asks for what was agreed: state, nonce, PKCE and a level, and nobody comes in silently', async () => {
  const sent = await town.as().open(`${away}?muc=2`)
  const asked = new URL(sent.headers.get('location') ?? '').searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    acr_values: 'LoA2',
    code_challenge_method: 'S256',
    prompt: 'login',
    redirect_uri: `${house}/dang-nhap-vneid/tro-lai`,
  })
  expect(sent.headers.getSetCookie().join()).not.toContain(asked.get('state'))
  asked.delete('code_challenge')
  expect(await walk(`${outside.settings.authorizeUrl}?${asked}`, ha, house)).toContain('error=invalid_request')
})
