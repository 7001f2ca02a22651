/** Every sentence people read: looked up by a typed key in the language of the reader. */
import IntlMessageFormat from 'intl-messageformat'

/** Each catalogue declares its keys here, so that a key nobody wrote is a compile error. */
// biome-ignore lint: an interface, because only interfaces merge
export interface Known {}
export type Key = keyof Known

export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]
export type Params = Record<string, string | number>
export type Catalogue = Readonly<Record<string, string>>

const catalogues: Record<Locale, Map<string, string>> = { vi: new Map(), en: new Map() }
const formats = new Map<string, IntlMessageFormat>()

/** Called by each catalogue when it is loaded. Loading one twice changes nothing. */
export function addMessages(locale: Locale, messages: Catalogue) {
  for (const [key, message] of Object.entries(messages)) catalogues[locale].set(key, message)
}

let speaking: Locale | null = null

/**
 * Runs `work` with `t` speaking `locale`. `work` must be synchronous: the language is a property of one rendering, not
 * of a request, so that two requests can never hear each other's.
 */
export function inLocale<T>(locale: Locale, work: () => T): T {
  const before = speaking
  speaking = locale
  try {
    return work()
  } finally {
    speaking = before
  }
}

/** The language being rendered now. */
export function localeNow(): Locale {
  if (!speaking)
    throw new Error('t() was called outside inLocale(): build pages inside their component, not in the route')
  return speaking
}

/** The sentence of `key` (ICU MessageFormat) in the language being rendered. */
export const t = (key: Key, params?: Params): string => say(key, params)

/** As `t`, for a key put together at run time (`${words}.${field}`); a key nobody wrote is an error, not a blank. */
export function say(key: string, params?: Params): string {
  const locale = localeNow()
  const message = catalogues[locale].get(key)
  if (message === undefined) throw new Error(`no sentence for "${key}" in ${locale}`)
  if (!message.includes('{') && !message.includes("'")) return message
  const id = `${locale} ${key}`
  let format = formats.get(id)
  if (!format) formats.set(id, (format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })))
  return String(format.format(params))
}

export const hasMessage = (key: string): boolean => catalogues[localeNow()].has(key)
