/** The pages of a citizen's own account. */
import { deviceName } from '#kernel/device.ts'
import { locales, say, t } from '#kernel/text.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { dayText, maskedNumber, momentText } from '#ui/figures.ts'
import { Form, type Returned } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Known } from '#ui/known.tsx'
import { Page } from '#ui/page.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { CodeField, TextField } from '#ui/text-field.tsx'
import type { AccessRow } from './access.store.ts'
import { isConsentInForce } from './consent.ts'
import type { ConsentRow } from './consent.store.ts'
import type { Party, Profile } from './party.store.ts'
import type { CitizenSessionLine } from './session.store.ts'

const path = '/tai-khoan-cong-dan'

export type Backs = { contact?: Returned; code?: Returned }

type Props = {
  profile: Profile
  /** Acted for: whose address, consents and readings these are. */
  party: Party
  provider: string
  level: 1 | 2
  /** The address that waits for its code. */
  waiting: string | null
  consents: readonly ConsentRow[]
  access: readonly AccessRow[]
  sessions: readonly CitizenSessionLine[]
  thisSession: string | null
  now: Date
  backs: Backs
}

export const ProfilePage = (props: Props) => (
  <Page
    title={t('identity.profile.title')}
    lead={t('identity.profile.lead')}
    narrow
    problem={props.backs.contact !== undefined || props.backs.code !== undefined}
  >
    <div class="tg-stack-lg">
      <WhoIAm {...props} />
      <Card title={t('identity.acting.title')}>
        <p>
          {props.party.id === props.profile.partyId
            ? t('identity.acting.for_oneself')
            : t('identity.acting.for_another', { name: props.party.name })}
        </p>
        <p>
          <LinkButton kind="second" icon="people" href={`${path}/thay-mat`}>
            {t('identity.acting.choose')}
          </LinkButton>
        </p>
      </Card>
      <Contact {...props} />
      <Consents rows={props.consents} now={props.now} />
      <Card title={t('identity.access.title')}>
        <p class="tg-muted">{t('identity.access.lead')}</p>
        <AccessList rows={props.access} />
        <p>
          <a href={`${path}/nhat-ky`}>{t('identity.access.all')}</a>
        </p>
      </Card>
      <Sessions rows={props.sessions} thisSession={props.thisSession} />
      <Card title={t('identity.profile.language')}>
        <form class="tg-row" action={`${path}/ngon-ngu`} method="post">
          {locales.map((locale) => (
            <Button kind="second" name="locale" value={locale}>
              {t(`identity.language.${locale}`)}
            </Button>
          ))}
        </form>
      </Card>
    </div>
  </Page>
)

function WhoIAm({ profile, provider, level }: Props) {
  const isPerson = profile.kind === 'person'
  return (
    <Known
      title={profile.name}
      source={
        profile.at
          ? t('identity.profile.source', { provider, at: momentText(profile.at) })
          : t('identity.profile.no_source')
      }
      facts={[
        isPerson
          ? { label: t('identity.profile.number'), value: maskedNumber(profile.number) }
          : { label: t('identity.profile.code'), value: profile.number },
        profile.birthDay && { label: t('identity.profile.birth_day'), value: dayText(profile.birthDay) },
        profile.sex && { label: t('identity.profile.sex'), value: t(`identity.sex.${profile.sex}`) },
        profile.residence ? { label: t('identity.profile.residence'), value: profile.residence } : null,
        isPerson
          ? {
              label: t('identity.profile.level'),
              value: t('identity.profile.level_is', { level }),
              ...(level === 1 && { act: { href: '/dang-nhap-vneid/muc-do', label: t('identity.level.how') } }),
            }
          : null,
      ]}
    />
  )
}

const Contact = ({ party, profile, waiting, backs }: Props) => (
  <Card
    title={
      party.id === profile.partyId ? t('identity.contact.title') : t('identity.contact.title_of', { name: party.name })
    }
  >
    <p class="tg-muted">
      {party.emailVerifiedAt && party.email
        ? t('identity.contact.proved', { email: party.email })
        : t('identity.contact.lead')}
    </p>
    <Form
      id="lien-lac"
      action={`${path}/lien-lac`}
      words="identity.contact"
      send="identity.contact.send"
      back={backs.contact}
      values={{ email: party.email, phone: party.phone }}
    >
      <TextField name="email" kind="email" autocomplete="email" optional />
      <TextField name="phone" kind="tel" autocomplete="tel" optional />
    </Form>
    {waiting && (
      <Form id="ma" action={`${path}/ma`} words="identity.contact" send="identity.contact.send_code" back={backs.code}>
        <p>{t('identity.contact.sent_to', { email: waiting })}</p>
        <CodeField name="code" />
      </Form>
    )}
  </Card>
)

const Consents = ({ rows, now }: { rows: readonly ConsentRow[]; now: Date }) => (
  <Card title={t('identity.consent.mine')}>
    {rows.length === 0 && <p class="tg-muted">{t('identity.consent.nobody')}</p>}
    {rows.length > 0 && (
      <ul class="tg-docs tg-docs-act">
        {rows.map((row) => (
          <li>
            <Icon name="hand" />
            <div>
              <strong>{row.helperName}</strong>
              <p class="tg-small">
                {say(`identity.consent.purpose.${row.purpose}`)}. {say(`identity.consent.way.${row.way}`)},{' '}
                {momentText(row.givenAt)}.
              </p>
              <p class="tg-small tg-muted">
                {row.withdrawnAt
                  ? t('identity.consent.ended_at', { at: momentText(row.withdrawnAt) })
                  : t('identity.consent.until', { day: dayText(plusDays(row.validTo, -1)) })}
              </p>
            </div>
            {isConsentInForce(row, dayOf(now)) && (
              <form action={`${path}/dong-y/${row.id}/rut`} method="post">
                <Button kind="second">{t('identity.consent.withdraw')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    )}
  </Card>
)

const whoRead = ({ unit, client, person }: AccessRow) => unit ?? client ?? person ?? t('identity.access.platform')

const AccessList = ({ rows }: { rows: readonly AccessRow[] }) =>
  rows.length === 0 ? (
    <p>{t('identity.access.none')}</p>
  ) : (
    <DocumentList
      of={rows.map((row) => ({
        icon: 'user',
        title: whoRead(row),
        text: `${say(`identity.access.what.${row.what}`)}. ${say(`identity.access.purpose.${row.purpose}`)}. ${momentText(row.at)}`,
      }))}
    />
  )

const accessColumns = (): Column<AccessRow>[] => [
  { key: 'who', label: t('identity.access.who'), head: true, cell: whoRead },
  { key: 'what', label: t('identity.access.read'), cell: (row) => say(`identity.access.what.${row.what}`) },
  { key: 'why', label: t('identity.access.why'), cell: (row) => say(`identity.access.purpose.${row.purpose}`) },
  { key: 'at', label: t('identity.access.at'), cell: (row) => momentText(row.at) },
]

export const AccessPage = ({ rows }: { rows: readonly AccessRow[] }) => (
  <Page
    title={t('identity.access.title')}
    lead={t('identity.access.lead')}
    crumbs={[{ href: path, label: t('identity.profile.title') }, { label: t('identity.access.title') }]}
  >
    <div class="tg-panel">
      <Table
        caption={t('identity.access.title')}
        captionHidden
        columns={accessColumns()}
        rows={rows}
        empty={t('identity.access.none')}
      />
    </div>
  </Page>
)

type SessionsProps = { rows: readonly CitizenSessionLine[]; thisSession: string | null }

const Sessions = ({ rows, thisSession }: SessionsProps) => (
  <Card title={t('identity.session.title')}>
    <ul class="tg-docs tg-docs-act">
      {rows.map((row) => (
        <li>
          <Icon name="phone" />
          <div>
            <strong>{deviceName(row.userAgent) || t('identity.session.unknown_device')}</strong>
            <p class="tg-small tg-muted">
              {t('identity.session.since', { at: momentText(row.createdAt) })}
              {row.address && `, ${row.address}`}
            </p>
          </div>
          {row.tokenHash === thisSession ? (
            <p>{t('identity.session.this')}</p>
          ) : (
            <form action={`${path}/phien`} method="post">
              <Button kind="second" name="session" value={row.tokenHash.slice(0, 16)}>
                {t('identity.session.end')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {rows.length > 1 && (
      <form action={`${path}/phien`} method="post">
        <Button kind="plain" name="session" value="others">
          {t('identity.session.end_others')}
        </Button>
      </form>
    )}
  </Card>
)
