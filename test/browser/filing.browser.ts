/** A citizen on a phone: finds a procedure, fills in, signs in, files and follows; without JavaScript for each modelled one. */
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileAnswer } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { placeBook } from '#fields/place-book.ts'
import { typedOf } from '#fields/read-answers.ts'
import { day } from '#kernel/time.ts'
import { formOfDossier } from '#modules/filing/dossier-form.ts'
import { Service } from '#modules/services/public.ts'
import { pdfOf } from '#test/upload-files.ts'
import { answersThatDo } from '../some-answers.ts'
import { type RunningHouse, startHouse } from './house.ts'
import { openBrowser } from './look.ts'
import { openPerson, type Person, shotOf, type Sight } from './person.ts'
import { pageFaults } from './sight.ts'

const plain: Sight = { script: false, width: 390 }
const shot = shotOf('filing')

const services = globSync('data/national/services/[0-9]*.json')
  .map((path) => Service.parse(JSON.parse(readFileSync(path, 'utf8'))))
  .filter(({ channels }) => channels.includes('online'))

let house: RunningHouse
let browser: Browser
let folder: string
const paper = () => join(folder, 'giay-to.pdf')
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tgs-filing-'))
  writeFileSync(paper(), await pdfOf(1))
  ;[house, browser] = await Promise.all([startHouse({ demo: true }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await house?.clear()
  rmSync(folder, { recursive: true, force: true })
})

/** What stands in the controls of a form that is filled in well, by their names. */
function typedFor(service: Service, code: string) {
  const file: FileAnswer = { upload: 'a', name: 'giay-to.pdf', hash: 'a', size: 1, type: 'application/pdf' }
  const files = new Map<string, FileAnswer>()
  const fileFor = (name: string) => files.get(name) ?? (files.set(name, { ...file, upload: name }), files.get(name)!)
  const uploads = { get: (id: string) => [...files.values()].find(({ upload }) => upload === id) }
  const books = { today: day('2025-05-14'), places: placeBook([]), units: [], uploads } as unknown as Books
  const form = formOfDossier(service, code, new Set())
  return typedOf(form, answersThatDo(form, books, fileFor))
}

/** Fills in whatever of it is asked on this page. */
async function fillPage({ page }: Person, typed: Readonly<Record<string, string | readonly string[]>>) {
  const folded = page.locator('form details:not([open]) > summary:visible')
  while ((await folded.count()) > 0) await folded.first().click()
  for (const [name, value] of Object.entries(typed)) {
    const wanted = [value].flat()
    const papers = page.locator(`input[type=file][name="${name}.file"]`)
    if ((await papers.count()) > 0 && (await page.locator(`input[type=hidden][name="${name}"]`).count()) === 0)
      await papers.setInputFiles(paper())
    const control = page.locator(`[name="${name}"]:not([type=hidden]):not([type=file])`)
    if ((await control.count()) === 0 || !(await control.first().isVisible())) continue
    const tag = await control.first().evaluate((element) => element.tagName)
    const type = await control.first().getAttribute('type')
    if (tag === 'SELECT') await control.first().selectOption(wanted[0] ?? '')
    else if (type === 'radio' || type === 'checkbox')
      for (const one of wanted) await page.locator(`[name="${name}"][value="${one}"]`).check()
    else await control.first().fill(wanted[0] ?? '')
  }
}

const at = ({ page }: Person) => new URL(page.url()).pathname

async function begin(person: Person, procedure: string): Promise<void> {
  const { page } = person
  await person.to(`/thu-tuc/${procedure}`)
  await person.go(page.locator(`a[href^="/nop-ho-so/${procedure}"]`))
  const cases = page.locator('input[type=radio][name=case]')
  if ((await cases.count()) > 0) await cases.first().check()
  const offices = page.locator('select[name=receiver]')
  if ((await offices.count()) > 0) await offices.selectOption({ index: 1 })
  await person.press('Bắt đầu khai')
}

async function signIn(person: Person): Promise<void> {
  await person.follow('Đăng nhập bằng VNeID')
  await person.go(person.page.locator('main a[href*="/dang-nhap-vneid/di"]'))
  await person.go(person.page.locator('form:has(input[value="DEMO-P-01"]) button[value="2"]'))
}

async function fillAll(person: Person, typed: Readonly<Record<string, string | readonly string[]>>, look = false) {
  for (let pages = 0; !at(person).endsWith('/xem-lai'); pages++) {
    expect([at(person), pages < 40]).toEqual([at(person), true])
    await fillPage(person, typed)
    if (look) await shot(person, at(person).split('/').at(-1) ?? '')
    await person.press('Lưu và tiếp tục')
  }
}

describe('on a phone without JavaScript', () => {
  test.each(services.map((service) => [service.procedure, service] as const))(
    '%s is filed and followed',
    async (code, service) => {
      const person = await openPerson(browser, house.address, plain)
      const look = code === services[0]?.procedure
      await begin(person, code)
      const chosen = service.cases[0]?.code ?? ''
      const typed = typedFor(service, chosen)
      await fillAll(person, typed, look)
      if (look) await shot(person, 'xem-lai-chua-dang-nhap')
      await signIn(person)
      expect(at(person)).toMatch(/\/xem-lai$/)
      if (look) await shot(person, 'xem-lai')
      await person.page.locator('input[name=declared]').check()
      await person.press('Nộp hồ sơ')
      expect(at(person)).toMatch(/^\/ho-so\//)
      await person.sees('Mới nộp')
      // Its papers came with the forms themselves.
      if (Object.keys(typed).some((name) => name.startsWith('paper_'))) await person.sees('giay-to.pdf')
      if (look) await shot(person, 'ho-so')
      await person.follow('Xem, in, tải biên nhận')
      await person.sees('Mã băm của toàn bộ')
      if (look) await shot(person, 'bien-nhan')
      expect(person.complaints).toEqual([])
      await person.leave()
    },
  )
})

const enter = async ({ page, go, to }: Person, next: string) => {
  await to(`/dang-nhap-vneid?tiep=${next}`)
  await go(page.locator('main a[href*="/dang-nhap-vneid/di"]'))
  await go(page.locator('form:has(input[value="DEMO-P-03"]) button[value="2"]'))
}

test('with JavaScript each change is saved as it is made, found on another device, and filed there', async () => {
  const phone = await openPerson(browser, house.address, { script: true, width: 390 })
  await begin(phone, '1.001193')
  const saved = phone.page.waitForResponse((answer) => answer.url().includes('/tu-luu'))
  await phone.page.locator('[name="applicant_phone"]').fill('0901234567')
  expect((await saved).status()).toBe(200)
  const path = at(phone)
  expect(await pageFaults(phone.page)).toEqual([])
  await enter(phone, path)
  const desk = await openPerson(browser, house.address, { script: true, width: 1280 })
  await enter(desk, '/ho-so')
  await desk.sees('Đang khai')
  await shot(desk, 'cua-toi')
  expect(await pageFaults(desk.page)).toEqual([])
  await desk.follow('Khai tiếp')
  expect(await desk.page.locator('[name="applicant_phone"]').inputValue()).toBe('0901234567')
  await shot(desk, 'khai-tiep')
  const service = services.find(({ procedure }) => procedure === '1.001193') as Service
  let pieces = 0
  desk.page.on('request', (sent) => {
    if (sent.url().includes('/tai-tep/tus')) pieces += 1
  })
  await fillAll(desk, typedFor(service, service.cases[0]?.code ?? ''))
  expect(await pageFaults(desk.page)).toEqual([])
  await shot(desk, 'xem-lai-may-ban')
  await desk.page.locator('input[name=declared]').check()
  await desk.press('Nộp hồ sơ')
  await desk.sees('Mới nộp')
  // Sent ahead by the script, piece by piece, and part of the dossier.
  expect(pieces).toBeGreaterThan(0)
  await desk.sees('giay-to.pdf')
  expect(await pageFaults(desk.page)).toEqual([])
  await shot(desk, 'ho-so-may-ban')
  await desk.follow('Xem, in, tải biên nhận')
  expect(await pageFaults(desk.page)).toEqual([])
  expect([...phone.complaints, ...desk.complaints]).toEqual([])
  await phone.leave()
  await desk.leave()
})
