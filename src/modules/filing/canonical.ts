/** JSON with one spelling for one value (RFC 8785 for what we keep: text, whole and plain numbers, lists, records). */
import { hash } from 'node:crypto'

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined }

function isInOrder(names: readonly string[]): boolean {
  for (let at = 1; at < names.length; at++) if ((names[at - 1] as string) > (names[at] as string)) return false
  return true
}

/** Most of what is spelled is written in that order already, and need not be sorted. */
function inOrder(names: string[]): readonly string[] {
  return isInOrder(names) ? names : names.sort()
}

function listOf(values: readonly Plain[]): string {
  let text = ''
  for (const value of values) text += `${text && ','}${canonical(value)}`
  return `[${text}]`
}

/** Names in the order of their UTF-16 units, no spaces; what is undefined is not there. */
export function canonical(value: Plain): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return listOf(value as readonly Plain[])
  const record = value as { readonly [name: string]: Plain | undefined }
  let text = ''
  for (const name of inOrder(Object.keys(record))) {
    const part = record[name]
    if (part !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonical(part)}`
  }
  return `{${text}}`
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

export const hashOfPlain = (value: Plain): string => sha256(canonical(value))
