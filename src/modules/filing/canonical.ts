/** JSON with one spelling for one value (RFC 8785 for what we keep: text, whole and plain numbers, lists, records). */
import { hash } from 'node:crypto'

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined }

/** Names in the order of their UTF-16 units, no spaces; what is undefined is not there. */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${(value as readonly Plain[]).map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const record = value as { readonly [name: string]: Plain | undefined }
  const parts: string[] = []
  for (const name of Object.keys(record).sort()) {
    const part = record[name]
    if (part !== undefined) parts.push(`${JSON.stringify(name)}:${canonical(part)}`)
  }
  return `{${parts.join(',')}}`
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

export const hashOfPlain = (value: Plain): string => sha256(canonical(value))
