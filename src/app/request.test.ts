/** Requests that no page of ours sends. None of them may be our fault, or cost more than a glance. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookie } from '#kernel/session.store.ts'
import { openTown, type Town } from '#test/town.ts'
import { createApp } from './app.tsx'

const inside = 'http://127.0.0.1:3000'
const outside = 'https://so.tinh-mau.test'
let town: Town
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  town = await openTown({ publicUrl: outside })
  app = createApp(town.house)
})
afterAll(() => town.close())

type Sent = { body?: BodyInit; headers?: Record<string, string>; to?: string }
const post = async ({ body = 'login=hoa', headers = {}, to = '/dang-nhap' }: Sent) =>
  app.fetch(new Request(`${inside}${to}`, { method: 'POST', body, headers: { origin: outside, ...headers } }))
const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('behind a proxy a form comes from the address that people see', async () => {
  const answers = await Promise.all([
    post({ headers: form }),
    post({ headers: { ...form, origin: inside } }),
    post({ headers: { ...form, origin: 'https://other.test' } }),
    post({ headers: { ...form, origin: 'null' } }),
    post({ headers: { ...form, origin: 'https://other.test', 'sec-fetch-site': 'same-site' } }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 403, 403, 403])
})

test('a body that is no form is not understood', async () => {
  const broken = { 'content-type': 'multipart/form-data; boundary=x' }
  const answers = await Promise.all([
    post({ body: '{}', headers: { 'content-type': 'application/json' } }),
    post({ body: '--x\r\nnothing', headers: broken }),
    post({ body: '--x\r\nnothing', headers: broken, to: '/tai-khoan/mat-khau' }),
    post({ body: '', headers: { 'content-type': 'text/plain' } }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422])
})

test('names of fields may lead nowhere', async () => {
  for (const name of [
    '__proto__.x',
    'a.__proto__.x',
    'constructor.prototype.x',
    '',
    '.',
    'a.'.repeat(50_000),
    'toString',
  ])
    expect((await post({ body: new URLSearchParams({ [name]: '1' }), headers: form })).status).toBe(422)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect((await post({ body: 'a&'.repeat(20_000), headers: form })).status).toBe(413)
})

test('what no database can keep is left out of what is typed', async () => {
  const body = new URLSearchParams({ login: 'hoa\0', password: 'không đúng\0' })
  expect((await post({ body, headers: form })).status).toBe(422)
  const lan = town.as('lan')
  const answer = await lan.api('/plan/plans/none/meetings', { 'plan\0': '\ud800', title: 'a\0b\udfff' })
  expect(answer.status).toBeLessThan(500)
})

test('a key of a submission that is no key is not understood', async () => {
  const body = new URLSearchParams({ login: 'hoa', password: 'x', _key: randomBytes(9_000).toString('hex') })
  expect((await post({ body, headers: form })).status).toBe(422)
})

test('addresses that name nothing are missing', async () => {
  const lan = town.as('lan')
  const spellings = ['x', '%00', '%FF', '99999999999999999999', '-1', '../..', '%2e%2e%2f', "';--", 'a'.repeat(3000)]
  const paths = [
    '/ke-hoach/:',
    '/ke-hoach/don-doc/:',
    '/ke-hoach/so-lieu/:/sua',
    '/ke-hoach/so-lieu/bao/:/:',
    '/thiet-lap/:',
  ]
  for (const path of paths)
    for (const spelling of spellings) {
      const { status } = await lan.open(path.replaceAll(':', spelling))
      expect([path, spelling, status < 500]).toEqual([path, spelling, true])
    }
})

test('a cookie that is no session opens nothing, and what is for one person is kept by nobody', async () => {
  const cookie = `${sessionCookie}=${'x'.repeat(5000)}`
  const answer = await app.fetch(new Request(`${inside}/tai-khoan`, { headers: { cookie } }))
  expect(answer.status).toBe(401)
  const own = await town.as('lan').open('/tien-do')
  expect(own.headers.get('cache-control')).toBe('private, no-store')
})

test('a database that is away is said to be away', async () => {
  const gone = { ...town.house, db: town.db.withPlugin(refusing('57P01')) }
  const answer = await createApp(gone).fetch(new Request(`${inside}/dang-nhap`, { headers: { cookie: 'tgs=x' } }))
  expect(answer.status).toBe(503)
})

/** Answers every question to the database with a fault of this code, also one that was put into SQL before. */
const refusing = (code: string) => {
  const refuse = (): never => {
    throw Object.assign(new Error('terminating connection due to administrator command'), { code })
  }
  return { transformQuery: refuse, transformResult: async () => refuse() }
}
