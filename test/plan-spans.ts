/** Holds the pieces of a read plan against the places where they are printed. */
import { expect } from 'vitest'
import type { PlanExtraction } from '#modules/texts/extraction.ts'
import type { Span } from '#modules/texts/source.ts'

/** Cleaning written a second time, so that the spans are not checked with the code that made them. */
const cleaned = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^[\s|-]*$/.test(line))
    .join(' ')
    .replace(/\s*\[\d+\](?=[.,;:)])/g, '')
    .replace(/\s*\[\d+\]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export const printedItems = (plan: PlanExtraction): { text: string; span: Span }[] => [
  ...plan.legalBases,
  ...plan.objectives,
  ...plan.targets,
  ...plan.tasks,
  ...plan.solutions,
  ...plan.funding,
  ...plan.duties,
]

export function expectSpansToHold(text: string, plan: PlanExtraction) {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  for (const { text: words, span } of printedItems(plan)) {
    expect(cleaned(text.slice(span.start, span.end))).toBe(words)
    expect([span.fromLine, span.toLine]).toEqual([lineAt(span.start), lineAt(span.end - 1)])
  }
}
