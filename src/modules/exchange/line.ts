/** What the gateway needs of a way to another system. */
import type { MessageKind } from './dossier.ts'

/** What can be asked of it. */
export type Service = MessageKind | 'lookUp'
export const services = ['dossier', 'progress', 'lookUp'] as const

/**
 * `taken` and `refused`: they said so. `away`: it surely did not get there. `unsure`: no answer that can be understood, so
 * it may have. `text` is what they said, as they said it.
 */
export type Reply =
  | { readonly kind: 'taken' | 'refused'; readonly code: string; readonly body: unknown; readonly text: string }
  | { readonly kind: 'away' | 'unsure'; readonly text: string }

export type Line = {
  readonly system: string
  readonly services: ReadonlySet<Service>
  /** `messageId` is the same each time the same message goes out. */
  readonly ask: (service: string, payload: object, messageId?: string) => Promise<Reply>
}
