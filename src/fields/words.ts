/** Words that are data, in the language being rendered. */
import type { Key, Params } from '#kernel/text.ts'
import { localeNow } from '#kernel/text.ts'
import type { Words } from './form.ts'

export const inWords = ({ vi, en }: Words): string => (localeNow() === 'en' && en ? en : vi)

/** A fault whose sentence is data: it is chosen when it is read. */
export const saying = ({ vi, en }: Words): { key: Key; params: Params } => ({
  key: 'fields.says',
  params: { vi, en: en || vi },
})
