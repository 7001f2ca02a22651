/** My dossiers, and one of them: where it stands, who has it, what comes next. */
import type { ComponentChildren } from 'preact'
import type { Returned } from '#kernel/submit.ts'
import { say, t } from '#kernel/text.ts'
import type { Case } from '#modules/services/public.ts'
import type { Words } from '#fields/form.ts'
import { inWords } from '#fields/words.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { dayText, momentText, moneyText } from '#ui/figures.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useShell } from '#ui/shell.ts'
import { Status } from '#ui/status.tsx'
import { type Fact, SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Moment, Timeline } from '#ui/timeline.tsx'
import { Void } from '#ui/void.tsx'
import type { Application, ApplicationFile } from './application.ts'
import type { Draft } from './draft.ts'
import { fileHref, sizeText } from './file.views.tsx'
import { LimitWords } from './limit.views.tsx'
import { Links, nextOf, Standing } from './progress.views.tsx'
import type { Progress, ProgressMoment } from './progress.ts'
import { isTold, momentKey, type PastEvent } from './timeline.ts'

/** The code that people quote: of the dossier once it has one, of the request until then. */
export const codeOf = ({ dossierCode, requestCode }: Pick<Application, 'dossierCode' | 'requestCode'>): string =>
  dossierCode ?? requestCode

export type DraftLine = Pick<Draft, 'id' | 'changedAt' | 'expiresOn' | 'step' | 'personId'> & {
  readonly title: Words
  /** In the name of somebody else than whom they act for now. */
  readonly isOthers: boolean
}

type ListProps = {
  applications: readonly Application[]
  drafts: readonly DraftLine[]
  progress: ReadonlyMap<string, Progress>
  isSignedIn: boolean
  newKey: () => string
}

export const MyDossiersPage = ({ applications, drafts, progress, isSignedIn, newKey }: ListProps) => (
  <Page title={t('filing.mine.title')} lead={t('filing.mine.lead')} narrow>
    <div class="tg-stack-lg">
      {drafts.length > 0 && (
        <section class="tg-stack">
          <h2>{t('filing.mine.drafts')}</h2>
          {drafts.map((draft) => (
            <DraftCard draft={draft} _key={newKey()} />
          ))}
        </section>
      )}
      {isSignedIn ? (
        <section class="tg-stack">
          <h2>{t('filing.mine.filed')}</h2>
          {applications.length === 0 && drafts.length === 0 ? (
            <Nothing />
          ) : (
            <Filed of={applications} progress={progress} />
          )}
        </section>
      ) : (
        <Card title={t('filing.mine.sign_in_title')} tint>
          <p>{t('filing.mine.sign_in_why')}</p>
          <div class="tg-row">
            <LinkButton href="/dang-nhap-vneid?tiep=/ho-so">{t('filing.mine.sign_in')}</LinkButton>
            <LinkButton href="/ho-so/tra-cuu" kind="second">
              {t('filing.mine.by_code')}
            </LinkButton>
          </div>
        </Card>
      )}
    </div>
  </Page>
)

const Nothing = () => (
  <Void
    title={t('filing.mine.nothing')}
    actions={<LinkButton href="/dich-vu-cong">{t('filing.mine.find')}</LinkButton>}
  >
    <p>{t('filing.mine.nothing_why')}</p>
  </Void>
)

function DraftCard({ draft, _key }: { draft: DraftLine; _key: string }) {
  const path = `/to-khai/${draft.id}`
  return (
    <Card level={3} title={inWords(draft.title)} aside={<Status tone="wait">{t('filing.state.draft')}</Status>}>
      <p class="tg-small tg-muted">
        {t('filing.mine.saved', { at: momentText(draft.changedAt), until: dayText(draft.expiresOn) })}
        {draft.personId === null && ` ${t('filing.mine.on_this_device')}`}
        {draft.isOthers && ` ${t('filing.mine.for_another')}`}
      </p>
      <form class="tg-row" method="post" action={`${path}/xoa-nhap`}>
        <input type="hidden" name="_key" value={_key} />
        <LinkButton href={path}>{t('filing.mine.go_on')}</LinkButton>
        <Button kind="plain">
          {t('filing.mine.erase')} <span class="tg-sr">{inWords(draft.title)}</span>
        </Button>
      </form>
    </Card>
  )
}

const Filed = ({ of, progress }: { of: readonly Application[]; progress: ReadonlyMap<string, Progress> }) =>
  of.length === 0 ? (
    <p class="tg-muted">{t('filing.mine.none_filed')}</p>
  ) : (
    <ul class="tg-plain tg-stack">
      {of.map((one) => (
        <li>
          <Card
            level={3}
            title={<a href={`/ho-so/${one.id}`}>{one.title}</a>}
            aside={<Standing application={one} progress={progress.get(one.id)} />}
          >
            <SummaryList
              of={[
                { label: t('filing.application.code'), value: <span class="tg-num">{codeOf(one)}</span> },
                { label: t('filing.application.filed_at'), value: momentText(one.filedAt) },
                { label: t('filing.application.receiver'), value: one.receiver },
                { label: t('filing.mine.next'), value: nextOf(one, progress.get(one.id)) },
              ]}
            />
          </Card>
        </li>
      ))}
    </ul>
  )

type OneProps = {
  application: Application
  chosen: Case | undefined
  files: readonly ApplicationFile[]
  events: readonly PastEvent[]
  /** As the desk tells it; none before it has the dossier. */
  progress: (Progress & { readonly moments: readonly ProgressMoment[] }) | undefined
  /** Withdrawing is asked for on a page of its own. */
  mayWithdraw: boolean
  /** Where such pages stand: those of helpers elsewhere. */
  at?: string
}

export function ApplicationPage(props: OneProps) {
  const { application, files, progress, at = '/ho-so' } = props
  const { phone } = useShell().help
  const code = codeOf(application)
  return (
    <Page
      title={application.title}
      eyebrow={<span class="tg-num">{code}</span>}
      crumbs={[{ href: at, label: t(at === '/ho-so' ? 'filing.mine.title' : 'filing.assist.title') }, { label: code }]}
    >
      <div class="tg-cols tg-cols-main">
        <div class="tg-stack-lg">
          <p>
            <Standing application={application} progress={progress} large />
          </p>
          <Notice tone={application.state === 'withdrawn' || progress?.tone === 'wait' ? 'wait' : 'run'}>
            <p>{nextOf(application, progress)}</p>
          </Notice>
          {at === '/ho-so' && progress && progress.links.length > 0 && <Links of={progress.links} />}
          <section class="tg-stack" aria-labelledby="dt">
            <h2 id="dt">{t('filing.application.how_far')}</h2>
            <Timeline of={momentsOf(props)} />
          </section>
          <section class="tg-stack" aria-labelledby="tep">
            <h2 id="tep">{t('filing.application.files')}</h2>
            <Files at={`${at}/${application.id}`} of={files} />
          </section>
        </div>
        <aside class="tg-stack" aria-label={t('filing.application.summary')}>
          <Card title={t('filing.application.summary')}>
            <SummaryList of={factsOf(props)} stacked />
            <p class="tg-small">
              <a href={`${at}/${application.id}/bien-nhan`}>{t('filing.application.see_receipt')}</a>
            </p>
            {props.mayWithdraw && (
              <p class="tg-small">
                <a href={`/ho-so/${application.id}/rut`}>{t('filing.application.withdraw')}</a>
              </p>
            )}
          </Card>
          <Card title={t('filing.application.unclear')} level={3} tint>
            <p>
              {t('filing.application.call')} <a href={`tel:${phone}`}>{phone}</a>{' '}
              {t('filing.application.read_out', { four: code.slice(-4) })}
            </p>
          </Card>
        </aside>
      </div>
    </Page>
  )
}

function factsOf({ application, chosen, progress }: OneProps): (Fact | null)[] {
  const { requestCode, dossierCode, receiver, channel, feeTotal } = application
  return [
    dossierCode
      ? { label: t('filing.application.dossier_code'), value: <span class="tg-num">{dossierCode}</span> }
      : null,
    { label: t('filing.receipt.request_code'), value: <span class="tg-num">{requestCode}</span> },
    { label: t('filing.application.receiver'), value: receiver },
    { label: t('filing.application.channel'), value: say(`filing.channel.${channel}`) },
    chosen ? { label: t('filing.receipt.case'), value: inWords(chosen.title) } : null,
    { label: t('filing.application.limit'), value: <LimitWords limit={chosen?.limits[channel]} /> },
    progress?.dueAt
      ? {
          label: t(progress.paused ? 'filing.application.due_paused' : 'filing.application.due'),
          value: momentText(progress.dueAt),
        }
      : null,
    { label: t('filing.receipt.fees'), value: feeTotal === 0 ? t('filing.fee.free') : moneyText(feeTotal) },
  ]
}

/** The newest on top, and over it what comes next. */
function momentsOf({ application, events, progress }: OneProps): Moment[] {
  const { state, receiver, withdrawnBecause } = application
  const next: Moment[] =
    state === 'filed'
      ? [{ state: 'next', title: t('filing.moment.next'), text: t('filing.moment.next_text', { receiver }) }]
      : []
  const since = (progress?.moments ?? []).toReversed().map(
    ({ at, key, params }, index): Moment => ({
      title: t(key, params),
      ...(typeof params['text'] === 'string' && params['text'] && { text: params['text'] }),
      ...(typeof params['who'] === 'string' && params['who'] && { who: params['who'] }),
      time: { at, said: momentText(new Date(at)) },
      ...(index === 0 && { state: progress?.paused ? ('wait' as const) : ('now' as const) }),
    }),
  )
  const past = events.filter(isTold).map(({ at, command, byStaff }, index): Moment => {
    const isFiling = command.startsWith('filing.application.file')
    const detail = isFiling
      ? t('filing.moment.filed_text', { code: application.requestCode })
      : command.includes('withdraw') && withdrawnBecause
    return {
      title: t(momentKey(command)),
      ...(detail && { text: detail }),
      ...(byStaff && { who: t('filing.moment.helped') }),
      time: { at: at.toISOString(), said: momentText(at) },
      ...(index === 0 && state === 'filed' && { state: 'now' as const, icon: 'check' as const }),
    }
  })
  return [...next, ...since, ...past]
}

const Files = ({ at, of }: { at: string; of: readonly ApplicationFile[] }): ComponentChildren =>
  of.length === 0 ? (
    <p class="tg-muted">{t('filing.receipt.no_files')}</p>
  ) : (
    <DocumentList
      of={of.map((file) => ({ title: <a href={fileHref(at, file)}>{file.name}</a>, text: sizeText(file.size) }))}
    />
  )

type WithdrawProps = { application: Application; idempotencyKey: string; back?: Returned | undefined }

export const WithdrawPage = ({ application, idempotencyKey, back }: WithdrawProps) => (
  <Page
    title={t('filing.withdraw.title')}
    lead={application.title}
    narrow
    problem={Boolean(back)}
    crumbs={[
      { href: '/ho-so', label: t('filing.mine.title') },
      { href: `/ho-so/${application.id}`, label: codeOf(application) },
      { label: t('filing.withdraw.title') },
    ]}
  >
    <Form
      action={`/ho-so/${application.id}/rut`}
      words="filing.withdraw"
      send="filing.withdraw.send"
      idempotencyKey={idempotencyKey}
      back={back}
      also={
        <LinkButton kind="second" href={`/ho-so/${application.id}`}>
          {t('filing.withdraw.keep')}
        </LinkButton>
      }
    >
      <p>{t('filing.withdraw.means')}</p>
      <TextField name="because" lines={3} optional maxLength={1000} />
    </Form>
  </Page>
)
