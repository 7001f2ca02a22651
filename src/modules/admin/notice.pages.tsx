/** What the platform has told somebody, and where each thing leads. */
import { z } from 'zod'
import { browseNotices } from '#kernel/notice-browse.store.ts'
import { readAllNotices, readNotice } from '#kernel/notice.commands.ts'
import { countUnread, type Notice } from '#kernel/notice.store.ts'
import { submit } from '#kernel/submit.ts'
import { hasMessage, say, t } from '#kernel/text.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { Button } from '#ui/button.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { go } from '#ui/go.ts'
import { Pager } from '#ui/pager.tsx'
import { Status } from '#ui/status.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Void } from '#ui/void.tsx'

const path = '/thong-bao'
const perPage = 30

/** An address that somebody spoilt shows the list from its beginning rather than nothing. */
const Asked = z.object({
  sau: z.uuid().optional().catch(undefined),
  doc: z.literal('1').optional().catch(undefined),
  tu: z.coerce.number().int().positive().catch(1),
})

async function show(c: WebContext): Promise<Answer> {
  const { db, actor } = c.var.ctx
  const { sau, doc, tu } = Asked.parse(c.req.query())
  const accountId = actor.accountId ?? ''
  const after = sau === undefined ? undefined : { id: sau, read: doc === '1' }
  const found = await browseNotices(db, accountId, { limit: perPage + 1, after })
  const rows = found.slice(0, perPage)
  const last = found.length > perPage ? rows.at(-1) : undefined
  return <NoticesPage rows={rows} unread={await countUnread(db, accountId)} from={sau ? tu : 1} last={last} />
}

async function answerOpen(c: WebContext): Promise<Answer> {
  const sent = await submit(c, readNotice, { id: c.req.param('notice') })
  return go(c, sent.ok ? sent.result.href : path)
}

async function answerAll(c: WebContext): Promise<Answer> {
  const sent = await submit(c, readAllNotices)
  return go(c, path, sent.ok ? 'admin.notice.all_read' : undefined)
}

type Props = { rows: readonly Notice[]; unread: number; from: number; last: Notice | undefined }

function NoticesPage({ rows, unread, from, last }: Props) {
  const next = last && { sau: last.id, ...(last.readAt && { doc: '1' }), tu: String(from + rows.length) }
  return (
    <Desk
      title={t('admin.notice.title')}
      lead={t('admin.notice.lead', { count: unread })}
      actions={unread > 0 ? <AllRead /> : undefined}
    >
      {rows.length === 0 ? (
        <Void
          title={t('admin.notice.none')}
          actions={
            <LinkButton kind="second" href="/">
              {t('ui.problem.home')}
            </LinkButton>
          }
        >
          <p>{t('admin.notice.none_why')}</p>
        </Void>
      ) : (
        <div class="tg-panel">
          <Table caption={t('admin.notice.title')} captionHidden columns={columns()} rows={rows} empty="" />
          <Pager
            from={from}
            to={from + rows.length - 1}
            {...(from > 1 && { previous: path })}
            {...(next && { next: `${path}?${new URLSearchParams(next)}` })}
          />
        </div>
      )}
    </Desk>
  )
}

const AllRead = () => (
  <form action={`${path}/da-doc`} method="post">
    <Button kind="second" icon="check">
      {t('admin.notice.read_all')}
    </Button>
  </form>
)

/** A sentence that a later version no longer has still leads where it led. */
const sentenceOf = ({ key, params }: Notice) => (hasMessage(key) ? say(key, params) : t('admin.notice.unknown'))

const columns = (): Column<Notice>[] => [
  { key: 'what', label: t('admin.notice.what'), head: true, cell: (notice) => <What notice={notice} /> },
  { key: 'at', label: t('admin.notice.at'), cell: ({ at }) => momentText(at) },
  {
    key: 'state',
    label: t('admin.notice.state'),
    cell: ({ readAt }) =>
      readAt ? (
        <Status tone="stop" icon="check">
          {t('admin.notice.is_read')}
        </Status>
      ) : (
        <Status tone="run" icon="bell">
          {t('admin.notice.is_new')}
        </Status>
      ),
  },
]

/** Opening is reading, and reading changes something: so the first opening is a button. */
const What = ({ notice }: { notice: Notice }) =>
  notice.readAt ? (
    <a href={notice.href}>{sentenceOf(notice)}</a>
  ) : (
    <form action={`${path}/${notice.id}/mo`} method="post">
      <button class="tg-link" type="submit">
        {sentenceOf(notice)}
      </button>
    </form>
  )

export const noticePages = [
  get(path, 'signed_in', show),
  post(`${path}/da-doc`, 'signed_in', answerAll),
  post(`${path}/:notice/mo`, 'signed_in', answerOpen),
]
