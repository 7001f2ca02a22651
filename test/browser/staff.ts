/** How an empty house gets its people, all through its pages: the first link, accounts, one-time links, passwords. */
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningHouse } from './house.ts'
import { openPerson, type Person, type Sight } from './person.ts'

export const password = 'sông Tiền chảy qua chín cửa'

const accounts = {
  lan: { name: 'Phạm Thị Lan', unit: 'so-thong-tin-va-truyen-thong', title: 'Trưởng phòng', role: 'plan_lead' },
  hoa: { name: 'Võ Thị Hoa', unit: 'cai-be', title: 'Chuyên viên', role: 'unit_officer' },
  tam: { name: 'Nguyễn Minh Tâm', unit: 'ubnd-tinh', title: 'Phó Chủ tịch UBND tỉnh', role: 'leader' },
  son: { name: 'Đặng Ngọc Sơn', unit: 'thanh-tra-tinh', title: 'Thanh tra viên', role: 'auditor' },
} as const
export type Login = keyof typeof accounts | 'quan'

export type Staff = Readonly<Record<Login, Person>>

async function signIn({ to, fill, press }: Person, login: string) {
  await to('/dang-nhap')
  await fill({ login, password }, 'main')
  await press('Đăng nhập', 'main')
}

/** The link of the console leads to a form; after it one signs in like anybody. */
async function setUpFirst(person: Person, house: RunningHouse) {
  const { page, to, fill, press, sees } = person
  await page.goto(house.firstLink ?? '')
  await sees('Quản trị viên đầu tiên')
  await fill({ login: 'quan', name: 'Trần Văn Quản', title: 'Quản trị viên', password })
  await press('Lưu mật khẩu')
  await sees('Đã lưu mật khẩu')
  await to(house.firstLink ?? '')
  await sees(/không còn|hết hạn|đã dùng/)
  await signIn(person, 'quan')
}

/** The administrator makes an account; the link shown once comes back. */
async function makeAccount({ page, to, fill, press, sees }: Person, login: Exclude<Login, 'quan'>) {
  await to('/quan-tri/tai-khoan/moi')
  await fill({ login, ...accounts[login] }, 'main')
  await press('Lập tài khoản')
  await sees('Liên kết cho')
  return (await page.locator('main code').innerText()).trim()
}

/** Somebody follows their link, chooses a password and signs in. */
async function arrive(browser: Browser, house: RunningHouse, link: string, login: Login, sight: Sight) {
  const person = await openPerson(browser, house.address, sight)
  await person.page.goto(link)
  await person.fill({ password })
  await person.press('Lưu mật khẩu')
  await signIn(person, login)
  expect(new URL(person.page.url()).pathname).not.toBe('/dang-nhap')
  return person
}

export async function gather(browser: Browser, house: RunningHouse, sight: Sight): Promise<Staff> {
  const quan = await openPerson(browser, house.address, sight)
  await setUpFirst(quan, house)
  const come = async (login: Exclude<Login, 'quan'>) =>
    arrive(browser, house, await makeAccount(quan, login), login, sight)
  return { quan, lan: await come('lan'), hoa: await come('hoa'), tam: await come('tam'), son: await come('son') }
}
