/** What the QR code of a paper says (TT 01/2023/TT-VPCP): facts in the order of the rule, one separator between them. */
import type { CodeField, CodeRule } from './statutory-form.ts'

export type CodeFacts = Partial<Readonly<Record<CodeField, string | null>>>

/** A place is kept for what is not known, so that readers can count; the separator itself can stand in no fact. */
export function qrText(rule: CodeRule, of: 'paper' | 'receipt' | 'result', facts: CodeFacts): string {
  const plain = (value: string) => value.normalize('NFC').replaceAll(rule.separator, ' ').replace(/\s+/g, ' ').trim()
  return rule[of].map((field) => plain(facts[field] ?? '')).join(rule.separator)
}
