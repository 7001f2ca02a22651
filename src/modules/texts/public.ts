/** What the rest of the house may use: a text goes in, its structure comes out, every item with its place in the text. */
export { extractPlan, type PlanExtraction } from './extraction.ts'
export { partOf, passageOf, type Source, sourceOf, type Span } from './source.ts'
export { numberFrom, type Value } from './value.ts'
export type { Warning } from './warning.ts'
export { texts } from './module.ts'
