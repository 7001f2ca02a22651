import type { messages as vi } from './messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'identity.nav': 'Citizens and businesses',
}
