/** Codes said in words. Only while rendering. */
import { hasMessage, say, t } from '#kernel/text.ts'
import type { Message } from './message.ts'

export const systemText = (system: string): string =>
  hasMessage(`exchange.system.${system}`) ? say(`exchange.system.${system}`) : system

/** A path of ours as its label; what has none is other data. */
const fieldText = (path: string): string =>
  hasMessage(`exchange.field.${path}`) ? say(`exchange.field.${path}`) : t('exchange.field.other')

/** Never the code of the other side: what an officer can do something with. */
export function reasonText({ reason, reasonFields, system }: Message): string | null {
  if (!reason) return null
  const fields = [...new Set(reasonFields.map(fieldText))].join('; ')
  if (reason === 'refused' && fields !== '')
    return t('exchange.reason.refused_fields', { system: systemText(system), fields })
  return say(`exchange.reason.${reason}`, { system: systemText(system), fields })
}

/** One of the ten national states. */
export const nationalText = (state: string | null): string | null => {
  if (state === null) return null
  return hasMessage(`exchange.national.${state}`) ? say(`exchange.national.${state}`) : state
}
