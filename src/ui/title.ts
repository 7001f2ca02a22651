/** Titles as a page shows them: papers set theirs in capitals, which shout from a screen. */
import { fold } from '#kernel/fold.ts'
import { t } from '#kernel/text.ts'
import { useShell } from './shell.ts'

const nuclei =
  'a|e|i|o|u|y|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ya|ye|ieu|yeu|oai|oao|oay|oeo|uai|uay|uoi|uou|uya|uye|uyu'
/** A word that Vietnamese can say; what it cannot say (UBND, GDP, IOC) is an abbreviation. */
const sayable = new RegExp(`^(ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?(${nuclei})(ch|nh|ng|[cmnpt])?$`)
const word = /\p{L}+/gu

const isShouted = (text: string) => text.length > 1 && text === text.toUpperCase() && sayable.test(fold(text))
const firstLarge = (text: string) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase())

/** Only words in capitals change; names keep their capitals. The paper itself keeps its own spelling. */
export function inSentenceCase(title: string, names: readonly string[]): string {
  const plain = title.normalize('NFC')
  if (![...plain.matchAll(word)].some(([one]) => one.length > 2 && isShouted(one))) return title
  const low = firstLarge(plain.replace(word, (one) => (isShouted(one) ? one.toLowerCase() : one)))
  return names.reduce((text, name) => text.replaceAll(name.toLowerCase(), name), low)
}

/** As `inSentenceCase`, with the names that this province's papers carry. Only while a page is drawn. */
export const calmTitle = (title: string): string =>
  inSentenceCase(title, [useShell().province.name, ...t('ui.title.names').split('; ')])

/** The beginning of a text, as lists and notices show it. */
export const shortened = (text: string): string =>
  text.length > 140 ? `${text.slice(0, Math.max(text.lastIndexOf(' ', 140), 100))}…` : text
