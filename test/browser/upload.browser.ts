/** Files sent in from a real browser: over a line that is cut, from a page that is left, by the keyboard, without JavaScript. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heic, jpegOf, pdfOf, program } from '#test/upload-files.ts'
import { type Line, openLine } from './cut-line.ts'
import { type RunningHouse, startHouse } from './house.ts'
import { openBrowser } from './look.ts'
import { openPerson, type Person, shotOf, type Sight } from './person.ts'
import { pageFaults } from './sight.ts'

const desk: Sight = { script: true, width: 1280 }
const phone: Sight = { script: true, width: 390 }
const plain: Sight = { script: false, width: 390 }
const shot = shotOf('upload')

let house: RunningHouse
let browser: Browser
let line: Line
let folder: string
const large = () => join(folder, 'giấy tờ.pdf')
const photo = (no: number) => join(folder, `trang ${no}.jpg`)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tgs-upload-'))
  ;[house, browser] = await Promise.all([startHouse({ demo: true }), openBrowser()])
  line = await openLine(house.address)
  writeFileSync(large(), await pdfOf(2, { noise: 20_000_000 }))
  for (const no of [1, 2]) writeFileSync(photo(no), await jpegOf(1700, 2400 + no))
  writeFileSync(join(folder, 'anh.heic'), heic())
  writeFileSync(join(folder, 'don.pdf'), program())
})
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await house?.clear()
  rmSync(folder, { recursive: true, force: true })
})

const size = () => readFileSync(large()).length
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function comes(sight: Sight, address = line.address): Promise<Person> {
  const person = await openPerson(browser, address, sight)
  await person.to('/tai-tep')
  return person
}

const choose = ({ page }: Person, ...paths: string[]) => page.locator('input[type=file]').setInputFiles(paths)
const taken = ({ page }: Person, count: number) =>
  page.waitForFunction((n) => document.querySelectorAll('li[data-state=ready]').length === n, count, {
    timeout: 60_000,
  })
const names = ({ page }: Person) => page.locator('li[data-state=ready] [data-part=name]').allInnerTexts()

/** What lies in the house is what lies on the disk of the person. */
async function isWhole(person: Person) {
  const href = (await person.page.locator('li[data-state=ready] a').first().getAttribute('href')) ?? ''
  const id = href.split('/')[2]
  const answer = await person.context.request.get(`/tai-tep/${id}/goc`)
  expect(sha256(await answer.body())).toBe(sha256(readFileSync(large())))
}

describe('a file of 20 MB', () => {
  test('goes on by itself after the line was cut in the middle, and is not sent twice', async () => {
    const person = await comes(desk)
    line.went()
    line.cutAfter(9_000_000, 'once')
    await choose(person, large())
    await taken(person, 1)
    expect(line.went()).toBeLessThan(size() + 6_000_000)
    await isWhole(person)
    await person.leave()
  })

  test('goes on where it was in a page that was left and opened again', async () => {
    const person = await comes(desk)
    line.cutAfter(9_000_000, 'down')
    await choose(person, large())
    await person.page.waitForFunction(() => document.body.innerText.includes('Mạng bị ngắt'), null, { timeout: 60_000 })
    await shot(person, 'cut')
    expect(line.isDown()).toBe(true)
    line.restore()
    line.went()
    await person.to('/tai-tep')
    expect(await person.page.locator('main').innerText()).toContain('chọn lại tệp này để gửi tiếp')
    await choose(person, large())
    await taken(person, 1)
    expect(line.went()).toBeLessThan(size() - 6_000_000)
    await isWhole(person)
    await person.leave()
  })
})

test('the form waits for a file on its way, and then goes by itself', async () => {
  const person = await comes(phone)
  await choose(person, large())
  await Promise.all([
    person.page.waitForEvent('load', { timeout: 60_000 }),
    person.page.getByRole('button', { name: 'Gửi tệp' }).click(),
  ])
  expect(await names(person)).toEqual(['giấy tờ.pdf'])
  await person.leave()
})

test('by the keyboard alone photos are put in order, turned, taken away and joined; each is said aloud', async () => {
  const person = await comes(phone)
  const { page } = person
  await choose(person, photo(1), photo(2), join(folder, 'anh.heic'), join(folder, 'don.pdf'))
  await taken(person, 3)
  await page.waitForSelector('li[data-state=refused]')
  expect(await page.locator('li[data-state=refused]').innerText()).toContain('không phải ảnh')
  await shot(person, 'phone')
  expect(await pageFaults(page)).toEqual([])
  const said = () => page.locator('[role=status]').innerText()
  const press = async (words: string, name: string) => {
    await page.getByRole('button', { name: `${words} ${name}` }).focus()
    await page.keyboard.press('Enter')
  }
  await press('Lên', 'anh.heic')
  expect(await names(person)).toEqual(['trang 1.jpg', 'anh.heic', 'trang 2.jpg'])
  expect(await said()).toBe('Đã đổi thứ tự')
  const before = await page.locator('li[data-state=ready] img').first().getAttribute('src')
  await press('Xoay', 'trang 1.jpg')
  await page.waitForFunction((src) => document.querySelector('li img')?.getAttribute('src') !== src, before)
  expect(await said()).toBe('Đã xoay')
  await press('Bỏ', 'don.pdf')
  await page.waitForFunction(() => !document.querySelector('li[data-state=refused]'))
  expect(await said()).toBe('Đã bỏ tệp')
  expect(await page.evaluate(() => document.activeElement?.closest('.tg-upload') !== null)).toBe(true)
  await page.getByRole('button', { name: 'Ghép thành một PDF' }).focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await page.locator('li[data-state=ready]').innerText()).toContain('3 trang')
  expect(person.complaints).toEqual([])
  await person.leave()
})

test('without JavaScript on a phone the form carries the files, and its buttons do the rest', async () => {
  const person = await comes(plain, house.address)
  const { page } = person
  await choose(person, photo(1), join(folder, 'anh.heic'))
  await person.press('Gửi tệp')
  expect(await names(person)).toEqual(['trang 1.jpg', 'anh.heic'])
  await person.go(page.getByRole('button', { name: 'Xuống trang 1.jpg' }))
  expect(await names(person)).toEqual(['anh.heic', 'trang 1.jpg'])
  await person.go(page.getByRole('button', { name: 'Xoay anh.heic' }))
  await shot(person, 'plain')
  await person.press('Ghép thành một PDF')
  await person.sees('2 trang')
  const href = (await page.locator('li[data-state=ready] a').getAttribute('href')) ?? ''
  const saved = await person.context.request.get(href)
  expect((await saved.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await person.leave()
})
