/** A place in the list of what waits for an answer: `2025-06-04.<id>`, the last one seen. */
import { type Day, isDayText } from '#kernel/time.ts'

export type Place = { readonly dueOn: Day; readonly id: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isId = (text: string): boolean => uuid.test(text)

export const placeOf = ({ dueOn, id }: Place): string => `${dueOn}.${id}`

export function placeIn(text: string): Place | undefined {
  const [on = '', id = ''] = text.split('.')
  return isDayText(on) && isId(id) ? { dueOn: on, id } : undefined
}
