/** The receipt as a page to read and print, as a file to keep, and the keys it is signed with. */
import { get, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { getApplication } from './application.commands.ts'
import { getReceiptText } from './application.store.ts'
import { listReceiptKeys } from './receipt-key.store.ts'
import { Receipt } from './receipt.ts'
import { KeysPage, ReceiptPage } from './receipt.views.tsx'

async function receiptOf(c: WebContext) {
  const application = await getApplication(c.var.ctx, c.req.param('id') ?? '')
  return { application, text: await getReceiptText(c.var.ctx.db, application.id) }
}

async function showReceipt(c: WebContext): Promise<Answer> {
  const { application, text } = await receiptOf(c)
  return <ReceiptPage id={application.id} receipt={Receipt.parse(JSON.parse(text))} />
}

async function downloadReceipt(c: WebContext): Promise<Answer> {
  const { application, text } = await receiptOf(c)
  return c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="bien-nhan-${application.requestCode}.json"`,
    'cache-control': 'private, no-store',
  })
}

export const receiptPages: readonly Route[] = [
  get('/ho-so/:id/bien-nhan', 'citizen', showReceipt),
  get('/ho-so/:id/bien-nhan/tai-ve', 'citizen', downloadReceipt),
  get('/bien-nhan/khoa', 'public', async (c) => <KeysPage keys={await listReceiptKeys(c.var.ctx.db)} />),
]
