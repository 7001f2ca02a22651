/**
 * A small invented province with people everybody learns, on a database of its own, behind the real app.
 *
 *   quan    administrator           the province
 *   tam     leader                  the province
 *   lan     lead of the plan        the department that leads it
 *   minh    head                    the other department
 *   hoa     officer                 a district
 *   binh    officer                 a commune of that district
 *   son     auditor                 the province
 *   thu     procedure controller    the province
 *   mai     one-stop officer        a commune, and with her nhan; sang in another
 *   kiet    handles dossiers        that commune, and with him loan
 *   uyen    signs results           that commune
 *   van     head of the other district and officer of the lead department: two posts
 */
import { join } from 'node:path'
import { createApp } from '#app/app.tsx'
import type { House } from '#app/house.ts'
import { measuresOf, modules } from '#app/modules.ts'
import type { Db } from '#kernel/db/open.ts'
import { openFolderHouse } from '#kernel/file-house.ts'
import { newId } from '#kernel/id.ts'
import type { Module } from '#kernel/module.ts'
import { registerMeasures } from '#kernel/measure-fact.store.ts'
import { openLog } from '#kernel/log.ts'
import { readHolidays, type Read, readPack } from '#kernel/pack.ts'
import { applyPack } from '#kernel/pack.store.ts'
import { hashPassword } from '#kernel/password.ts'
import { openSecretBox } from '#kernel/secret-box.ts'
import { seedRoles } from '#kernel/role.store.ts'
import { citizenCookie, hashOf, sessionCookie } from '#kernel/session.store.ts'
import { insertSession } from '#kernel/sign-in.store.ts'
import { day, momentOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import { insertCitizenSession } from '#modules/identity/public.ts'
import { openTestDatabase } from './database.ts'

const units = {
  'tinh-mau': ['UBND tỉnh Mẫu', 'province', null],
  'so-khoa-hoc-va-cong-nghe': ['Sở Khoa học và Công nghệ', 'department', 'tinh-mau'],
  'so-y-te': ['Sở Y tế', 'department', 'tinh-mau'],
  'huyen-dong': ['UBND huyện Đông', 'district', 'tinh-mau'],
  'huyen-tay': ['UBND huyện Tây', 'district', 'tinh-mau'],
  'xa-an-binh': ['UBND xã An Bình', 'commune', 'huyen-dong'],
  'xa-hoa-loc': ['UBND xã Hòa Lộc', 'commune', 'huyen-dong'],
  'xa-phu-my': ['UBND xã Phú Mỹ', 'commune', 'huyen-tay'],
  'xa-tan-thanh': ['UBND xã Tân Thành', 'commune', 'huyen-tay'],
  'bao-mau': ['Báo Mẫu', 'press', null],
} as const satisfies Record<string, readonly [string, string, string | null]>

export type UnitSlug = keyof typeof units

const people = {
  quan: ['Trần Văn Quản', [['tinh-mau', 'administrator', 'Quản trị viên']]],
  tam: ['Nguyễn Thị Tâm', [['tinh-mau', 'leader', 'Phó Chủ tịch UBND tỉnh']]],
  lan: ['Phạm Thị Lan', [['so-khoa-hoc-va-cong-nghe', 'plan_lead', 'Trưởng phòng Chuyển đổi số']]],
  minh: ['Lê Quang Minh', [['so-y-te', 'unit_head', 'Phó Giám đốc Sở']]],
  hoa: ['Võ Thị Hoa', [['huyen-dong', 'unit_officer', 'Chuyên viên']]],
  binh: ['Đỗ Thanh Bình', [['xa-an-binh', 'unit_officer', 'Công chức Văn phòng - thống kê']]],
  son: ['Huỳnh Ngọc Sơn', [['tinh-mau', 'auditor', 'Thanh tra viên']]],
  thu: ['Lý Minh Thu', [['tinh-mau', 'procedure_controller', 'Chuyên viên Phòng Kiểm soát thủ tục hành chính']]],
  mai: ['Cao Thị Mai', [['xa-an-binh', 'desk_officer', 'Công chức Bộ phận Một cửa']]],
  nhan: ['Ngô Văn Nhân', [['xa-an-binh', 'desk_officer', 'Công chức Bộ phận Một cửa']]],
  sang: ['Phan Thị Sang', [['xa-hoa-loc', 'desk_officer', 'Công chức Bộ phận Một cửa']]],
  kiet: ['Trịnh Tuấn Kiệt', [['xa-an-binh', 'specialist', 'Công chức Tư pháp - hộ tịch']]],
  loan: ['Dương Kim Loan', [['xa-an-binh', 'specialist', 'Công chức Địa chính']]],
  uyen: ['Hồ Phương Uyên', [['xa-an-binh', 'signer', 'Phó Chủ tịch UBND xã']]],
  van: [
    'Bùi Khánh Vân',
    [
      ['huyen-tay', 'unit_head', 'Phó Chủ tịch UBND huyện'],
      ['so-khoa-hoc-va-cong-nghe', 'unit_officer', 'Chuyên viên biệt phái'],
    ],
  ],
} as const satisfies Record<string, readonly [string, readonly (readonly [UnitSlug, string, string])[]]>

export type PersonName = keyof typeof people

const citizens = {
  ha: { name: 'Nguyễn Thị Thu Hà', number: '082196004127', email: 'ha@nguoidan.test' },
  phuc: { name: 'Trần Văn Phúc', number: '082090001234', email: null },
  nga: { name: 'Đặng Kim Nga', number: '082185007788', email: null },
} as const

export type CitizenName = keyof typeof citizens

/** Everybody in the town has the same. */
export const passwordOfTown = 'sông Tiền chảy qua chín cửa'

/** What a form is filled with; a `File` makes it one that carries files. */
export type Filled = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** One browser: it keeps its cookies. Redirects are not followed, so that a test sees them. */
export type Visitor = {
  readonly open: (path: string) => Promise<Response>
  readonly send: (path: string, form?: Filled) => Promise<Response>
  /** Asks the API, or with a body tells it. `path` begins after `/api/v1`. */
  readonly api: (path: string, body?: object) => Promise<Response>
  /** Any other request: what browsers send by themselves, and protocols of their own. */
  readonly ask: (path: string, init: RequestInit) => Promise<Response>
  /** Puts a cookie into the browser, or takes it out: how somebody comes to be signed in is another test's matter. */
  readonly carry: (name: string, value: string | null) => void
}

export type Town = {
  readonly db: Db
  readonly house: House
  /** The house itself, for a request that no browser of the town would send. */
  readonly fetch: (request: Request) => Promise<Response>
  /** A new browser: signed in as a person (in one of their posts, the first unless said), or nobody's. */
  readonly as: (who?: PersonName, post?: UnitSlug) => Visitor
  /** A new browser of somebody who has signed in with an electronic identity, of the higher level unless said. */
  readonly asCitizen: (who: CitizenName, assurance?: 1 | 2) => Visitor
  /** The same browser, from now on of somebody who has signed in with an electronic identity; `null`: of nobody again. */
  readonly signIn: (visitor: Visitor, who: CitizenName | null, assurance?: 1 | 2) => Promise<void>
  /** Sets the clock on the wall of the province: `2025-05-14T08:00`. A browser open for longer than the idle limit is signed out. */
  readonly at: (moment: string) => void
  readonly now: () => Date
  readonly unitId: (slug: UnitSlug) => number
  readonly accountId: (who: PersonName) => string
  readonly partyId: (who: CitizenName) => string
  readonly postId: (who: PersonName, unit?: UnitSlug) => string
  readonly close: () => Promise<void>
}

const clock = (moment: string) => {
  const [date = '', time = '00:00'] = moment.split('T')
  const [hours, minutes] = time.split(':').map(Number)
  return momentOf(day(date), hours, minutes)
}

type Different = Partial<
  Pick<House, 'demo' | 'files' | 'idleMinutes' | 'identityProvider' | 'intake' | 'modules' | 'proxies' | 'publicUrl'>
> & {
  /** Units and roles, and nobody there yet. */
  empty?: boolean
  /** Modules beside those of the house: their pages are asked first. */
  also?: readonly Module[]
}

/** Opens on a Wednesday morning, 14 May 2025 at 8. */
export async function openTown({ empty = false, also = [], ...different }: Different = {}): Promise<Town> {
  const database = await openTestDatabase()
  const { db } = database
  let now = clock('2025-05-14T08:00')
  await seedRoles(db, now)
  await registerMeasures(db, measuresOf(different.modules ?? modules))
  const unitIds = await settle(db)
  const { accountIds, postIds } = await populate(db, empty ? {} : people, unitIds, now)
  const partyIds = await populateCitizens(db, now)
  const house: House = {
    db,
    files: await openFolderHouse('var/test/files'),
    secrets: openSecretBox(['khóa bí mật của tỉnh Mẫu, chỉ để thử']),
    modules: [...also, ...modules],
    now: () => now,
    log: openLog('error'),
    publicUrl: 'http://town.test',
    idleMinutes: 15,
    demo: false,
    province: { name: 'Tỉnh Mẫu', authority: 'UBND tỉnh Mẫu', phone: '1022' },
    isReady: () => true,
    ...different,
  }
  const app = createApp(house)
  const postId = (who: PersonName, unit?: UnitSlug) => found(postIds, unit ? `${who} ${unit}` : who)
  const signIn = async (who: PersonName, post?: UnitSlug) => {
    const token = newToken()
    const row = { tokenHash: hashOf(token), accountId: found(accountIds, who), postId: postId(who, post) }
    await insertSession(db, { ...row, stage: 'open', now, userAgent: null, address: null })
    return token
  }
  const signInCitizen = async (who: CitizenName, assurance: 1 | 2) => {
    const token = newToken()
    const id = found(partyIds, who)
    const row = { tokenHash: hashOf(token), personId: id, partyId: id, assurance, provider: 'town' }
    await insertCitizenSession(db, { ...row, now, userAgent: null, address: null })
    return token
  }
  const fetch = async (request: Request) => app.fetch(request)
  const town: Town = {
    db,
    house,
    fetch,
    as: (who, post) =>
      visitor(house, fetch, who ? async () => [sessionCookie, await signIn(who, post)] : async () => null),
    asCitizen: (who, assurance = 2) =>
      visitor(house, fetch, async () => [citizenCookie, await signInCitizen(who, assurance)]),
    signIn: async (visitor, who, assurance = 2) =>
      visitor.carry(citizenCookie, who && (await signInCitizen(who, assurance))),
    partyId: (who) => found(partyIds, who),
    at: (moment) => void (now = clock(moment)),
    now: () => now,
    unitId: (slug) => found(unitIds, slug),
    accountId: (who) => found(accountIds, who),
    postId,
    close: database.close,
  }
  return town
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the town has no "${key}"`)
  return value
}

const data = join(import.meta.dirname, '../data')

/** As a pack puts units into a new house, with the calendar of the invented province and the days off of the country. */
async function settle(db: Db): Promise<Map<string, number>> {
  const pack = read(readPack(join(data, 'packs/tinh-mau')))
  const common = { source: 'invented', verified: true, note: null }
  const always = { shortName: null, codes: {}, validFrom: null, validTo: null, citation: null }
  const own = Object.entries(units).map(([slug, [name, kind, parent]]) => ({
    ...common,
    slug,
    kind,
    versions: [{ ...always, name, parent }],
  }))
  const holidays = read(readHolidays(join(data, 'national/holidays.json')))
  await applyPack(db, { ...pack, province: { ...pack.province, root: 'tinh-mau' }, units: own }, holidays)
  const rows = await db.selectFrom('kernel.unit').select(['slug', 'id']).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

function read<T>({ value, faults }: Read<T>): T {
  if (value === null) throw new Error(`the town's data cannot be read: ${JSON.stringify(faults)}`)
  return value
}

async function populate(db: Db, who: Partial<typeof people>, unitIds: ReadonlyMap<string, number>, now: Date) {
  const accountIds = new Map<string, string>()
  const postIds = new Map<string, string>()
  const passwordHash = await hashPassword(passwordOfTown)
  for (const [login, [name, posts]] of Object.entries(who)) {
    const accountId = newId(now)
    accountIds.set(login, accountId)
    await db.insertInto('kernel.account').values({ id: accountId, login, name, passwordHash, createdAt: now }).execute()
    for (const [unit, roleCode, title] of posts) {
      const id = newId(now)
      const post = { id, accountId, unitId: found(unitIds, unit), roleCode, title, validFrom: day('2024-01-01') }
      await db.insertInto('kernel.post').values(post).execute()
      postIds.set(`${login} ${unit}`, id)
      if (!postIds.has(login)) postIds.set(login, id)
    }
  }
  return { accountIds, postIds }
}

async function populateCitizens(db: Db, now: Date) {
  const ids = new Map<string, string>()
  for (const [who, { name, number, email }] of Object.entries(citizens)) {
    const id = newId(now)
    ids.set(who, id)
    await db.insertInto('identity.party').values({ id, kind: 'person', number, name, email, createdAt: now }).execute()
  }
  return ids
}

type Fetch = (request: Request) => Promise<Response>

function visitor(house: House, fetch: Fetch, signIn: () => Promise<readonly [string, string] | null>): Visitor {
  const cookies = new Map<string, string>()
  let isSignedIn: Promise<void> | null = null
  const knock = async () => {
    const cookie = await signIn()
    if (cookie) cookies.set(...cookie)
  }
  const ask = async (path: string, init: RequestInit = {}) => {
    await (isSignedIn ??= knock())
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('origin', house.publicUrl)
    const response = await fetch(new Request(`${house.publicUrl}${path}`, { ...init, headers, redirect: 'manual' }))
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const asJson = { 'content-type': 'application/json' }
  return {
    ask,
    carry: (name, value) => void (value === null ? cookies.delete(name) : cookies.set(name, value)),
    open: (path) => ask(path),
    send: (path, form = {}) => ask(path, { method: 'POST', body: bodyOf(form) }),
    api: (path, body) => ask(`/api/v1${path}`, body && { method: 'POST', headers: asJson, body: JSON.stringify(body) }),
  }
}

function keep(cookies: Map<string, string>, line: string) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/max-age=0(;|$)/i.test(line) || value === '') cookies.delete(name)
  else cookies.set(name, value)
}

function bodyOf(form: Filled): URLSearchParams | FormData {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one: string | File) => ({ name, value: one })),
  )
  const body = pairs.some(({ value }) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const { name, value } of pairs)
    if (value instanceof File) (body as FormData).append(name, value)
    else body.append(name, value)
  return body
}
