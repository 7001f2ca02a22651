/** A page for officers: denser, with the parts of their work at the side and full codes everywhere. */
import { t } from '#kernel/text.ts'
import { Button } from './button.tsx'
import { Band, Brand, Crumbs, Document, LanguageLink, NavLinks, PageHead, type PageProps, PhoneLink } from './frame.tsx'
import { Icon } from './icon.tsx'
import { shortRequest, usePlaces, useShell } from './shell.ts'

export function Desk(props: PageProps) {
  const { narrow = false, problem = false, crumbs, tabs, children } = props
  return (
    <Document title={props.title} problem={problem} density="sm">
      <header>
        <Band />
        <Bar />
      </header>
      <div class="tg-wrap tg-desk">
        <Sides />
        <main id="noi-dung" tabIndex={-1}>
          {crumbs && <Crumbs of={crumbs} />}
          {tabs}
          <PageHead {...props} />
          {narrow ? <div class="tg-column">{children}</div> : children}
        </main>
      </div>
      <Foot />
    </Document>
  )
}

function Bar() {
  const { person, province, search } = useShell()
  const { signIn } = usePlaces()
  return (
    <div class="tg-bar">
      <div class="tg-wrap">
        <Brand line={person?.unit ?? province.authority} />
        {search && (
          <form class="tg-bar-search" role="search" action={search.action} aria-label={t(search.label)}>
            <label class="tg-sr" for="tim">
              {t(search.label)}
            </label>
            <input
              class="ds-input"
              id="tim"
              type="search"
              name="q"
              placeholder={t(search.label)}
              value={search.typed}
            />
            <button class="ds-button" type="submit">
              {t('ui.search')}
            </button>
          </form>
        )}
        <div class="tg-who">{person ? <Who /> : <a href={signIn}>{t('ui.sign_in')}</a>}</div>
      </div>
    </div>
  )
}

function Who() {
  const { person } = useShell()
  const { account, notices, signOut } = usePlaces()
  if (!person) return null
  return (
    <>
      <a class="tg-bell" href={notices}>
        <Icon name="bell" />
        {person.unread > 0 && <b aria-hidden="true">{person.unread}</b>}
        <span class="tg-sr">
          {t('ui.notices')}: {t('ui.unread', { count: person.unread })}
        </span>
      </a>
      <details class="tg-person">
        <summary>
          <span>{person.name}</span>
        </summary>
        <div>
          <p>
            {person.post}
            <small>{person.unit}</small>
          </p>
          <a href={account}>{t('ui.account')}</a>
          <form action={signOut} method="post">
            <Button kind="plain">{t('ui.sign_out')}</Button>
          </form>
        </div>
      </details>
    </>
  )
}

function Parts({ label }: { label: string }) {
  const { nav } = useShell()
  const all = nav.flatMap((group) => group.links)
  return (
    <nav aria-label={label}>
      {nav.map((group) => (
        <>
          <h2>{t(group.title)}</h2>
          <NavLinks links={group.links} all={all} />
        </>
      ))}
    </nav>
  )
}

/** The same list twice: at the side of a wide screen, folded on a narrow one. CSS hides the other from everybody. */
function Sides() {
  if (useShell().nav.length === 0) return <div class="tg-side tg-side-wide" />
  return (
    <>
      <div class="tg-side tg-side-wide">
        <Parts label={t('ui.nav.desk')} />
      </div>
      <details class="tg-side tg-side-slim tg-more">
        <summary>{t('ui.nav.parts')}</summary>
        <Parts label={t('ui.nav.desk_slim')} />
      </details>
    </>
  )
}

const Foot = () => (
  <footer class="tg-foot-slim">
    <div class="tg-wrap tg-row">
      <span>
        {t('ui.help')} {t('ui.help_call')} <PhoneLink />
      </span>
      <LanguageLink />
      <span class="tg-push">{t('ui.request', { id: shortRequest(useShell().requestId) })}</span>
    </div>
  </footer>
)
