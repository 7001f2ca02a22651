/** Words that come as data, in the language of the reader where somebody wrote them. */
import type { Words } from '#fields/form.ts'
import { localeNow } from '#kernel/text.ts'

export const wordsText = ({ vi, en }: Words): string => (localeNow() === 'en' && en ? en : vi)
