/** The gallery in a real browser, at the widths people have. */
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { examples as fields } from '#fields/form.examples.tsx'
import { messages as fieldsVi } from '#fields/messages.vi.ts'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import { addMessages } from '#kernel/text.ts'
import { Gallery } from '#ui/gallery.tsx'
import { messages as uiVi } from '#ui/messages.vi.ts'
import { renderPage } from '#ui/render.tsx'
import type { Shell } from '#ui/shell.ts'
import { buildStylesheet } from '#ui/stylesheet.ts'
import { faultsSeen, openBrowser } from './look.ts'

const shell: Shell = {
  locale: 'vi',
  path: '/ui',
  province: { name: 'Tiền Giang', authority: 'Ủy ban nhân dân tỉnh Tiền Giang' },
  demo: true,
  person: { name: 'Nguyễn Thị Thu Hà', post: 'Chuyên viên', unit: 'Sở Khoa học và Công nghệ', unread: 3 },
  nav: [{ title: 'ui.nav.parts', links: [{ href: '/ui', label: 'ui.gallery', icon: 'chart', count: 2 }] }],
  row: [{ href: '/dich-vu-cong', label: 'ui.gallery', icon: 'file' }],
  requestId: 'req-1',
  help: { phone: '1022' },
  styles: 'app.css',
  search: { action: '/tim', label: 'ui.search' },
}

let browser: Browser
beforeAll(async () => {
  addMessages('vi', kernelVi)
  addMessages('vi', uiVi)
  addMessages('vi', fieldsVi)
  browser = await openBrowser()
})
afterAll(() => browser.close())

const gallery = (density: 'md' | 'sm') =>
  renderPage(shell, h(Gallery, { density, also: fields })).replace(
    '<link rel="stylesheet" href="app.css"/>',
    () => `<style>${buildStylesheet().css}</style>`,
  )

test('the eye of this test sees pale text, a page too wide and a link too small', async () => {
  const html = `<html lang="vi"><title>A</title><main><h1>A</h1><p style="color:#ccc;width:900px">nhạt</p>
    <a href="/" style="display:block;width:10px;height:10px;overflow:hidden">B</a></main></html>`
  const found = (await faultsSeen(browser, html, 640)).join()
  for (const fault of ['color-contrast', 'wider than the screen', 'too small']) expect(found).toContain(fault)
})

test.each([
  ['md', 320],
  ['md', 390],
  ['md', 768],
  ['md', 1280],
  ['sm', 320],
  ['sm', 640],
  ['sm', 1280],
] as const)('density %s stands at %i px', async (density, width) => {
  const html = gallery(density)
  expect(html).toContain('<style>')
  expect(await faultsSeen(browser, html, width)).toEqual([])
})
