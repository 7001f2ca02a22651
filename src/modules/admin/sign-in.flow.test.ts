import { generateSync } from 'otplib'
import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest'
import { listEventsAbout } from '#kernel/event.store.ts'
import { claimHouse } from '#kernel/house.store.ts'
import { openTown, passwordOfTown as password, type Town, type Visitor } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => town.at('2025-05-14T08:00'))
afterAll(() => town.close())

const textOf = async (response: Response | Promise<Response>) => (await response).text()
const signIn = (visitor: Visitor, login: string, more: Record<string, string> = {}) =>
  visitor.send('/dang-nhap', { login, password, ...more })
const hidden = (html: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const codeOf = (secret: string) => generateSync({ secret, epoch: town.now().getTime() / 1000 })

test('somebody signs in and is led to where they were going', async () => {
  const visitor = town.as()
  const refusal = await visitor.open('/tai-khoan')
  expect(refusal.status).toBe(401)
  expect(hidden(await refusal.text(), 'next')).toBe('/tai-khoan')
  const answer = await signIn(visitor, 'hoa', { next: '/tai-khoan' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tai-khoan'])
  expect(answer.headers.getSetCookie().join()).toMatch(/^tgs=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const page = await textOf(visitor.open('/tai-khoan'))
  expect(page).toContain('Võ Thị Hoa')
  expect(page).toContain('UBND huyện Đông')
})

test('the cookie is for https only when the house is reached by https', async () => {
  const secure = await openTown({ publicUrl: 'https://town.test' })
  const answer = await signIn(secure.as(), 'hoa')
  expect(answer.headers.getSetCookie().join()).toContain('; Secure')
  await secure.close()
})

test('nobody is led to another site', async () => {
  for (const next of ['//evil.test', 'https://evil.test/', '/\\evil.test', 'javascript:alert(1)', '/\t/evil.test'])
    expect((await signIn(town.as(), 'hoa', { next })).headers.get('location')).toBe('/')
})

test('an unknown login, a wrong password and a locked account are answered alike', async () => {
  const wrong = await textOf(signIn(town.as(), 'son', { password: 'đoán bừa một câu' }))
  const unknown = await textOf(signIn(town.as(), 'khong-co-ai', { password: 'đoán bừa một câu' }))
  const clean = (html: string) => html.replace(/value="(son|khong-co-ai)"/, '').replace(/[0-9a-f-]{36}/g, '')
  expect(clean(wrong)).toBe(clean(unknown))
  for (let tries = 0; tries < 4; tries++) await signIn(town.as(), 'son', { password: 'đoán bừa một câu' })
  expect(clean(await textOf(signIn(town.as(), 'son')))).toBe(clean(unknown))
})

test('five failures lock an account even against the right password, for fifteen minutes', async () => {
  for (let tries = 0; tries < 4; tries++)
    expect((await signIn(town.as(), 'minh', { password: `sai ${tries}` })).status).toBe(422)
  expect((await signIn(town.as(), 'minh')).status).toBe(303)
  for (let tries = 0; tries < 5; tries++) await signIn(town.as(), 'minh', { password: `sai ${tries}` })
  town.at('2025-05-14T08:14')
  expect((await signIn(town.as(), 'minh')).status).toBe(422)
  town.at('2025-05-14T08:15')
  expect((await signIn(town.as(), 'minh')).status).toBe(303)
  const events = await listEventsAbout(town.db, `kernel.account/${town.accountId('minh')}`, 50)
  expect(events.filter(({ result }) => JSON.stringify(result).includes('refused'))).toHaveLength(10)
})

test('with a second step the password alone opens nothing, and a code works once', async () => {
  const lan = town.as('lan')
  const setUp = await textOf(lan.open('/tai-khoan/hai-buoc'))
  const secret = hidden(setUp, 'secret')
  expect(setUp).toContain('<svg class="tg-qr"')
  expect(setUp).toContain(secret.match(/.{4}/g)?.join(' '))
  expect((await lan.send('/tai-khoan/hai-buoc', { secret, code: '000000' })).status).toBe(422)
  expect((await lan.send('/tai-khoan/hai-buoc', { secret, code: codeOf(secret) })).status).toBe(303)

  town.at('2025-05-14T08:02')
  const visitor = town.as()
  const halfway = await signIn(visitor, 'lan', { next: '/tai-khoan' })
  expect(halfway.headers.get('location')).toBe('/dang-nhap/ma?next=%2Ftai-khoan')
  expect((await visitor.open('/tai-khoan')).status).toBe(401)
  const code = codeOf(secret)
  const whole = await visitor.send('/dang-nhap/ma', { code, next: '/tai-khoan' })
  expect([whole.status, whole.headers.get('location')]).toEqual([303, '/tai-khoan'])
  expect(await textOf(visitor.open('/tai-khoan'))).toContain('Phạm Thị Lan')

  const thief = town.as()
  await signIn(thief, 'lan')
  expect((await thief.send('/dang-nhap/ma', { code })).status).toBe(422)
  for (let tries = 0; tries < 4; tries++) await thief.send('/dang-nhap/ma', { code: '123456' })
  town.at('2025-05-14T08:04')
  expect((await thief.send('/dang-nhap/ma', { code: codeOf(secret) })).headers.get('location')).toBe('/dang-nhap')
})

test('who holds two posts chooses one, and acts in that until choosing again', async () => {
  const van = town.as()
  expect((await signIn(van, 'van', { next: '/tai-khoan' })).headers.get('location')).toBe('/vi-tri?next=%2Ftai-khoan')
  const choice = await textOf(van.open('/vi-tri'))
  expect(choice).toContain('Phó Chủ tịch UBND huyện')
  expect(choice).toContain('Chuyên viên biệt phái')
  await van.send('/vi-tri', { postId: town.postId('van', 'huyen-tay') })
  expect(await textOf(van.open('/tai-khoan'))).toContain('Phó Chủ tịch UBND huyện, UBND huyện Tây')
  expect((await van.send('/vi-tri', { postId: town.postId('minh') })).status).toBe(403)
  town.at('2025-05-14T08:05')
  const again = town.as()
  expect((await signIn(again, 'van')).headers.get('location')).toBe('/')
  expect(await textOf(again.open('/tai-khoan'))).toContain('Phó Chủ tịch UBND huyện, UBND huyện Tây')
})

test('a post that is over gives nothing any more', async () => {
  const quan = town.as('quan')
  const post = `/quan-tri/vi-tri/${town.postId('binh')}/dong`
  const lastDay = { 'lastDay.day': '14', 'lastDay.month': '5', 'lastDay.year': '2025' }
  expect((await quan.send(post, lastDay)).status).toBe(303)
  expect(await textOf(town.as('binh').open('/tai-khoan'))).toContain('UBND xã An Bình')
  town.at('2025-05-15T08:00')
  expect(await textOf(town.as('binh').open('/tai-khoan'))).toContain('chưa chọn')
})

test('an idle session locks; what was typed is kept, and sent after signing in again', async () => {
  const hoa = town.as('hoa')
  await hoa.open('/tai-khoan')
  town.at('2025-05-14T08:16')
  const locked = await hoa.send('/tai-khoan/ngon-ngu', {
    locale: 'en',
    'a.b': 'một "câu"',
    tep: new File(['x'], 'x.pdf'),
  })
  expect(locked.status).toBe(401)
  const page = await locked.text()
  expect(page).toContain('1 tệp kèm theo không giữ lại được')
  const kept = hidden(page, 'kept')
  const resumed = await textOf(signIn(hoa, 'hoa', { next: '/tai-khoan/ngon-ngu', kept }))
  expect(resumed).toContain('action="/tai-khoan/ngon-ngu" method="post"')
  expect(hidden(resumed, 'locale')).toBe('en')
  expect(hidden(resumed, 'a.b')).toBe('một "câu"')
  expect((await hoa.send('/tai-khoan/ngon-ngu', { locale: 'en' })).status).toBe(303)
  expect(await textOf(hoa.open('/tai-khoan'))).toContain('My account')
  await hoa.send('/tai-khoan/ngon-ngu', { locale: 'vi' })
})

test('a password that was on its way is not written into the page', async () => {
  const page = await textOf(town.as().send('/tai-khoan/mat-khau', { current: 'bí-mật-cũ', password: 'bí-mật-mới' }))
  expect(page).not.toContain('bí-mật')
})

test('somebody sees their own sessions and ends another one', async () => {
  const [desk, phone] = [town.as('tam'), town.as('tam')]
  await desk.open('/tai-khoan')
  await phone.open('/tai-khoan')
  const session = hidden(await textOf(desk.open('/tai-khoan')), 'session')
  expect(session).toMatch(/^[0-9a-f]{16}$/)
  expect((await town.as('quan').send('/tai-khoan/phien', { session })).status).toBe(404)
  expect((await phone.open('/tai-khoan')).status).toBe(200)
  expect((await desk.send('/tai-khoan/phien', { session })).status).toBe(303)
  expect([(await desk.open('/tai-khoan')).status, (await phone.open('/tai-khoan')).status]).toEqual([200, 401])
})

test('signing out ends the session itself, not only the cookie', async () => {
  const tam = town.as('tam')
  await tam.open('/tai-khoan')
  const before = await town.db.selectFrom('kernel.session').select('tokenHash').where('endedAt', 'is', null).execute()
  await tam.send('/dang-xuat')
  const after = await town.db.selectFrom('kernel.session').select('tokenHash').where('endedAt', 'is', null).execute()
  expect(before.length - after.length).toBe(1)
  expect((await tam.open('/tai-khoan')).status).toBe(401)
})

test('a changed password ends the other sessions; a short one, or a wrong current one, changes nothing', async () => {
  const [here, there] = [town.as('hoa'), town.as('hoa')]
  await there.open('/tai-khoan')
  const change = (current: string, fresh: string) => here.send('/tai-khoan/mat-khau', { current, password: fresh })
  expect(await textOf(change(password, 'mười ba ký t'))).toContain('Mật khẩu mới cần ít nhất 14 ký tự')
  expect(await textOf(change('không phải', 'mười bốn ký tự đây'))).toContain('Mật khẩu hiện tại không đúng')
  expect((await there.open('/tai-khoan')).status).toBe(200)
  expect((await change(password, 'mười bốn ký tự đây')).status).toBe(303)
  expect([(await here.open('/tai-khoan')).status, (await there.open('/tai-khoan')).status]).toEqual([200, 401])
  expect((await signIn(town.as(), 'hoa')).status).toBe(422)
})

test('an administrator makes an account; its link sets the password once and then is over', async () => {
  const form = {
    name: 'Ngô Thị Mai',
    login: 'Mai.Ngo',
    email: '',
    unit: 'xa-phu-my',
    title: 'Công chức',
    role: 'unit_officer',
    validFrom: '14/5/2025',
  }
  const page = await textOf(town.as('quan').send('/quan-tri/tai-khoan/moi', form))
  const path = /\/thiet-lap\/[\w-]{43}/.exec(page)?.[0] ?? ''
  expect(await textOf(town.as().open(path))).toContain('mai.ngo')
  expect((await town.as().send(path, { password: 'ngắn quá' })).status).toBe(422)
  expect((await town.as().send(path, { password: 'một mật khẩu thật dài' })).status).toBe(303)
  expect((await town.as().send(path, { password: 'một mật khẩu khác dài' })).status).toBe(404)
  expect((await town.as().open(path)).status).toBe(404)
  const mai = town.as()
  expect((await mai.send('/dang-nhap', { login: 'mai.ngo', password: 'một mật khẩu thật dài' })).status).toBe(303)
  expect(await textOf(mai.open('/tai-khoan'))).toContain('UBND xã Phú Mỹ')
  expect(await textOf(town.as('quan').send('/quan-tri/tai-khoan/moi', form))).toContain('đã có người dùng')
})

test('an administrator of a district reaches the people below it and nobody else', async () => {
  const post = { unit: 'huyen-tay', title: 'Quản trị huyện', role: 'administrator', validFrom: '14/5/2025' }
  expect((await town.as('quan').send('/quan-tri/tai-khoan/minh/vi-tri', post)).status).toBe(303)
  const minh = town.as('minh')
  await minh.open('/vi-tri')
  const [row] = await town.db.selectFrom('kernel.post').select('id').where('title', '=', 'Quản trị huyện').execute()
  await minh.send('/vi-tri', { postId: row?.id ?? '' })
  expect((await minh.open('/quan-tri/tai-khoan')).status).toBe(200)
  const mine = { ...post, role: 'unit_officer', unit: 'xa-tan-thanh', login: 'dao', name: 'Lý Thị Đào' }
  expect((await minh.send('/quan-tri/tai-khoan/moi', mine)).status).toBe(200)
  expect((await minh.send('/quan-tri/tai-khoan/moi', { ...mine, login: 'd2', unit: 'xa-an-binh' })).status).toBe(403)
  expect((await minh.send('/quan-tri/tai-khoan/quan/lien-ket')).status).toBe(403)
  expect((await minh.send('/quan-tri/vai-tro/leader', { nameVi: 'aa', nameEn: 'bb' })).status).toBe(403)
  expect(await textOf(minh.open('/quan-tri/tai-khoan'))).not.toContain('Trần Văn Quản')
})

test('a unit below nobody is looked after by the province, and is no province itself', async () => {
  const post = { unit: 'bao-mau', title: 'Quản trị báo', role: 'administrator', validFrom: '14/5/2025' }
  expect((await town.as('quan').send('/quan-tri/tai-khoan/hoa/vi-tri', post)).status).toBe(303)
  const hoa = town.as('hoa')
  const [row] = await town.db.selectFrom('kernel.post').select('id').where('title', '=', 'Quản trị báo').execute()
  await hoa.send('/vi-tri', { postId: row?.id ?? '' })
  expect(await textOf(hoa.open('/quan-tri/tai-khoan'))).toContain('Võ Thị Hoa')
  expect(await textOf(hoa.open('/quan-tri/tai-khoan'))).not.toContain('Trần Văn Quản')
  expect((await hoa.open('/quan-tri/vai-tro/moi')).status).toBe(403)
  expect((await hoa.send('/quan-tri/tai-khoan/quan/lien-ket')).status).toBe(403)
})

test('nobody shuts the door on themselves', async () => {
  const quan = town.as('quan')
  expect((await quan.send('/quan-tri/tai-khoan/quan/dong')).status).toBe(409)
  expect((await quan.send('/quan-tri/vai-tro/administrator', { nameVi: 'Quản trị', nameEn: 'Admin' })).status).toBe(409)
  const today = { 'lastDay.day': '14', 'lastDay.month': '5', 'lastDay.year': '2025' }
  expect((await quan.send(`/quan-tri/vi-tri/${town.postId('quan')}/dong`, today)).status).toBe(409)
  expect((await quan.open('/quan-tri/tai-khoan')).status).toBe(200)
})

test('who may not is turned away, and the log shows what was done and by whom', async () => {
  expect((await town.as('hoa').open('/quan-tri/nhat-ky')).status).toBe(403)
  const quan = town.as('quan')
  await quan.send('/quan-tri/tai-khoan/tam/dong')
  expect((await signIn(town.as(), 'tam')).status).toBe(422)
  expect((await quan.send('/quan-tri/tai-khoan/tam/mo-lai')).status).toBe(303)
  const log = await textOf(town.as('son').open('/quan-tri/nhat-ky?nguoi=quan&ngay=14/5/2025'))
  expect(log).toContain('Mở lại tài khoản')
  expect(log).toContain('>Nguyễn Thị Tâm</a>')
  expect(await textOf(town.as('son').open('/quan-tri/nhat-ky?ngay=13/5/2025'))).not.toContain('Mở lại tài khoản</th>')
})

test('a house of real data has nobody to try out', async () => {
  await claimHouse(town.db, { demo: false, pack: 'tinh-mau', now: town.now() })
  const insert = { login: 'thu.demo', name: 'Thử', createdAt: town.now() }
  await town.db
    .insertInto('kernel.account')
    .values({ id: crypto.randomUUID(), ...insert })
    .execute()
  expect(await textOf(town.as().open('/dang-nhap'))).not.toContain('thu.demo')
  expect((await town.as().send('/dang-nhap/minh-hoa', { login: 'thu.demo' })).status).toBe(404)
})

test('a house of demonstration lists who can be tried out, and lets in with one press only those', async () => {
  const demo = await openTown({ demo: true })
  await claimHouse(demo.db, { demo: true, pack: 'tinh-mau', now: demo.now() })
  await demo.db
    .updateTable('kernel.account')
    .set({ login: 'lan.demo', passwordHash: null })
    .where('login', '=', 'lan')
    .execute()
  const visitor = demo.as()
  const page = await textOf(visitor.open('/dang-nhap'))
  expect(page).toContain('Nhập, công bố, giao việc')
  expect((await visitor.send('/dang-nhap/minh-hoa', { login: 'quan' })).status).toBe(404)
  expect((await visitor.send('/dang-nhap/minh-hoa', { login: 'lan.demo' })).status).toBe(303)
  expect(await textOf(visitor.open('/tai-khoan'))).toContain('Phạm Thị Lan')
  await demo.close()
})
