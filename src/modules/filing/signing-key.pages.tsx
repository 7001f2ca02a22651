/** The keys that sign receipts, for whoever looks after them. */
import { newId } from '#kernel/id.ts'
import { submit, type Returned } from '#kernel/submit.ts'
import { t } from '#kernel/text.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { Button } from '#ui/button.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { go } from '#ui/go.ts'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { listReceiptKeys } from './receipt-key.store.ts'
import { fingerprint } from './receipt.ts'
import { endSigningKey } from './signing-key.commands.ts'

const path = '/quan-tri/khoa-bien-nhan'
const needs = 'filing.keys'

type Key = Awaited<ReturnType<typeof listReceiptKeys>>[number]

const columns = (idempotencyKey: string): Column<Key>[] => [
  {
    key: 'id',
    label: t('filing.key.fingerprint'),
    head: true,
    cell: ({ id }) => <span class="tg-code tg-wrap-anywhere">{fingerprint(id)}</span>,
  },
  { key: 'from', label: t('filing.key.from'), cell: ({ validFrom }) => momentText(validFrom) },
  { key: 'to', label: t('filing.key.to'), cell: ({ validTo }) => validTo && momentText(validTo) },
  {
    key: 'state',
    label: t('filing.key.state'),
    cell: ({ id, validTo }) =>
      validTo ? (
        <Status tone="stop">{t('filing.key.is_over')}</Status>
      ) : (
        <form action={`${path}/${id}/thay`} method="post">
          <input type="hidden" name="_key" value={idempotencyKey} />
          <Button kind="second">{t('filing.key.end')}</Button>
        </form>
      ),
  },
]

type Props = { keys: readonly Key[]; idempotencyKey: string; back?: Returned | undefined }

const KeysPage = ({ keys, idempotencyKey, back }: Props) => (
  <Desk title={t('filing.key.title')} lead={t('filing.key.lead')} problem={Boolean(back)}>
    <div class="tg-stack-lg">
      {back && <Notice tone="error">{t(back.key, back.params)}</Notice>}
      <Notice>
        <p>{t('filing.key.means')}</p>
        <p>
          <a href="/bien-nhan/khoa">{t('filing.key.public')}</a>
        </p>
      </Notice>
      <div class="tg-panel">
        <Table
          caption={t('filing.key.title')}
          captionHidden
          columns={columns(idempotencyKey)}
          rows={keys}
          empty={t('filing.key.none')}
          exports={false}
        />
      </div>
    </div>
  </Desk>
)

async function page(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const keys = await listReceiptKeys(ctx.db)
  const shown = <KeysPage keys={keys} idempotencyKey={newId(ctx.now)} back={back} />
  return back ? { status: back.status, page: shown } : shown
}

async function answerEnd(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endSigningKey, { id: c.req.param('key') })
  return sent.ok ? go(c, path, 'filing.key.ended') : page(c, sent)
}

export const signingKeyPages: readonly Route[] = [
  get(path, needs, (c) => page(c)),
  post(`${path}/:key/thay`, needs, answerEnd),
]
