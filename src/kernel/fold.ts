/** Text as people search and sort it: without case, without tone marks, one spelling for each syllable. */

/**
 * Folds Vietnamese text for search: NFD without marks, đ → d, lower case, runs of space as one.
 * Both tone spellings (hoà, hòa) and both code forms (NFC, NFD) fold alike because the marks go.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()

/** An address part from a name: `Sở Thông tin và Truyền thông` → `so-thong-tin-va-truyen-thong`. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

const vietnamese = new Intl.Collator('vi', { numeric: true })

/** Compares by the Vietnamese alphabet (… d, đ, e, ê …), numbers by value. */
export const inVietnameseOrder = (a: string, b: string): number => vietnamese.compare(a, b)
