/** The pages around the sign-in of citizens and businesses. */
import { t } from '#kernel/text.ts'
import type { ProviderFault } from '#kernel/identity-provider.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { DocumentList } from '#ui/facts.tsx'
import { momentText } from '#ui/figures.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneLink } from '#ui/frame.tsx'
import { withOnward } from './attempt.ts'
import type { wayToLevelTwo } from './claims.ts'
import type { ProviderStanding } from './electronic-identity.store.ts'

export type Trouble = ProviderFault | 'unreadable'

/** The session was lost while a form was on its way. */
export type Lost = { isKept: boolean; files: number }

type SignInProps = {
  next: string
  provider: string | null
  standing: ProviderStanding | null
  asked: boolean
  lost?: Lost | undefined
}

const away = (next: string, level?: 2) => withOnward('/dang-nhap-vneid/di', next, level ? { muc: '2' } : {})

export const SignInPage = ({ next, provider, standing, asked, lost }: SignInProps) => (
  <Page title={t('identity.sign_in.title')} lead={t('identity.sign_in.lead', { provider: provider ?? 'VNeID' })} narrow>
    <div class="tg-stack">
      {lost?.isKept && (
        <Notice tone="wait">
          <p>{t('identity.sign_in.kept')}</p>
          {lost.files > 0 && <p>{t('identity.sign_in.kept_files', { count: lost.files })}</p>}
        </Notice>
      )}
      {asked && !lost?.isKept && <Notice tone="run">{t('identity.sign_in.asked')}</Notice>}
      {!asked && next !== '/' && (
        <Notice tone="done" icon="check">
          {t('identity.sign_in.back_to_it')}
        </Notice>
      )}
      <Card raised title={t('identity.sign_in.citizens')}>
        {provider === null ? (
          <Notice tone="wait">
            {t('identity.sign_in.no_provider')} <PhoneLink />
          </Notice>
        ) : (
          <>
            <p>
              <LinkButton large icon="shield" href={away(next)}>
                {t('identity.sign_in.send', { provider })}
              </LinkButton>
            </p>
            {standing && <Standing of={standing} provider={provider} />}
          </>
        )}
        <p class="tg-or">{t('identity.sign_in.or')}</p>
        <OtherWays next={next} />
      </Card>
      <p>
        {t('identity.sign_in.staff')} <a href="/dang-nhap">{t('identity.sign_in.staff_link')}</a>
      </p>
      <Details summary={t('identity.sign_in.known')}>
        <p>{t('identity.sign_in.known_answer')}</p>
      </Details>
    </div>
  </Page>
)

const Standing = ({ of, provider }: { of: ProviderStanding; provider: string }) =>
  of.state === 'up' ? (
    <p class="tg-small tg-muted">
      <Icon name="done" /> {t('identity.provider.up', { provider, at: momentText(of.at) })}
    </p>
  ) : (
    <Notice tone="wait">
      {t(of.state === 'slow' ? 'identity.provider.slow' : 'identity.provider.down', {
        provider,
        at: momentText(of.at),
      })}
    </Notice>
  )

const OtherWays = ({ next }: { next: string }) => (
  <DocumentList
    of={[
      {
        icon: 'qr',
        title: t('identity.sign_in.shared'),
        text: <a href={away(next)}>{t('identity.sign_in.shared_how')}</a>,
      },
      {
        icon: 'hand',
        title: t('identity.sign_in.for_another'),
        text: <a href={away('/tai-khoan-cong-dan/thay-mat')}>{t('identity.sign_in.for_another_how')}</a>,
      },
      { icon: 'place', title: t('identity.sign_in.no_phone'), text: t('identity.sign_in.no_phone_how') },
    ]}
  />
)

/** Nothing dead: what happened, that nothing is lost, and the way on. */
export const FaultPage = ({ trouble, next, provider }: { trouble: Trouble; next: string; provider: string }) => (
  <Page title={t(`identity.fault.${trouble}`, { provider })} narrow problem={trouble !== 'refused'}>
    <div class="tg-stack">
      <p class="tg-lead">{t(`identity.fault.${trouble}_why`, { provider })}</p>
      <Notice tone="done">{t('identity.fault.nothing_lost')}</Notice>
      <div class="tg-row">
        <LinkButton icon="shield" href={away(next)}>
          {t('identity.fault.again')}
        </LinkButton>
        <LinkButton kind="second" href={next}>
          {next === '/' ? t('ui.problem.home') : t('identity.fault.back')}
        </LinkButton>
      </div>
      <p>
        {t('identity.fault.help')} <PhoneLink />
      </p>
    </div>
  </Page>
)

export const ConflictPage = () => (
  <Page title={t('identity.conflict.title')} narrow problem>
    <div class="tg-stack">
      <p class="tg-lead">{t('identity.conflict.why')}</p>
      <p>
        {t('identity.conflict.how')} <PhoneLink />
      </p>
      <p>
        <LinkButton kind="second" href="/">
          {t('ui.problem.home')}
        </LinkButton>
      </p>
    </div>
  </Page>
)

type LevelProps = { has: 1 | 2; next: string; provider: string; way: ReturnType<typeof wayToLevelTwo> }

export const LevelPage = ({ has, next, provider, way }: LevelProps) => (
  <Page title={t('identity.level.title')} narrow lead={t('identity.level.has', { level: has, provider })}>
    <div class="tg-stack">
      {has === 2 ? (
        <Notice tone="done">{t('identity.level.enough')}</Notice>
      ) : (
        <Notice tone="wait">{t('identity.level.too_low')}</Notice>
      )}
      <Card title={t('identity.level.how')}>
        <DocumentList
          of={[
            { icon: 'place', title: t('identity.level.go'), text: t('identity.level.go_text') },
            ...(way ? [{ icon: 'clock', title: t('identity.level.wait'), text: <Wait way={way} /> } as const] : []),
          ]}
        />
      </Card>
      <div class="tg-row">
        <LinkButton icon="shield" href={away(next, 2)}>
          {t('identity.level.again')}
        </LinkButton>
        <LinkButton kind="second" href={next}>
          {t('identity.fault.back')}
        </LinkButton>
      </div>
    </div>
  </Page>
)

const Wait = ({ way }: { way: NonNullable<LevelProps['way']> }) => (
  <>
    {t('identity.level.wait_text', {
      withCard: way.workingDaysWithCard,
      without: way.workingDaysWithout,
      procedure: way.procedure,
    })}
  </>
)
