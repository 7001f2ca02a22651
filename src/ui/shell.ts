/** What every page of one answer shares: who reads it, in which language, on behalf of which province. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Key, Locale, Params } from '#kernel/text.ts'
import type { IconName } from './icon.tsx'

export type NavLink = {
  readonly href: string
  readonly label: Key
  readonly icon: IconName
  /** Work waiting behind the link. */
  readonly count?: number
}
export type NavGroup = { readonly title: Key; readonly links: readonly NavLink[] }

/** How a message feels. `run` tells, `done` confirms, `wait` asks, `error` refuses. */
export type Tone = 'run' | 'done' | 'wait' | 'error'

export type Person = {
  readonly name: string
  /** The post they act in now, and the unit it belongs to. */
  readonly post: string
  readonly unit: string
  readonly unread: number
}

/** Somebody signed in with an electronic identity; `partyName` when they act for another. */
export type Citizen = { readonly name: string; readonly partyName: string | null; readonly unread: number }

/** Where the shell's own links lead. */
export const places = {
  home: '/',
  account: '/tai-khoan',
  notices: '/thong-bao',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  citizenSignIn: '/dang-nhap-vneid',
  citizenSignOut: '/dang-xuat-cong-dan',
  citizenAccount: '/tai-khoan-cong-dan',
  citizenNotices: '/thong-bao-cong-dan',
} as const

export type Shell = {
  readonly locale: Locale
  /** Path and query as asked, for the language switch and for the link of the current page. */
  readonly path: string
  readonly province: { readonly name: string; readonly authority: string }
  /** The whole installation holds invented data, and every page says so. */
  readonly demo: boolean
  readonly person: Person | null
  readonly citizen?: Citizen | null
  /** A device that many use after one another: where it is left, and after how long it leaves by itself. */
  readonly kiosk?: { readonly finish: string; readonly idle: string; readonly seconds: number } | undefined
  /** An officer's work, by module. */
  readonly nav: readonly NavGroup[]
  /** On a citizen's page, under the mark: four short words at most. */
  readonly row: readonly NavLink[]
  readonly requestId: string
  /** Said once at the top of the next page after something was done. */
  readonly notice?: { readonly tone: Tone; readonly key: Key; readonly params?: Params } | undefined
  readonly help: { readonly phone: string }
  /** Where the stylesheet lies, and the optional web font that only wide screens ask for. */
  readonly styles: string
  readonly fonts?: string | undefined
  /** The small enhancements of src/ui/browser, as one module. */
  readonly script?: string | undefined
  /** The search box in the officers' bar. */
  readonly search?: { readonly action: string; readonly label: Key; readonly typed?: string } | undefined
  /** Links of the citizens' footer: accessibility statement, use of personal data… */
  readonly about?: readonly { readonly href: string; readonly label: Key }[] | undefined
  readonly places?: Partial<Record<keyof typeof places, string>> | undefined
}

export const ShellContext = createContext<Shell | null>(null)

export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('a page is rendered with renderPage()')
  return shell
}

export const usePlaces = () => ({ ...places, ...useShell().places })

/** Enough of the id of an answer to be read out on the phone and found in the log: the end, which differs most. */
export const shortRequest = (id: string): string => id.slice(-12)

/** The link that stands for the page being shown: the longest one the path lies under. */
export function currentHref(path: string, links: readonly { readonly href: string }[]): string | undefined {
  const at = path.split('?')[0] ?? ''
  return links
    .map((link) => link.href)
    .filter((href) => at === href || (href !== '/' && at.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

/** The same page in another language. */
export function inLanguage(path: string, locale: Locale): string {
  const [at = '/', query = ''] = path.split('?')
  const params = new URLSearchParams(query)
  params.set('lang', locale)
  return `${at}?${params}`
}
