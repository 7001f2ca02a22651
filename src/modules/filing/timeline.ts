/** What a dossier has been through, as its owner is told: read from the event log, and only what concerns them. */
import { hasMessage, type Key } from '#kernel/text.ts'

export type PastEvent = {
  readonly at: Date
  readonly command: string
  readonly byStaff: boolean
}

/** Modules that act on dossiers later give their commands words of this shape; what has none is not told. */
export const momentKey = (command: string): Key => `filing.moment.${command.replaceAll('.', '_')}` as Key

export const isTold = ({ command }: PastEvent): boolean => hasMessage(momentKey(command))
