/** The pages of one's own account. */
import { hasSecondFactor, shortestPassword, type Account } from '#kernel/account.ts'
import { deviceName } from '#kernel/device.ts'
import { sessionName } from '#kernel/sign-in.commands.ts'
import { locales, t } from '#kernel/text.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Desk } from '#ui/desk.tsx'
import { momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Qr } from '#ui/qr.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { CodeField, PasswordField } from '#ui/text-field.tsx'

type SessionLine = {
  tokenHash: string
  createdAt: Date
  seenAt: Date
  userAgent: string | null
  address: string | null
}

type Props = {
  account: Account
  post: string
  unit: string
  sessions: readonly SessionLine[]
  thisSession: string | null
}

export const AccountPage = ({ account, post, unit, sessions, thisSession }: Props) => (
  <Desk title={t('admin.my_account.title')}>
    <div class="tg-stack-lg">
      <Card title={account.name}>
        <SummaryList
          of={[
            { label: t('admin.account.login'), value: account.login },
            {
              label: t('admin.my_account.post'),
              value: post ? `${post}, ${unit}` : t('admin.my_account.no_post'),
              act: { href: '/vi-tri', label: t('admin.my_account.change_post') },
            },
            {
              label: t('admin.my_account.password'),
              value: t('admin.my_account.password_kept'),
              act: { href: '/tai-khoan/mat-khau', label: t('admin.my_account.change_password') },
            },
            {
              label: t('admin.my_account.two_steps'),
              value: hasSecondFactor(account) ? t('admin.two_steps.is_on') : t('admin.two_steps.is_off'),
              act: {
                href: '/tai-khoan/hai-buoc',
                label: hasSecondFactor(account) ? t('admin.two_steps.turn_off') : t('admin.two_steps.turn_on'),
              },
            },
          ]}
        />
      </Card>
      <Sessions sessions={sessions} thisSession={thisSession} />
      <Card title={t('admin.my_account.language')}>
        <form class="tg-row" action="/tai-khoan/ngon-ngu" method="post">
          {locales.map((locale) => (
            <Button kind="second" name="locale" value={locale}>
              {t(`admin.language.${locale}`)}
            </Button>
          ))}
        </form>
      </Card>
    </div>
  </Desk>
)

const sessionColumns = (thisSession: string | null): Column<SessionLine>[] => [
  {
    key: 'device',
    label: t('admin.session.device'),
    head: true,
    cell: (session) => deviceName(session.userAgent) || t('admin.session.unknown_device'),
  },
  { key: 'address', label: t('admin.session.address'), cell: (session) => session.address ?? '–' },
  { key: 'since', label: t('admin.session.since'), cell: (session) => momentText(session.createdAt) },
  { key: 'seen', label: t('admin.session.seen'), cell: (session) => momentText(session.seenAt) },
  {
    key: 'end',
    label: t('admin.session.end'),
    cell: (session) =>
      session.tokenHash === thisSession ? (
        t('admin.session.this')
      ) : (
        <EndSession name={sessionName(session.tokenHash)} />
      ),
  },
]

const EndSession = ({ name }: { name: string }) => (
  <form action="/tai-khoan/phien" method="post">
    <Button kind="plain" name="session" value={name}>
      {name === 'others' ? t('admin.session.end_others') : t('admin.session.end_this')}
    </Button>
  </form>
)

const Sessions = ({ sessions, thisSession }: Pick<Props, 'sessions' | 'thisSession'>) => (
  <Card title={t('admin.session.title')} flush>
    <Table
      caption={t('admin.session.title')}
      captionHidden
      columns={sessionColumns(thisSession)}
      rows={sessions}
      empty={t('admin.session.none')}
    />
    {sessions.length > 1 && <EndSession name="others" />}
  </Card>
)

const crumbs = (label: string) => [{ href: '/tai-khoan', label: t('admin.my_account.title') }, { label }]

export const PasswordPage = ({ account, back }: { account: Account; back?: Returned | undefined }) => (
  <Desk
    title={t('admin.my_password.title')}
    crumbs={crumbs(t('admin.my_password.title'))}
    narrow
    problem={back !== undefined}
  >
    <p>{t('admin.password_rule', { minimum: shortestPassword(hasSecondFactor(account)) })}</p>
    <p class="tg-muted">{t('admin.my_password.others_end')}</p>
    <Form action="/tai-khoan/mat-khau" words="admin.my_password" send="admin.my_password.send" back={back}>
      <PasswordField name="current" />
      <PasswordField name="password" fresh />
    </Form>
  </Desk>
)

type OnProps = { secret: string; uri: string; back?: Returned | undefined }

export const SecondFactorOnPage = ({ secret, uri, back }: OnProps) => (
  <Desk
    title={t('admin.two_steps.turn_on')}
    crumbs={crumbs(t('admin.two_steps.turn_on'))}
    lead={t('admin.two_steps.lead')}
    narrow
    problem={back !== undefined}
  >
    <ol class="tg-steps">
      <li>
        <h2>{t('admin.two_steps.step_app')}</h2>
        <p>{t('admin.two_steps.step_app_how')}</p>
      </li>
      <li>
        <h2>{t('admin.two_steps.step_secret')}</h2>
        <p>{t('admin.two_steps.step_secret_how')}</p>
        <Qr of={uri} label={t('admin.two_steps.picture')} />
        <p>{t('admin.two_steps.step_secret_typed')}</p>
        <p>
          <code class="tg-code">{secret.match(/.{4}/g)?.join(' ')}</code>
        </p>
        <p>
          <LinkButton kind="second" href={uri}>
            {t('admin.two_steps.open_app')}
          </LinkButton>
        </p>
      </li>
      <li>
        <h2>{t('admin.two_steps.step_code')}</h2>
        <Form
          action="/tai-khoan/hai-buoc"
          words="admin.two_steps"
          send="admin.two_steps.send"
          back={back}
          hidden={{ secret }}
        >
          <CodeField name="code" />
        </Form>
      </li>
    </ol>
  </Desk>
)

export const SecondFactorOffPage = ({ back }: { back?: Returned | undefined }) => (
  <Desk
    title={t('admin.two_steps.turn_off')}
    crumbs={crumbs(t('admin.two_steps.turn_off'))}
    lead={t('admin.two_steps.off_lead', { minimum: shortestPassword(false) })}
    narrow
    problem={back !== undefined}
  >
    <Form action="/tai-khoan/hai-buoc/tat" words="admin.my_password" send="admin.two_steps.turn_off" back={back}>
      <PasswordField name="current" />
    </Form>
  </Desk>
)
