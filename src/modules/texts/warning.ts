/** What the reader of a plan should look at. The sentence of a warning is its code's, said in the reader's language. */
import type { Params } from '#kernel/text.ts'
import type { messages } from './messages.vi.ts'
import type { Span } from './source.ts'

export type WarningCode = Extract<keyof typeof messages, `texts.warning.${string}`>

export type Warning = { code: WarningCode; params: Params; span?: Span }

export type Warn = (code: WarningCode, params?: Params, span?: Span) => void
