/** A page for citizens: band, four words, one column of text, help by phone at the foot. */
import { t } from '#kernel/text.ts'
import { Band, Brand, Crumbs, Document, LanguageLink, NavLinks, PageHead, type PageProps, PhoneLink } from './frame.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { type Citizen, usePlaces, useShell } from './shell.ts'

export function Page(props: PageProps) {
  const { narrow = false, problem = false, crumbs, children } = props
  const { kiosk } = useShell()
  return (
    <Document title={props.title} problem={problem} density={kiosk ? 'lg' : 'md'}>
      <header>
        <Band />
        <Head />
        {kiosk && <LeaveKiosk {...kiosk} />}
      </header>
      <main id="noi-dung" tabIndex={-1}>
        {props.hero}
        <div class={narrow ? 'tg-wrap tg-narrow' : 'tg-wrap'}>
          {crumbs && <Crumbs of={crumbs} />}
          <PageHead {...props} />
          {children}
        </div>
      </main>
      <Foot />
    </Document>
  )
}

/** Always at hand, whoever is signed in or nobody: what was looked for is nobody else's business either. */
const LeaveKiosk = ({ finish, idle, seconds }: { finish: string; idle: string; seconds: number }) => (
  <div class="tg-wrap tg-kiosk tg-noprint" data-enhance="leave-idle" data-after={seconds} data-to={idle}>
    <form class="tg-row" action={finish} method="post">
      <Button kind="second">{t('ui.kiosk_finish')}</Button>
      <span>{t('ui.kiosk_says', { minutes: Math.round(seconds / 60) })}</span>
    </form>
  </div>
)

function Head() {
  const { row: all, person, citizen, path } = useShell()
  const { account, signIn, citizenSignIn } = usePlaces()
  // four words fit beside one another on a phone: the first ones, and the last, which leads to all the rest
  const links = all.length > 4 ? [...all.slice(0, 3), ...all.slice(-1)] : all
  return (
    <div class="tg-head">
      <div class="tg-wrap">
        <Brand line={t('ui.brand_citizen')} />
        {links.length > 0 && (
          <nav class="tg-nav" aria-label={t('ui.nav.main')}>
            <NavLinks links={links} all={links} />
          </nav>
        )}
        {person ? (
          <a class="tg-me" href={account}>
            {person.name}
          </a>
        ) : citizen ? (
          <Me of={citizen} />
        ) : path.startsWith(signIn) ? null : (
          <a class="ds-button tg-me" data-variant="secondary" href={citizenSignIn}>
            {t('ui.sign_in')}
          </a>
        )}
      </div>
    </div>
  )
}

/** Who is here and for whom, what they were told, and the way out: somebody else may use this computer next. */
function Me({ of }: { of: Citizen }) {
  const { citizenAccount, citizenNotices, citizenSignOut } = usePlaces()
  return (
    <div class="tg-me tg-me-in">
      <a class="tg-bell" href={citizenNotices}>
        <Icon name="bell" />
        {of.unread > 0 && <b aria-hidden="true">{of.unread}</b>}
        <span class="tg-sr">
          {t('ui.notices')}: {t('ui.unread', { count: of.unread })}
        </span>
      </a>
      <a href={citizenAccount}>
        {of.name}
        {of.partyName && <small>{t('ui.acting_for', { name: of.partyName })}</small>}
      </a>
      <form action={citizenSignOut} method="post">
        <Button kind="plain">{t('ui.sign_out')}</Button>
      </form>
    </div>
  )
}

function Foot() {
  const { province, about = [] } = useShell()
  return (
    <footer class="tg-foot">
      <div class="tg-wrap">
        <div class="tg-grid">
          <div>
            <h2>{t('ui.help')}</h2>
            <p>
              {t('ui.help_call')} <PhoneLink />
            </p>
            <p>{t('ui.help_come')}</p>
          </div>
          <div>
            <h2>{t('ui.about')}</h2>
            <ul>
              <li>{t('ui.owner', { authority: province.authority })}</li>
              {about.map((link) => (
                <li>
                  <a href={link.href}>{t(link.label)}</a>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h2>{t('ui.language')}</h2>
            <ul>
              <li>
                <LanguageLink />
              </li>
            </ul>
          </div>
        </div>
      </div>
    </footer>
  )
}
