/** The files of one question, in the order of the person; and what the buttons beside them ask for. */
import { z } from 'zod'

export const uploadVerbs = ['turn', 'up', 'down', 'drop', 'join'] as const
export type UploadVerb = (typeof uploadVerbs)[number]

/** Of the button that was pressed: what to do, in which question, with which file (none for `join`). */
export type UploadAction = { readonly verb: UploadVerb; readonly field: string; readonly id: string | null }

/** `turn:paper:0198…`, as the buttons of `UploadField` say it. */
export function readAction(text: unknown): UploadAction | null {
  if (typeof text !== 'string') return null
  const [verb, field, id] = text.split(':')
  const known = uploadVerbs.find((one) => one === verb)
  if (!known || !field) return null
  return { verb: known, field, id: z.uuid().safeParse(id).data ?? null }
}

const none = z.uuid()

/** Ids as a form sends them: none, one or several; what is no id, or comes twice, is left out. */
export const readIds = (sent: unknown): string[] => [
  ...new Set([sent].flat().filter((one): one is string => none.safeParse(one).success)),
]

/** One step up or down; at the end it stays where it is. */
export function moved(ids: readonly string[], id: string, verb: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = verb === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  const list = [...ids]
  list.splice(from, 1)
  list.splice(to, 0, id)
  return list
}
