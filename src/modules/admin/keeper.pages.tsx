/** The first page of whoever keeps the platform: what needs attention, and where to see to it. */
import { isAtTop } from '#kernel/account-reach.store.ts'
import { scopeOf } from '#kernel/access.store.ts'
import { may } from '#kernel/access.ts'
import { countJobs, countLocked, countMails, databaseKind, sealStanding } from '#kernel/keeper.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { t } from '#kernel/text.ts'
import { get, type Answer, type WebContext } from '#kernel/web.ts'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText, numberText } from '#ui/figures.ts'
import { DocumentList } from '#ui/facts.tsx'
import { Notice } from '#ui/notice.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { attentionTo, type Matter, type Standing } from './keeper.ts'

async function standingOf(ctx: Ctx): Promise<Standing> {
  const top = await isAtTop(ctx)
  const locked = await countLocked(ctx.db, top ? null : await scopeOf(ctx), ctx.now)
  if (!top) return { locked, whole: null }
  const [jobs, mails, seal] = [await countJobs(ctx.db), await countMails(ctx.db), await sealStanding(ctx.db)]
  const stuck = ['refused', 'given_up', 'no_server'] as const
  return {
    locked,
    whole: {
      failedJobs: jobs.get('failed') ?? 0,
      waitingJobs: (jobs.get('created') ?? 0) + (jobs.get('retry') ?? 0) + (jobs.get('active') ?? 0),
      stuckMails: stuck.reduce((sum, state) => sum + (mails.get(state) ?? 0), 0),
      noServer: mails.get('no_server') ?? 0,
      unsealed: seal.unsealed,
      lastSeal: seal.last,
      database: await databaseKind(ctx.db),
    },
  }
}

async function show(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const standing = await standingOf(ctx)
  const matters = attentionTo(standing, ctx.now).filter(({ needs }) => may(ctx.actor, needs))
  return <KeeperPage standing={standing} matters={matters} />
}

const KeeperPage = ({ standing, matters }: { standing: Standing; matters: readonly Matter[] }) => (
  <Desk title={t('admin.keeper.title')} lead={t('admin.keeper.lead')}>
    <div class="tg-stack-lg">
      <Card title={t('admin.keeper.attention')}>
        {matters.length === 0 ? (
          <Notice tone="done">{t('admin.keeper.all_well')}</Notice>
        ) : (
          <DocumentList
            of={matters.map(({ key, count, href }) => ({
              icon: 'alert',
              title: <a href={href}>{t(key, { count })}</a>,
              text: t(`${key}_how`),
            }))}
          />
        )}
      </Card>
      {standing.whole && <Whole of={standing.whole} />}
    </div>
  </Desk>
)

const Whole = ({ of }: { of: NonNullable<Standing['whole']> }) => (
  <Card title={t('admin.keeper.standing')}>
    <SummaryList
      of={[
        {
          label: t('admin.keeper.waiting_jobs'),
          value: numberText(of.waitingJobs),
          act: { href: '/quan-tri/cong-viec', label: t('admin.job.list') },
        },
        {
          label: t('admin.keeper.seal'),
          value: of.lastSeal
            ? t('admin.keeper.last_seal', { no: of.lastSeal.no, at: momentText(of.lastSeal.sealedAt) })
            : t('admin.keeper.never_sealed'),
        },
        { label: t('admin.keeper.unsealed_events'), value: numberText(of.unsealed) },
        {
          label: t('admin.keeper.database'),
          value: (
            <>
              {of.database.version}, {numberText(of.database.size / 1_048_576, 1)} MB
              <br />
              <span class="tg-muted">
                {of.database.embedded ? t('admin.keeper.embedded') : t('admin.keeper.server')}
              </span>
            </>
          ),
        },
      ]}
    />
  </Card>
)

export const keeperPages = [get('/quan-tri', 'admin.jobs', show)]
