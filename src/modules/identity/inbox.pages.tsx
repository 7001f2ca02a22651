/** What a citizen, or the party they act for, was told; and where each thing leads. */
import { browseNotices } from '#kernel/notice-browse.store.ts'
import { countUnread, type Notice } from '#kernel/notice.store.ts'
import { submit } from '#kernel/submit.ts'
import { hasMessage, say, t } from '#kernel/text.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { momentText } from '#ui/figures.ts'
import { go } from '#ui/go.ts'
import { Icon } from '#ui/icon.tsx'
import { Page } from '#ui/page.tsx'
import { Pager } from '#ui/pager.tsx'
import { Void } from '#ui/void.tsx'
import { z } from 'zod'
import { citizenOf } from './acting.ts'
import { readAllPartyNotices, readPartyNotice } from './profile.commands.ts'

const path = '/thong-bao-cong-dan'
const perPage = 20

/** An address that somebody spoilt shows the list from its beginning rather than nothing. */
const Asked = z.object({
  sau: z.uuid().optional().catch(undefined),
  doc: z.literal('1').optional().catch(undefined),
  tu: z.coerce.number().int().positive().catch(1),
})

async function show(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const reader = { partyId: citizenOf(ctx).partyId }
  const { sau, doc, tu } = Asked.parse(c.req.query())
  const after = sau === undefined ? undefined : { id: sau, read: doc === '1' }
  const found = await browseNotices(ctx.db, reader, { limit: perPage + 1, after })
  const rows = found.slice(0, perPage)
  const last = found.length > perPage ? rows.at(-1) : undefined
  return <InboxPage rows={rows} unread={await countUnread(ctx.db, reader)} from={sau ? tu : 1} last={last} />
}

async function answerOpen(c: WebContext): Promise<Answer> {
  const sent = await submit(c, readPartyNotice, { id: c.req.param('notice') })
  return go(c, sent.ok ? sent.result.href : path)
}

async function answerAll(c: WebContext): Promise<Answer> {
  const sent = await submit(c, readAllPartyNotices)
  return go(c, path, sent.ok ? 'identity.inbox.all_read' : undefined)
}

type Props = { rows: readonly Notice[]; unread: number; from: number; last: Notice | undefined }

function InboxPage({ rows, unread, from, last }: Props) {
  const next = last && { sau: last.id, ...(last.readAt && { doc: '1' }), tu: String(from + rows.length) }
  return (
    <Page
      title={t('identity.inbox.title')}
      lead={t('identity.inbox.lead', { count: unread })}
      narrow
      actions={unread > 0 ? <AllRead /> : undefined}
    >
      {rows.length === 0 ? (
        <Void
          title={t('identity.inbox.none')}
          actions={
            <LinkButton kind="second" href="/tai-khoan-cong-dan">
              {t('identity.profile.title')}
            </LinkButton>
          }
        >
          <p>{t('identity.inbox.none_why')}</p>
        </Void>
      ) : (
        <>
          <ul class="tg-docs">
            {rows.map((notice) => (
              <Line notice={notice} />
            ))}
          </ul>
          {(from > 1 || next) && (
            <Pager
              from={from}
              to={from + rows.length - 1}
              {...(from > 1 && { previous: path })}
              {...(next && { next: `${path}?${new URLSearchParams(next)}` })}
            />
          )}
        </>
      )}
    </Page>
  )
}

const AllRead = () => (
  <form action={`${path}/da-doc`} method="post">
    <Button kind="second" icon="check">
      {t('identity.inbox.read_all')}
    </Button>
  </form>
)

/** A sentence that a later version no longer has still leads where it led. */
const sentenceOf = ({ key, params }: Notice) => (hasMessage(key) ? say(key, params) : t('identity.inbox.unknown'))

/** Opening is reading, and reading changes something: so the first opening is a button. */
const Line = ({ notice }: { notice: Notice }) => (
  <li>
    <Icon name={notice.readAt ? 'check' : 'bell'} />
    <div>
      {notice.readAt ? (
        <a href={notice.href}>{sentenceOf(notice)}</a>
      ) : (
        <form action={`${path}/${notice.id}/mo`} method="post">
          <button class="tg-link" type="submit">
            <strong>{sentenceOf(notice)}</strong>
          </button>
        </form>
      )}
      <span class="tg-muted">
        {momentText(notice.at)}
        {!notice.readAt && `, ${t('identity.inbox.is_new')}`}
      </span>
    </div>
  </li>
)

export const inboxPages = [
  get(path, 'citizen', show),
  post(`${path}/da-doc`, 'citizen', answerAll),
  post(`${path}/:notice/mo`, 'citizen', answerOpen),
]
