/** Something that stands between a draft and being published, with the place where it is mended. */
import type { Key, Params } from '#kernel/text.ts'

/** The parts of a service, as the editor cuts them. */
export const parts = ['head', 'cases', 'components', 'fees', 'reliefs', 'steps', 'form', 'results'] as const
export type Part = (typeof parts)[number]

/** `item`: the code of the case, paper, step, section … · `field`: the one in its form. */
export type Fault = {
  readonly part: Part
  readonly item?: string | undefined
  readonly field?: string | undefined
  readonly says: Key
  readonly params?: Params
}
