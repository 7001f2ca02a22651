/**
 * What an expression of a service says about one dossier. Rules ask it and do not know the language; whoever knows the
 * answers makes one.
 */
export type Saying = {
  /** Whether it holds; what nobody has answered yet does not. */
  readonly holds: (expression: string) => boolean
  /** The number it gives; `null` while an answer is missing. */
  readonly numberOf: (expression: string) => number | null
}
