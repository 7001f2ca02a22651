/** One component in one state, for the gallery: the documentation, and what the tests look at. */
import type { VNode } from 'preact'

export type Example = {
  /** What is special here: "tên dài", "trống". */
  readonly name: string
  /** The component shown. */
  readonly of: string
  readonly show: () => VNode
}
