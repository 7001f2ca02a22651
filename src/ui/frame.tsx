/** The parts citizens' and officers' pages share: the document, the state band, the mark, the head of the page. */
import type { ComponentChildren } from 'preact'
import { t } from '#kernel/text.ts'
import { Icon, Sprite } from './icon.tsx'
import { Notice } from './notice.tsx'
import { currentHref, inLanguage, type NavLink, usePlaces, useShell } from './shell.ts'

export type Crumb = { readonly href?: string; readonly label: string }

export type PageProps = {
  title: string
  /** A short line above the title: the code, the plan, the step. */
  eyebrow?: ComponentChildren
  lead?: ComponentChildren
  crumbs?: readonly Crumb[]
  actions?: ComponentChildren
  /** The row of parts that this page is one of; above the title, because it belongs to all of them. */
  tabs?: ComponentChildren
  /** One readable column, for forms and texts. */
  narrow?: boolean
  /** The form below has faults: the title says so first, because a screen reader reads the title first. */
  problem?: boolean
  /** Drawn from edge to edge above everything, with the title in it (`<Hero>`); citizens' pages only. */
  hero?: ComponentChildren
  /** The title is drawn inside `children` (an empty page, a slip). */
  bare?: boolean
  children?: ComponentChildren
}

const useBrand = () => t('ui.brand', { province: useShell().province.name })

type DocumentProps = { title: string; problem: boolean; density: 'lg' | 'md' | 'sm'; children: ComponentChildren }

export function Document({ title, problem, density, children }: DocumentProps) {
  const shell = useShell()
  const full = t('ui.page_title', { title, brand: useBrand() })
  return (
    <html lang={shell.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{problem ? t('ui.problem_title', { title: full }) : full}</title>
        <link rel="stylesheet" href={shell.styles} />
        {shell.fonts && <link rel="stylesheet" href={shell.fonts} media="(min-width: 48rem)" />}
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#a4121b" />
        {shell.kiosk && (
          <noscript>
            <meta http-equiv="refresh" content={`${shell.kiosk.seconds};url=${shell.kiosk.idle}`} />
          </noscript>
        )}
        {shell.script && <script type="module" src={shell.script} />}
      </head>
      <body data-size={density} data-color="song">
        <a class="ds-skip-link" href="#noi-dung">
          {t('ui.skip')}
        </a>
        {children}
        <Sprite />
      </body>
    </html>
  )
}

export function Band() {
  const { province, demo } = useShell()
  return (
    <div class="tg-band">
      <div class="tg-wrap">
        <span>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="m10 1 2.2 6.7h7.1l-5.7 4.2 2.2 6.8L10 14.5l-5.8 4.2 2.2-6.8L.7 7.7h7.1Z" />
          </svg>
          {province.authority}
        </span>
        {demo && <span>{t('ui.demo')}</span>}
      </div>
    </div>
  )
}

/** The mark: one river that parts into two mouths, and a point of light upstream. */
export const Brand = ({ line }: { line: string }) => (
  <a class="tg-brand" href={usePlaces().home}>
    <svg viewBox="0 0 38 38" aria-hidden="true">
      <rect width="38" height="38" rx="9" fill="#0b3f7a" />
      <g fill="none" stroke="#fff" stroke-linecap="round">
        <path d="M5 12.5c8-2.5 11 2 16 4.5s8 1.5 12 0" stroke-width="3.6" />
        <path d="M14 14c4 3.5 5 8 9 10.5s7 2.5 10 2" stroke-width="3" />
        <path d="M17.5 18.5c1 5 2.5 10 7.5 13" stroke-width="2.2" stroke="#9cc2e8" />
      </g>
      <circle cx="27.5" cy="9" r="2.3" fill="#ffdf5d" />
    </svg>
    <span>
      {useBrand()}
      <small>{line}</small>
    </span>
  </a>
)

export function NavLinks({ links, all }: { links: readonly NavLink[]; all: readonly NavLink[] }) {
  const here = currentHref(useShell().path, all)
  return (
    <ul>
      {links.map((link) => (
        <li>
          <a href={link.href} aria-current={link.href === here ? 'page' : undefined}>
            <Icon name={link.icon} />
            {t(link.label)}
            {link.count ? (
              <span class="tg-count">
                <span aria-hidden="true">{link.count}</span>
                <span class="tg-sr"> {t('ui.nav.count', { count: link.count })}</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

export const Crumbs = ({ of }: { of: readonly Crumb[] }) => (
  <nav class="tg-crumbs" aria-label={t('ui.crumbs')}>
    <ol>
      {of.map((crumb) => (
        <li aria-current={crumb.href ? undefined : 'page'}>
          {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : crumb.label}
        </li>
      ))}
    </ol>
  </nav>
)

/** What was just done, then the title with the actions that belong to the whole page. */
export function PageHead({ title, eyebrow, lead, actions, bare, hero }: PageProps) {
  const { notice } = useShell()
  return (
    <>
      {notice && (
        <div class="tg-flash">
          <Notice tone={notice.tone}>{t(notice.key, notice.params)}</Notice>
        </div>
      )}
      {!bare && !hero && (
        <div class="tg-pagehead">
          <div>
            {eyebrow && <p class="tg-eyebrow">{eyebrow}</p>}
            <h1>{title}</h1>
            {lead && <p class="tg-lead">{lead}</p>}
          </div>
          {actions && <div class="tg-row">{actions}</div>}
        </div>
      )}
    </>
  )
}

export function LanguageLink() {
  const { locale, path } = useShell()
  const other = locale === 'vi' ? 'en' : 'vi'
  return (
    <a href={inLanguage(path, other)} lang={other} hreflang={other}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </a>
  )
}

export const PhoneLink = () => {
  const { phone } = useShell().help
  return (
    <a href={`tel:${phone.replace(/\s/g, '')}`}>
      <strong>{phone}</strong>
    </a>
  )
}
