/** A page behind which something is read: with a script it follows the work to its end, and outlives a network that is away. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { h } from 'preact'
import { expect, test } from 'vitest'
import { messages as kernelVi } from '#kernel/messages.vi.ts'
import { addMessages } from '#kernel/text.ts'
import { catalogue } from '#modules/catalogue/public.ts'
import { ImportPage } from '#modules/catalogue/import.views.tsx'
import { messages as uiVi } from '#ui/messages.vi.ts'
import { renderPage } from '#ui/render.tsx'
import { buildScript } from '#ui/script.ts'
import type { Shell } from '#ui/shell.ts'
import { openBrowser } from './look.ts'

const shell: Shell = {
  locale: 'vi',
  path: '/danh-muc/nhap/1',
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

type Of = Parameters<typeof ImportPage>[0]['of']

function pageWhen(state: Of['state'], lines: number): string {
  const counts = state === 'read' ? { new: 821, changed: 0, same: 0, absent: 0 } : null
  const begun = {
    id: '1',
    fileName: 'danh-muc.jsonl',
    fileHash: '',
    begunAt: new Date(0),
    begunBy: null,
    endedAt: null,
  }
  const of: Of = { ...begun, state, lines, counts, problem: null, structure: null, rejected: { total: 0, kept: [] } }
  return renderPage(shell, h(ImportPage, { of, lists: { new: [], changed: [], absent: [] }, formKey: 'k' }))
}

test('an import is followed without a press: lines, a network that is away, and what would change', async () => {
  for (const messages of [kernelVi, uiVi, catalogue.messages.vi]) addMessages('vi', messages)
  const { js } = buildScript(join(import.meta.dirname, '../../src/app/browser.ts'))
  const answers = [
    pageWhen('waiting', 0),
    pageWhen('reading', 300),
    null,
    pageWhen('reading', 600),
    pageWhen('read', 821),
  ]
  let asked = 0
  const server = createServer((request, response) => {
    if (request.url === '/app.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(js)
    if (request.url !== shell.path) return void response.writeHead(404).end()
    const answer = answers[Math.min(asked++, answers.length - 1)]
    if (!answer) return void response.destroy()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${shell.path}`)
    for (const lines of ['0', '300', '600'])
      await page
        .getByRole('status')
        .filter({ hasText: `đã đọc ${lines} dòng` })
        .waitFor()
    await page.getByRole('button', { name: 'Áp dụng 821 thay đổi' }).waitFor()
    const seen = asked
    await page.waitForLoadState('networkidle')
    expect(asked).toBe(seen)
  } finally {
    await browser.close()
    server.close()
  }
})
