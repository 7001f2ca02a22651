/** A form with the help of a script: conditions are followed, changes saved, and kept while the network is away. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { h } from 'preact'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { nothingYet } from '#fields/filled.ts'
import type { FormDefinition } from '#fields/form.ts'
import { QuestionForm } from '#fields/form.views.tsx'
import { messages as fieldsVi } from '#fields/messages.vi.ts'
import { formPage } from '#fields/page.ts'
import { allSteps } from '#fields/steps.ts'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import { addMessages } from '#kernel/text.ts'
import { messages as uiVi } from '#ui/messages.vi.ts'
import { Page as Sheet } from '#ui/page.tsx'
import { renderPage } from '#ui/render.tsx'
import { buildScript } from '#ui/script.ts'
import type { Shell } from '#ui/shell.ts'
import { buildStylesheet } from '#ui/stylesheet.ts'
import { books } from '../some-form.ts'
import { openBrowser } from './look.ts'

const label = (vi: string) => ({ vi })
const form: FormDefinition = {
  layout: 'page',
  sections: [
    {
      name: 'about',
      title: label('Tờ khai'),
      questions: [
        { name: 'name', kind: 'text', label: label('Họ và tên') },
        { name: 'born', kind: 'day', label: label('Ngày sinh') },
        { name: 'school', kind: 'text', label: label('Trường học'), when: 'age(born) < 18' },
        { name: 'married', kind: 'yes_no', label: label('Đã kết hôn') },
        { name: 'spouse', kind: 'text', label: label('Vợ hoặc chồng'), when: "married = 'yes' and name is answered" },
        {
          name: 'copies',
          kind: 'choices',
          label: label('Bản sao'),
          choices: [{ value: 'paper', label: label('Giấy') }],
        },
        { name: 'many', kind: 'number', label: label('Số bản'), when: "copies in ('paper')" },
      ],
    },
  ],
}

const shell: Shell = {
  locale: 'vi',
  path: '/to-khai/1',
  province: { name: 'Tiền Giang', authority: 'Ủy ban nhân dân tỉnh Tiền Giang' },
  demo: true,
  person: null,
  nav: [],
  row: [],
  requestId: 'req-1',
  help: { phone: '1022' },
  styles: '/app.css',
  script: '/app.js',
}

const [step] = allSteps(form)
const sheet = () => {
  if (!step) throw new Error('no step')
  const page = formPage({ form, step, filled: nothingYet, knowns: {}, books })
  const asked = {
    page,
    action: '/to-khai/1',
    send: 'ui.sign_in' as const,
    autosave: '/tu-luu',
    hidden: { _revision: '1' },
  }
  return renderPage(shell, h(Sheet, { title: 'Tờ khai' }, h(QuestionForm, asked)))
}

/** What the server was sent, and how it answers. */
let saved: URLSearchParams[] = []
let status = 200
let server: Server
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  for (const messages of [kernelVi, uiVi, fieldsVi]) addMessages('vi', messages)
  const { js } = buildScript(join(import.meta.dirname, '../../src/app/browser.ts'))
  const files: Record<string, readonly [string, string]> = {
    '/app.js': ['text/javascript', js],
    '/app.css': ['text/css', buildStylesheet().css],
    '/to-khai/1': ['text/html; charset=utf-8', sheet()],
  }
  server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? ['text/plain', '']
    if (request.method === 'GET') return void response.writeHead(200, { 'content-type': type }).end(text)
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      if (request.url !== '/tu-luu') return void response.writeHead(303, { location: '/to-khai/1' }).end()
      saved.push(new URLSearchParams(body))
      const answer = JSON.stringify({ savedAt: '09:42', problems: [], revision: 1 + saved.length })
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
beforeEach(async () => {
  saved = []
  status = 200
  const { port } = server.address() as AddressInfo
  context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, viewport: { width: 390, height: 860 } })
  context.setDefaultTimeout(20_000)
  page = await context.newPage()
  await page.goto('/to-khai/1')
})
afterEach(() => context.close())

const box = (name: string) => page.locator(`[name="${name}"]`)
const says = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
const kept = () => page.evaluate(() => JSON.stringify(localStorage))

test('conditions are followed while one types', async () => {
  expect(await box('school').isVisible()).toBe(false)
  for (const [part, text] of [
    ['day', '1'],
    ['month', '6'],
    ['year', '2010'],
  ])
    await box(`born.${part}`).fill(text ?? '')
  await box('school').waitFor({ state: 'visible' })
  await box('born.year').fill('1990')
  await box('school').waitFor({ state: 'hidden' })
  await page.getByLabel('Có', { exact: true }).check()
  expect(await box('spouse').isVisible()).toBe(false)
  await box('name').fill('Lan')
  await box('spouse').waitFor({ state: 'visible' })
  await page.getByLabel('Giấy', { exact: true }).check()
  await box('many').waitFor({ state: 'visible' })
})

test('§10.8 each change is saved, a question with all its boxes, and it is said politely', async () => {
  await box('name').fill('Trần Minh An')
  await says('Đã lưu nháp lúc 09:42')
  expect(saved.map(String)).toEqual([String(new URLSearchParams({ _revision: '1', name: 'Trần Minh An' }))])
  await box('born.day').fill('6')
  await expect.poll(() => saved.length, { timeout: 10_000 }).toBe(2)
  expect([...(saved[1] ?? [])]).toEqual([
    ['_revision', '2'],
    ['born.day', '6'],
    ['born.month', ''],
    ['born.year', ''],
  ])
  const paper = page.getByLabel('Giấy', { exact: true })
  await paper.check()
  await paper.uncheck()
  await expect.poll(() => saved.at(-1)?.getAll('copies'), { timeout: 10_000 }).toEqual([''])
  expect(await kept()).toBe('{}')
})

test('what could not be sent is kept, put back after a reload, and sent when the network is there again', async () => {
  await page.route('**/tu-luu', (route) => route.abort())
  await box('name').fill('Trần Minh An')
  await says('Chưa gửi được')
  expect(await kept()).toContain('Trần Minh An')
  await page.unroute('**/tu-luu')
  await page.reload()
  expect(await box('name').inputValue()).toBe('Trần Minh An')
  await says('Đã lưu nháp')
  // once as the page was left, and once more because nobody heard the answer
  expect(new Set(saved.map((one) => one.get('name')))).toEqual(new Set(['Trần Minh An']))
  expect(await kept()).toBe('{}')
})

test('leaving the page at once loses nothing', async () => {
  await box('name').fill('Trần Minh An')
  await page.goto('about:blank')
  await expect.poll(() => saved.map((one) => one.get('name')), { timeout: 10_000 }).toEqual(['Trần Minh An'])
})

test('a draft that went on elsewhere is not written over', async () => {
  status = 409
  await box('name').fill('Trần Minh An')
  await says('vừa được sửa ở nơi khác')
  await box('name').fill('Trần Minh Anh')
  await page.waitForTimeout(2500)
  expect(saved).toHaveLength(1)
  expect(await box('name').inputValue()).toBe('Trần Minh Anh')
})

test('a form that is sent takes with it what waited on its page', async () => {
  await page.route('**/tu-luu', (route) => route.abort())
  await box('name').fill('Trần Minh An')
  await says('Chưa gửi được')
  await box('name').press('Enter')
  await page.waitForURL('**/to-khai/1')
  await expect.poll(kept).toBe('{}')
})
