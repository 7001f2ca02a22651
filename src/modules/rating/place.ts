/** A place in the list of what waits for an answer: `2025-06-04.<id>`, the last one seen. */
import { isId } from '#kernel/id.ts'
import { type Day, isDayText } from '#kernel/time.ts'

export type Place = { readonly dueOn: Day; readonly id: string }

export const placeOf = ({ dueOn, id }: Place): string => `${dueOn}.${id}`

export function placeIn(text: string): Place | undefined {
  const [on = '', id = ''] = text.split('.')
  return isDayText(on) && isId(id) ? { dueOn: on, id } : undefined
}
